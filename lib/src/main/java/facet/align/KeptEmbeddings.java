package facet.align;

import facet.io.AtomicFile;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Embeddings by the SHA-256 of their images, in one file that is written whole: 32 bytes of the one, 4 bytes a dimension of the other. */
final class KeptEmbeddings {

    private static final int SUM = 32;

    private KeptEmbeddings() { }

    /** @return what was written, by 64 hexadecimal digits; nothing where there is no such file or it can't be read: then it is computed again */
    static Map<String, float[]> read(Path file, int dimensions) {
        Map<String, float[]> kept = new HashMap<>();
        try {
            long length = Files.exists(file) ? Files.size(file) : 0;
            long images = length / (SUM + (long) Float.BYTES * dimensions);
            if (length != images * (SUM + (long) Float.BYTES * dimensions)) {
                return kept;
            }
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                for (long i = 0; i < images; i++) {
                    String sum = HexFormat.of().formatHex(in.readNBytes(SUM));
                    float[] embedding = new float[dimensions];
                    for (int d = 0; d < dimensions; d++) {
                        embedding[d] = in.readFloat();
                    }
                    kept.put(sum, embedding);
                }
            }
            return kept;
        } catch (IOException damaged) {
            return new HashMap<>();
        }
    }

    /** Replaces the file; throws a FacetException where it can't be written. */
    static void write(Path file, Map<String, float[]> embeddings) {
        AtomicFile.write(file, out -> {
            DataOutputStream data = new DataOutputStream(out);
            for (Map.Entry<String, float[]> each : embeddings.entrySet()) {
                data.write(HexFormat.of().parseHex(each.getKey()));
                for (float number : each.getValue()) {
                    data.writeFloat(number);
                }
            }
            data.flush();
        });
    }
}

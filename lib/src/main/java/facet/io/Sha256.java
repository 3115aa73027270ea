package facet.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;

/** The SHA-256 of a file, by which downloads are checked and copies are found. */
public final class Sha256 {

    private Sha256() { }

    /** @return 64 hexadecimal digits */
    public static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return DigestUtils.sha256Hex(in);
        }
    }
}

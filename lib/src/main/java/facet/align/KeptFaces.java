package facet.align;

import facet.io.CsvFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The faces that were found on an image, in a file: width and height, then a row a face. */
final class KeptFaces {

    private KeptFaces() { }

    static void write(Path file, FoundFaces found) {
        CsvFile.write(file, csv -> {
            csv.printRecord(found.width(), found.height());
            for (Face face : found.faces()) {
                csv.print(face.x());
                csv.print(face.y());
                csv.print(face.width());
                csv.print(face.height());
                for (Face.Landmark landmark : face.landmarks()) {
                    csv.print(landmark.x());
                    csv.print(landmark.y());
                }
                csv.printRecord(face.score());
            }
        });
    }

    /** @return what was written; nothing where there is no such file or it is damaged: then the image is searched again */
    static Optional<FoundFaces> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (CSVParser csv = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
            List<CSVRecord> rows = csv.getRecords();
            List<Face> faces = new ArrayList<>();
            for (CSVRecord row : rows.subList(1, rows.size())) {
                faces.add(face(row.stream().map(Double::valueOf).toList()));
            }
            return Optional.of(new FoundFaces(Integer.parseInt(rows.get(0).get(0)), Integer.parseInt(rows.get(0).get(1)), faces));
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static Face face(List<Double> numbers) {
        List<Face.Landmark> landmarks = new ArrayList<>();
        for (int at = 4; at < numbers.size() - 1; at += 2) {
            landmarks.add(new Face.Landmark(numbers.get(at), numbers.get(at + 1)));
        }
        return new Face(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), landmarks, numbers.get(numbers.size() - 1));
    }
}

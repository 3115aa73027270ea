package facet.cli;

import facet.align.AlignedImages.Aligned;
import facet.align.Face;
import facet.align.Face.Landmark;
import facet.io.CsvFile;
import facet.io.PlainText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVPrinter;

/** A CSV of what was found on images: a row an image, in pixels of the upright image; the box and landmarks are those of the face that was taken. */
final class AlignmentReport {

    private static final String[] COLUMNS = {"image", "faces", "taken", "x", "y", "width", "height", "right_eye_x", "right_eye_y", "left_eye_x", "left_eye_y",
        "nose_x", "nose_y", "mouth_right_x", "mouth_right_y", "mouth_left_x", "mouth_left_y", "score", "remark"};
    private static final int NUMBERS = 5 + 2 * Face.LANDMARKS;

    private AlignmentReport() { }

    /**
     * Writes the report.
     *
     * @param name what an image is called
     * @param fate what became of an image without a face
     */
    static void write(Path file, List<Aligned> images, Function<Path, String> name, String fate) {
        CsvFile.write(file, csv -> {
            for (Aligned image : images) {
                row(csv, image, name.apply(image.image()), fate);
            }
        }, COLUMNS);
    }

    private static void row(CSVPrinter csv, Aligned image, String name, String fate) throws IOException {
        csv.print(PlainText.cell(name));
        csv.print(image.found().faces().size());
        csv.print(image.found().takenIndex().map(index -> index + 1).orElse(null));
        for (Object number : image.found().taken().map(AlignmentReport::numbers).orElse(new Object[NUMBERS])) {
            csv.print(number);
        }
        csv.print(image.found().remark() + (image.found().faces().isEmpty() ? "; " + fate : ""));
        csv.println();
    }

    private static Object[] numbers(Face face) {
        Stream<Landmark> landmarks = face.landmarks().stream();
        return Stream.of(Stream.of(face.x(), face.y(), face.width(), face.height()), landmarks.flatMap(place -> Stream.of(place.x(), place.y())), Stream.of(face.score()))
                .flatMap(numbers -> numbers).toArray();
    }
}

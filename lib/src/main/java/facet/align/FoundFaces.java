package facet.align;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The faces of one image.
 *
 * @param width of the upright image, in pixels
 * @param height of it
 * @param faces the highest score first; none where no face was found
 */
public record FoundFaces(int width, int height, List<Face> faces) {

    public FoundFaces {
        faces = List.copyOf(faces);
    }

    /** @return the place in the list of the face whose box has its middle nearest the image's; of two at the same distance the one of higher score */
    public Optional<Integer> takenIndex() {
        return IntStream.range(0, faces.size()).boxed().min(Comparator.comparingDouble(i -> faces.get(i).squaredDistance(width / 2.0, height / 2.0)));
    }

    /** @return the face that is taken: the one nearest the middle */
    public Optional<Face> taken() {
        return takenIndex().map(faces::get);
    }

    /** @return what a reader should know, such as "no face found", "3 faces, the one nearest the middle taken"; empty where one whole face was found */
    public String remark() {
        if (faces.isEmpty()) {
            return "no face found";
        }
        String several = faces.size() == 1 ? "" : faces.size() + " faces, the one nearest the middle taken";
        String cut = taken().orElseThrow().isCut(width, height) ? "the face is cut by the edge" : "";
        return several.isEmpty() || cut.isEmpty() ? several + cut : several + "; " + cut;
    }
}

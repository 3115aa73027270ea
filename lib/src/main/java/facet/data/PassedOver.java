package facet.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An entry of a folder that a user may take for an image and that is not read.
 *
 * @param entry where it lies
 * @param why what it is instead
 */
public record PassedOver(Path entry, String why) {

    private static final int MOST_NAMED = 5;

    /** @return what lies among people's images and is not read; nothing where {@code folder} is no folder */
    public static List<PassedOver> amongPeople(Path folder) {
        List<PassedOver> all = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            for (Path entry : FaceFolder.list(folder)) {
                all.addAll(Files.isDirectory(entry) ? in(entry) : of(entry));
            }
        }
        return all;
    }

    /** @return what lies in a person's folder and is not read */
    static List<PassedOver> in(Path folder) {
        return FaceFolder.list(folder).stream().flatMap(entry -> of(entry).stream()).toList();
    }

    /** @return the entry with its reason, or nothing where there is none */
    private static List<PassedOver> of(Path entry) {
        return ImageEntries.whyPassedOver(entry).map(why -> List.of(new PassedOver(entry, why))).orElse(List.of());
    }

    /** @return a sentence that names the first few of them with the reason; "" where there are none */
    public static String sentence(List<PassedOver> all) {
        if (all.isEmpty()) {
            return "";
        }
        String named = all.stream().limit(MOST_NAMED).map(each -> each.entry() + " (" + each.why() + ")").collect(Collectors.joining(", "));
        return "Passed over: " + named + (all.size() > MOST_NAMED ? ", and " + (all.size() - MOST_NAMED) + " more" : "") + ".";
    }
}

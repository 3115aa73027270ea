package facet.eval.verification;

import facet.data.download.Download;
import facet.data.download.PublishedFile;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lists of pairs that others publish, by the name that a command gives them. Each is fetched once and kept in data/cache. */
public enum OfficialPairs {

    /** LFW's ten folds of 600 pairs, from the address that scikit-learn uses; the original host is gone. */
    LFW("https://ndownloader.figshare.com/files/5976006"),
    /** SLLFW's ten folds of 600 pairs, from its authors. They publish no SHA-256, so that its format alone is checked. */
    SLLFW("http://www.whdeng.cn/SLLFW/pair_SLLFW.txt");

    private static final String LFW_SHA256 = "ea42330c62c92989f9d7c03237ed5d591365e89b3e649747777b70e692dc1592";
    private static final int SLLFW_LINES = 12_000;

    private final URI address;

    OfficialPairs(String address) {
        this.address = URI.create(address);
    }

    /** @return the list of that name, lfw or sllfw; nothing for any other, which is a file */
    public static Optional<OfficialPairs> named(String name) {
        return Arrays.stream(values()).filter(list -> list.name().toLowerCase(Locale.ROOT).equals(name)).findFirst();
    }

    /** @return what a reader has to know of the list; nothing where its SHA-256 was checked */
    public Optional<String> note() {
        return this == LFW ? Optional.empty() : Optional.of("SLLFW's authors publish no SHA-256 of their list. It was checked by its format alone: "
                + "12,000 lines of images.");
    }

    /** @return the list in data/cache, fetched where it is missing; throws a FacetException where that fails, or where it is another file */
    public Path list(DataHome home, Progress progress) {
        if (this == LFW) {
            return new PublishedFile("", "", "lfw-pairs.txt", address, LFW_SHA256).fetch(home, progress);
        }
        Path file = home.cache().resolve("pair_SLLFW.txt");
        Download.fetchUnpublished(address, OfficialPairs::checkFormat, file, progress);
        return file;
    }

    /** @throws FacetException where the file is not of SLLFW's format */
    static void checkFormat(Path file) {
        List<String> lines = PairsFile.lines(file).stream().map(line -> line.replace("\uFEFF", "").strip()).filter(line -> !line.isEmpty()).toList();
        long images = lines.stream().filter(line -> line.matches("[^/\\s]+/[^/\\s]+_\\d{4}\\.jpg")).count();
        if (lines.size() != SLLFW_LINES || images != SLLFW_LINES) {
            throw new FacetException(String.format(Locale.ROOT, "%s is not SLLFW's list, which has 12,000 lines such as Name/Name_0001.jpg: of its %,d lines %,d are such."
                    + " Get the list elsewhere and name the file: --pairs FILE.", file, lines.size(), images));
        }
    }
}

package facet.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells which entries of a folder are images that Facet reads, and why it passes over another. */
final class ImageEntries {

    /** The endings of images' names that Facet reads. */
    static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".bmp", ".gif");

    private static final List<String> OTHER_FORMATS = List.of(".webp", ".heic", ".heif", ".avif", ".jxl", ".jp2", ".tif", ".tiff",
            ".dng", ".cr2", ".cr3", ".nef", ".arw");

    /** What network drives, macOS and Windows put beside images: thumbnails, attributes and what was deleted. */
    private static final List<String> SIDE_FOLDERS = List.of("@eadir", "#recycle", "__macosx", "$recycle.bin");

    private ImageEntries() { }

    /** Tells whether an entry is a regular file, or a link to one, whose name ends as an image's. */
    static boolean isImage(Path entry) {
        return !isAside(entry) && endsWith(entry, ENDINGS) && Files.isRegularFile(entry);
    }

    /** Tells whether an entry is hidden, such as those that Jupyter makes, or a side folder of a drive. */
    static boolean isAside(Path entry) {
        String name = name(entry);
        return name.startsWith(".") || SIDE_FOLDERS.contains(name);
    }

    /** @return why an entry that a user may take for an image is none that is read; empty for an image, and for any other file */
    static Optional<String> whyPassedOver(Path entry) {
        if (isAside(entry) || isImage(entry)) {
            return Optional.empty();
        }
        if (Files.isSymbolicLink(entry) && !Files.exists(entry)) {
            return Optional.of("a link to nothing");
        }
        if (endsWith(entry, ENDINGS)) {
            return Optional.of(Files.isDirectory(entry) ? "a folder, in spite of its name" : "no regular file");
        }
        return endsWith(entry, OTHER_FORMATS) ? Optional.of("a format that Facet does not read: save it as JPEG or PNG") : Optional.empty();
    }

    private static boolean endsWith(Path entry, List<String> endings) {
        return endings.stream().anyMatch(name(entry)::endsWith);
    }

    private static String name(Path entry) {
        return entry.getFileName() == null ? "" : entry.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}

package facet.data;

import facet.io.FacetException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * All images below a folder; hidden entries and side folders such as {@code @eaDir} apart.
 *
 * @param images by path, at least one
 * @param passedOver what a user may take for an image and is not read
 */
public record FolderImages(List<Path> images, List<PassedOver> passedOver) {

    /**
     * Looks for the images in a folder and in all folders below it, also behind links.
     *
     * @throws FacetException where there is no image, or where a folder can't be read
     */
    public static FolderImages below(Path folder) {
        if (Files.isRegularFile(folder)) {
            throw new FacetException(folder + " is a file, not a folder: give the folder that it is in.");
        }
        Visitor visitor = new Visitor(folder);
        try {
            Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        } catch (IOException e) {
            throw FaceFolder.unreadable(folder, e);
        }
        if (visitor.images.isEmpty()) {
            throw new FacetException((folder + " holds no image (" + String.join(", ", ImageEntries.ENDINGS) + "). "
                    + PassedOver.sentence(visitor.passedOver)).strip());
        }
        Collections.sort(visitor.images);
        return new FolderImages(List.copyOf(visitor.images), List.copyOf(visitor.passedOver));
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {

        private final Path top;
        private final List<Path> images = new ArrayList<>();
        private final List<PassedOver> passedOver = new ArrayList<>();

        Visitor(Path top) {
            this.top = top;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isAside(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (ImageEntries.isImage(file)) {
                images.add(file);
            }
            ImageEntries.whyPassedOver(file).ifPresent(why -> passedOver.add(new PassedOver(file, why)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path entry, IOException failure) throws IOException {
            if (failure instanceof FileSystemLoopException) {
                passedOver.add(new PassedOver(entry, "a link to a folder that it lies in"));
            } else if (!isAside(entry)) {
                throw failure;
            }
            return FileVisitResult.CONTINUE;
        }

        /** The folder that was asked for may bear any name. */
        private boolean isAside(Path entry) {
            return !entry.equals(top) && ImageEntries.isAside(entry);
        }
    }
}

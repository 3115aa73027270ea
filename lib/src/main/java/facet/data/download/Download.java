package facet.data.download;

import facet.io.FacetException;
import facet.io.Progress;
import facet.io.Sha256;
import facet.io.Turn;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Consumer;

/** Fetches a file by address and SHA-256; a broken-off download goes on where it was. */
public final class Download {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Download() { }

    /**
     * Makes sure that a file is there and has the expected SHA-256; where it is there already, nothing is downloaded. Of several that fetch the same file at
     * once, one does and the others wait for it.
     *
     * @throws FacetException where it can't be reached (what has arrived is kept), the checksum is another (it is deleted), or the thread
     *     was interrupted
     */
    public static void fetch(URI address, String sha256, Path file, Progress progress) {
        fetch(address, sha256, file, progress, PATIENCE);
    }

    /** Fetches the same, and gives up where nothing arrives for so long. */
    static void fetch(URI address, String sha256, Path file, Progress progress, Duration patience) {
        fetch(address, new Check() {
            @Override
            public boolean isThere(Path place) throws IOException {
                return Download.isThere(place, sha256);
            }

            @Override
            public void checkArrived(Path part, boolean resumed) throws IOException {
                checkSum(address, sha256, file, part, resumed);
            }
        }, file, progress, patience);
    }

    /**
     * Fetches a file whose SHA-256 nobody publishes.
     *
     * @param check throws a FacetException where a file's content is another; what has arrived is deleted then
     * @throws FacetException as the other
     */
    public static void fetchUnpublished(URI address, Consumer<Path> check, Path file, Progress progress) {
        fetch(address, new Check() {
            @Override
            public boolean isThere(Path place) {
                boolean there = Files.exists(place);
                if (there) {
                    check.accept(place);
                }
                return there;
            }

            @Override
            public void checkArrived(Path part, boolean resumed) throws IOException {
                try {
                    check.accept(part);
                } catch (FacetException e) {
                    Files.delete(part);
                    throw e;
                }
            }
        }, file, progress, PATIENCE);
    }

    /** Checks that a file is the expected one. */
    private interface Check {

        boolean isThere(Path file) throws IOException;

        void checkArrived(Path part, boolean resumed) throws IOException;
    }

    private static void fetch(URI address, Check check, Path file, Progress progress, Duration patience) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            if (check.isThere(file)) {
                return;
            }
            try (Turn turn = Turn.await(file.resolveSibling("." + file.getFileName() + ".lock"), "wait for another download of " + file.getFileName(), progress)) {
                if (check.isThere(file)) {
                    return; // the one before has fetched it
                }
                check.checkArrived(part, Transfer.receive(address, part, progress, patience));
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (InterruptedException | ClosedByInterruptException e) { // the latter while it waits for another
            Thread.currentThread().interrupt();
            throw new FacetException("The download of " + address + " was stopped." + kept(part), e);
        } catch (IOException e) {
            throw new FacetException("Could not download " + address + " (" + e + ")." + kept(part) + " Or put the file at " + file + " yourself.", e);
        }
    }

    private static void checkSum(URI address, String sha256, Path file, Path part, boolean resumed) throws IOException {
        String found = Sha256.of(part);
        if (!found.equals(sha256)) {
            Files.delete(part);
            throw new FacetException(resumed
                    ? part + ", which an earlier try began, has the SHA-256 " + found + ", expected " + sha256 + ". It was deleted; the next try starts anew."
                    : address + " has the SHA-256 " + found + ", expected " + sha256 + ". It was deleted; try again, or get the file elsewhere and put it at " + file + ".");
        }
    }

    private static String kept(Path part) {
        return part.toFile().length() > 0 ? " What has arrived is kept; the next try goes on from there." : " Nothing has arrived; try again.";
    }

    /** @throws FacetException where another file is in its place: it may have been put there by hand */
    private static boolean isThere(Path file, String sha256) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        String found = Sha256.of(file);
        if (!found.equals(sha256)) {
            throw new FacetException(file + " has the SHA-256 " + found + ", expected " + sha256 + ". Remove it, and it is downloaded again.");
        }
        return true;
    }
}

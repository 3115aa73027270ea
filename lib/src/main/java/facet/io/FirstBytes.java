package facet.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Guesses what a file that can't be decoded is, by its first bytes. */
public final class FirstBytes {

    private FirstBytes() { }

    /** @return such as "starts with 3c 68 74 6d, an HTML page?" */
    public static String guess(byte[] bytes) {
        if (bytes.length == 0) {
            return "it is empty";
        }
        String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(4, bytes.length));
        return "starts with " + hex + ", " + kind(new String(Arrays.copyOf(bytes, 64), StandardCharsets.ISO_8859_1));
    }

    private static String kind(String start) {
        String text = start.strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
            return "an HTML page?";
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return "a WebP image: save it as JPEG or PNG";
        }
        if (start.startsWith("ftyp", 4)) { // HEIC and AVIF, as phones save them
            return "a HEIC or AVIF image: save it as JPEG or PNG";
        }
        if (start.startsWith("version https://git-lfs")) {
            return "a pointer of Git LFS: fetch the file itself";
        }
        if (start.startsWith("\u00FF\u00D8\u00FF") || start.startsWith("\u0089PNG")) {
            return "as an image does, but it is damaged or cut short";
        }
        return "damaged?";
    }
}

package facet.data.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Leaves out of a JPEG file the segments that keep the reader from a whole image; ITU-T T.81, annex B, has their layout. */
final class JpegSegments {

    private static final int APP0 = 0xE0; // to APP15: metadata
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int COMMENT = 0xFE;
    private static final int SCAN = 0xDA;
    private static final int END = 0xD9;
    private static final String PROFILE = "ICC_PROFILE\0"; // the part's number and the number of parts follow, a byte each
    private static final int ADOBE_BYTES = 12; // the last says which colours the samples are

    private JpegSegments() { }

    /** Bytes of the file from a marker to the next one; a scan with its samples. */
    private record Segment(byte[] file, int marker, int from, int content, int to, boolean afterScan) {

        boolean begins(String name) {
            return new String(file, content, Math.min(name.length(), to - content), StandardCharsets.ISO_8859_1).equals(name);
        }

        boolean isMetadata() {
            return marker >= APP0 && marker < APP0 + 16 || marker == COMMENT;
        }

        boolean decidesColours(boolean profile) {
            return switch (marker) {
                case APP0 -> begins("JFIF\0");
                case APP0 + 1 -> begins("Exif\0");
                case APP2 -> profile && begins(PROFILE);
                case APP14 -> begins("Adobe") && to - content >= ADOBE_BYTES;
                default -> false;
            };
        }

        int part() {
            return file[content + PROFILE.length()] & 0xFF;
        }

        int parts() {
            return file[content + PROFILE.length() + 1] & 0xFF;
        }
    }

    /**
     * Leaves out all metadata but the four that decide on the colours: JFIF, Exif, a colour profile with all its parts, and an Adobe segment
     * that is not cut short. What follows the image's first scan decides on nothing.
     *
     * @param file of any format; an image that is cut short stays cut short
     * @return the same array where there is nothing to leave out, or the file is no JPEG
     */
    static byte[] readable(byte[] file) {
        if (file.length < 2 || (file[0] & 0xFF) != 0xFF || (file[1] & 0xFF) != 0xD8) {
            return file;
        }
        List<Segment> all = segments(file);
        boolean profile = isWhole(all.stream().filter(segment -> segment.marker == APP2 && segment.begins(PROFILE)).toList());
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, 2);
        all.stream().filter(segment -> !segment.isMetadata() || !segment.afterScan && segment.decidesColours(profile))
                .forEach(segment -> kept.write(file, segment.from, segment.to - segment.from));
        return kept.size() == file.length ? file : kept.toByteArray();
    }

    /** Tells whether the parts of a profile are numbered 1 to their number; the number of a single one does not count. */
    private static boolean isWhole(List<Segment> profile) {
        if (profile.stream().anyMatch(part -> part.to - part.content < PROFILE.length() + 2)) {
            return false;
        }
        int[] numbers = profile.stream().mapToInt(Segment::part).sorted().toArray();
        int[] expected = IntStream.rangeClosed(1, numbers.length).toArray();
        return numbers.length <= 1 || Arrays.equals(numbers, expected) && profile.stream().allMatch(part -> part.parts() == numbers.length);
    }

    /** Cuts all behind the first marker into segments; the last is the end marker and what follows, or what is no segment. */
    private static List<Segment> segments(byte[] file) {
        List<Segment> all = new ArrayList<>();
        boolean scanned = false;
        int at = 2;
        while (true) {
            int marker = at;
            while (marker < file.length && (file[marker] & 0xFF) == 0xFF) { // a marker may have more than one of them
                marker++;
            }
            int content = marker + 3;
            int kind = marker == at || content > file.length ? END : file[marker] & 0xFF;
            int to = kind == END ? file.length : marker + 1 + ((file[marker + 1] & 0xFF) << 8 | file[marker + 2] & 0xFF);
            if (kind == END || to < content || to > file.length) {
                all.add(new Segment(file, END, at, at, file.length, scanned));
                return all;
            }
            to = kind == SCAN ? endOfSamples(file, to) : to;
            all.add(new Segment(file, kind, at, content, to, scanned));
            scanned |= kind == SCAN;
            at = to;
        }
    }

    /** Finds the next marker; among samples, FF stands before 00, and restart markers D0 to D7 do not end them. */
    private static int endOfSamples(byte[] file, int from) {
        for (int i = from; i + 1 < file.length; i++) {
            int next = file[i + 1] & 0xFF;
            if ((file[i] & 0xFF) == 0xFF && next != 0 && (next < 0xD0 || next > 0xD7)) {
                return i;
            }
        }
        return file.length;
    }
}

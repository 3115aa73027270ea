package facet.data.image;

import com.twelvemonkeys.imageio.color.ColorProfiles;
import com.twelvemonkeys.imageio.color.ColorSpaces;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.InflaterInputStream;

/**
 * Converts a PNG's image from its embedded colour profile to sRGB. TwelveMonkeys' reader does the same with a JPEG, to the same bits:
 * grey images keep their levels, and a profile that is damaged or of another kind than the image is passed over.
 */
final class PngColours {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int COLOUR_TYPE = 25; // its place in the file, in the first chunk
    private static final int COLOUR = 2; // a bit of it
    private static final int CHUNK = 8; // bytes before a chunk's content: its length and its name
    private static final int MOST_PROFILE = 16 << 20; // bytes: a few packed bytes must not fill the memory

    private PngColours() { }

    /**
     * Converts an image to sRGB.
     *
     * @param rgb of type 3BYTE_BGR, in the samples of the file
     * @param file the bytes that it was decoded from
     * @return an image of type 3BYTE_BGR; the same where the file is no PNG, is grey or has no profile
     */
    static BufferedImage srgb(BufferedImage rgb, byte[] file) {
        if (file.length <= COLOUR_TYPE || ByteBuffer.wrap(file).getLong() != SIGNATURE || (file[COLOUR_TYPE] & COLOUR) == 0) {
            return rgb;
        }
        try {
            byte[] bytes = profile(file);
            ICC_Profile profile = bytes.length == 0 ? null : ColorProfiles.createProfile(bytes);
            if (profile == null || profile.getNumComponents() != 3 || ColorProfiles.isCS_sRGB(profile)) {
                return rgb;
            }
            BufferedImage srgb = new BufferedImage(rgb.getWidth(), rgb.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
            new ColorConvertOp(ColorSpaces.createColorSpace(profile), srgb.getColorModel().getColorSpace(), null)
                    .filter(rgb.getRaster(), srgb.getRaster());
            return srgb;
        } catch (IOException | RuntimeException e) { // what a damaged profile makes of zlib, of Java and of LittleCMS
            return rgb;
        }
    }

    /** Unpacks the chunk iCCP, which stands before the image's samples: a name, 0, the method 0, and the packed profile. */
    private static byte[] profile(byte[] file) throws IOException {
        ByteBuffer chunks = ByteBuffer.wrap(file).position(Long.BYTES);
        while (chunks.remaining() >= CHUNK) {
            int length = chunks.getInt();
            byte[] name = new byte[4];
            chunks.get(name);
            String kind = new String(name, StandardCharsets.US_ASCII);
            if (kind.equals("IDAT") || length < 0 || length > chunks.remaining()) {
                break;
            }
            if (kind.equals("iCCP")) {
                int packed = chunks.position();
                while (file[packed] != 0) {
                    packed++;
                }
                int end = chunks.position() + length;
                return new InflaterInputStream(new ByteArrayInputStream(file, packed + 2, end - packed - 2)).readNBytes(MOST_PROFILE);
            }
            chunks.position(Math.min(chunks.limit(), chunks.position() + length + 4)); // a checksum follows
        }
        return new byte[0];
    }
}

package facet.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One rule for JPEG and PNG, tried with a profile of linear light: sRGB's formula says what each sample becomes. */
class ColourProfileTest {

    private static final byte[] LINEAR = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_BYTE_INDEXED})
    void aPngIsConvertedToSrgb(int type) throws IOException {
        byte[] png = png(type);
        assertConverted(pixels("plain.png", png), pixels("linear.png", MetadataBytes.withProfile(png, LINEAR)), 2);
    }

    @Test
    void aJpegIsConvertedByTheSameRule() throws IOException {
        byte[] jpeg = Files.readAllBytes(TestImages.write(folder.resolve("a.jpg"), TestImages.gradient(40, 30)));
        byte[] samples = pixels("plain.jpg", jpeg);
        byte[] converted = pixels("linear.jpg", MetadataBytes.withProfile(jpeg, 1, 1, LINEAR));
        assertConverted(samples, converted, 2);
        Path same = TestImages.write(folder.resolve("same.png"), ImageFile.read(folder.resolve("plain.jpg")));
        assertArrayEquals(converted, pixels("same.png", MetadataBytes.withProfile(Files.readAllBytes(same), LINEAR)), "a PNG of the same samples");
    }

    @Test
    void anImageInSrgbKeepsItsSamples() throws IOException {
        byte[] png = png(BufferedImage.TYPE_3BYTE_BGR);
        byte[] renamed = SRGB.clone();
        renamed[renamed.length - 1] ^= 1; // of a table of the profile, or of what fills it up: no program knows it by its hash
        for (byte[] profile : new byte[][] {SRGB, renamed}) {
            assertArrayEquals(pixels("plain.png", png), pixels("srgb.png", MetadataBytes.withProfile(png, profile)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void aGreyImageKeepsItsLevels(String format) throws IOException {
        BufferedImage grey = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 40 * 30; i++) {
            grey.getRaster().setSample(i % 40, i / 40, 0, 5 * (i % 40));
        }
        byte[] file = Files.readAllBytes(TestImages.write(folder.resolve("grey." + format), grey));
        for (int space : new int[] {ColorSpace.CS_GRAY, ColorSpace.CS_LINEAR_RGB}) {
            byte[] profile = ICC_Profile.getInstance(space).getData();
            byte[] managed = format.equals("png") ? MetadataBytes.withProfile(file, profile) : MetadataBytes.withProfile(file, 1, 1, profile);
            assertArrayEquals(pixels("plain." + format, file), pixels("managed." + format, managed));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 100, 127, 128, 300})
    void aDamagedProfileOfAPngCountsAsNone(int bytes) throws IOException {
        byte[] png = png(BufferedImage.TYPE_3BYTE_BGR);
        byte[] plain = pixels("plain.png", png);
        byte[] cut = Arrays.copyOf(LINEAR, bytes);
        assertArrayEquals(plain, pixels("cut.png", MetadataBytes.withProfile(png, cut)));
        assertArrayEquals(plain, pixels("unpacked.png", MetadataBytes.withChunk(png, "iCCP", cut)));
    }

    private byte[] png(int type) throws IOException {
        BufferedImage image = new BufferedImage(40, 30, type);
        Graphics2D pen = image.createGraphics();
        pen.drawImage(TestImages.gradient(40, 30), 0, 0, null);
        pen.dispose();
        return Files.readAllBytes(TestImages.write(folder.resolve("a.png"), image));
    }

    private byte[] pixels(String name, byte[] file) throws IOException {
        BufferedImage image = ImageFile.read(Files.write(folder.resolve(name), file));
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    /** IEC 61966-2-1, from linear light to sRGB. */
    private static void assertConverted(byte[] samples, byte[] converted, int tolerance) {
        int most = 0;
        for (int i = 0; i < samples.length; i++) {
            double light = (samples[i] & 0xFF) / 255.0;
            double srgb = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
            assertEquals(255 * srgb, converted[i] & 0xFF, tolerance, "sample " + i);
            most = Math.max(most, Math.abs((converted[i] & 0xFF) - (samples[i] & 0xFF)));
        }
        assertTrue(most > 50, "the profile changes nothing");
    }
}

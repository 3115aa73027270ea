package facet.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.io.FacetException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata that are damaged, or stand in an odd place, change nothing of a JPEG whose image is whole. */
class JpegSegmentsTest {

    private static final int BEHIND_JFIF = 20;
    private static final int BEFORE_END = 2; // bytes from the end of the file
    private static final byte[] PROFILE = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

    @TempDir
    private Path folder;
    private byte[] jpeg;

    @BeforeEach
    void writeOne() throws IOException {
        jpeg = Files.readAllBytes(TestImages.write(folder.resolve("plain.jpg"), TestImages.gradient(64, 48)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 127, 128, 300})
    void aColourProfileThatIsCutShortIsPassedOver(int bytes) throws IOException {
        assertReadsAsPlain(MetadataBytes.withProfile(jpeg, 1, 1, Arrays.copyOf(PROFILE, bytes)));
    }

    @Test
    void aColourProfileOfOtherBytesIsPassedOver() throws IOException {
        byte[] bytes = new byte[500];
        new Random(1).nextBytes(bytes);
        assertReadsAsPlain(MetadataBytes.withProfile(jpeg, 1, 1, bytes));
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 5, 2", "1, 2, 1, 2", "0, 2, 1, 2", "1, 2, 2, 3", "2, 2, 4, 2"})
    void aColourProfileThatLacksAPartIsPassedOver(int first, int firstOf, int second, int secondOf) throws IOException {
        int half = PROFILE.length / 2;
        byte[] one = MetadataBytes.withProfile(jpeg, second, secondOf, Arrays.copyOfRange(PROFILE, half, PROFILE.length));
        assertReadsAsPlain(MetadataBytes.withProfile(one, first, firstOf, Arrays.copyOf(PROFILE, half)));
    }

    @Test
    void theFirstOfTwoPartsIsPassedOver() throws IOException {
        assertReadsAsPlain(MetadataBytes.withProfile(jpeg, 1, 2, Arrays.copyOf(PROFILE, PROFILE.length / 2)));
    }

    @Test
    void aWholeProfileInTwoPartsIsUsed() throws IOException {
        int half = PROFILE.length / 2;
        byte[] second = MetadataBytes.withProfile(jpeg, 2, 2, Arrays.copyOfRange(PROFILE, half, PROFILE.length));
        byte[] parts = MetadataBytes.withProfile(second, 1, 2, Arrays.copyOf(PROFILE, half));
        assertArrayEquals(pixels(MetadataBytes.withProfile(jpeg, 1, 1, PROFILE)), pixels(parts));
    }

    @ParameterizedTest
    @ValueSource(ints = {0xE0, 0xE1, 0xE2, 0xEE, 0xFE})
    void metadataBehindTheImageArePassedOver(int marker) throws IOException {
        byte[] content = new byte[6000];
        new Random(marker).nextBytes(content);
        System.arraycopy("Exif\0\0".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 6);
        assertReadsAsPlain(MetadataBytes.withSegment(jpeg, jpeg.length - BEFORE_END, marker, content));
    }

    /** The hexadecimal content is a name, 0, and less than what belongs behind it. */
    @ParameterizedTest
    @CsvSource({"EE, 41646F62650064", "EE, 41646F6265006400000000", "E0, 4A46585800", "E1, 4A46585800", "E0, 4943435F50524F46494C4500",
        "E2, 4943435F50524F46494C450001", "E1, 4578696600"})
    void aSegmentThatIsTooShortIsPassedOver(String marker, String content) throws IOException {
        assertReadsAsPlain(MetadataBytes.withSegment(jpeg, BEHIND_JFIF, HexFormat.fromHexDigits(marker), HexFormat.of().parseHex(content)));
    }

    @Test
    void aImageThatIsCutShortIsRefusedWhateverItsMetadata() throws IOException {
        byte[] damaged = MetadataBytes.withProfile(jpeg, 1, 1, Arrays.copyOf(PROFILE, 20));
        for (int lost = BEFORE_END + 1; lost < 400; lost += 30) {
            Path file = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(damaged, damaged.length - lost));
            FacetException e = assertThrows(FacetException.class, () -> ImageFile.read(file));
            assertEquals(file + " is not an image (starts with ff d8 ff e2, as an image does, but it is damaged or cut short). "
                    + "Remove it or download it again.", e.getMessage());
        }
    }

    @Test
    void aFileWithNothingToLeaveOutIsNotCopied() {
        assertSame(jpeg, JpegSegments.readable(jpeg));
        byte[] none = "no JPEG".getBytes(StandardCharsets.US_ASCII);
        assertSame(none, JpegSegments.readable(none));
    }

    private void assertReadsAsPlain(byte[] bytes) throws IOException {
        assertArrayEquals(pixels(jpeg), pixels(bytes));
    }

    private byte[] pixels(byte[] bytes) throws IOException {
        BufferedImage image = ImageFile.read(Files.write(folder.resolve("1.jpg"), bytes));
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}

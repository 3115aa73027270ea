package facet.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ImageNetColoursTest {

    @Test
    void aLevelIsFoundAgain() {
        for (int channel = 0; channel < 3; channel++) {
            for (int level = 0; level < 256; level++) {
                assertEquals(level, ImageNetColours.level(channel, ImageNetColours.NORMALISED[channel][level]));
            }
        }
    }
}

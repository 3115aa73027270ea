package facet.report.chart;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The networks that charts compare, each with one colour, marker and dash in every chart and notebook. A label names its network: "with FPN",
 * "ResNet-50 + FPN P2" and "level=P2" are one, whatever else the label says.
 */
enum PlottedNetwork {

    /** OpenCV's face network, and what is trained on its maps. */
    SFACE("(?i:sface)", 6, 4),
    /** ResNet-50 without a pyramid, or with the linear layer in its place. */
    NO_FPN("(?i:no fpn|without( fpn| an? pyramid)?(?=,|$)|no pyramid|ResNet-50 \\+ linear)|\\bNONE\\b", 1, 1),
    P2("\\bP2\\b", 0, 0),
    P3("\\bP3\\b", 5, 5),
    P4("\\bP4\\b", 3, 3),
    P5("\\bP5\\b", 2, 2),
    /** The pyramid's extra output behind P5. */
    POOL("\\bPOOL\\b|(^|[,=] ?|level )pool\\b", 4, 4),
    /** As untrained on faces as torchvision gives it. */
    IMAGENET("(?i:imagenet)", 7, 2);

    /** The paper calls its network "FPN" without a level; Facet reads P2. */
    private static final Pattern PYRAMID = Pattern.compile("(?i:\\bwith fpn\\b|\\bfpn\\b|^(with (a|the) )?pyramid\\b)");

    private final Pattern names;
    private final int hue;
    private final int dash;

    PlottedNetwork(String names, int hue, int dash) {
        this.names = Pattern.compile(names);
        this.hue = hue;
        this.dash = dash;
    }

    /** @return the network that a label names; the first in the order above where it names more */
    static Optional<PlottedNetwork> of(String label) {
        return Arrays.stream(values()).filter(network -> network.names.matcher(label).find()).findFirst()
                .or(() -> PYRAMID.matcher(label).find() ? Optional.of(P2) : Optional.empty());
    }

    /** @return its look; {@link Looks} has those of a second line of the same network */
    Look look() {
        return Look.of(hue, dash);
    }

    /** @return the place of its colour in {@link Palette#LINES}, and of its marker */
    int hue() {
        return hue;
    }

    /** @return the number of its dashes */
    int dash() {
        return dash;
    }
}

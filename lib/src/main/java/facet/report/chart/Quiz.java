package facet.report.chart;

import facet.data.Triplet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Triplets as a question to people: which of two images, A or B, shows the person on the left?
 *
 * @param triplets in the order in which they are asked
 * @param seed of which image is A; the same seed gives the same quiz
 */
public record Quiz(List<Triplet> triplets, long seed) {

    /** @return the images with their question, without the answers */
    public Gallery gallery() {
        String answers = answers();
        return Gallery.of(IntStream.range(0, triplets.size()).mapToObj(i -> asked(i, answers.charAt(i))).toList()).heads("who is it:", "A", "or B?");
    }

    /** @return a letter for each triplet, such as ABBA */
    public String answers() {
        Random coin = new Random(seed);
        return triplets.stream().map(triplet -> coin.nextBoolean() ? "A" : "B").collect(Collectors.joining());
    }

    /**
     * Counts correct answers.
     *
     * @param votes a letter for each triplet, such as abba; a triplet beyond its end has none
     */
    public long right(String votes) {
        String given = votes.toUpperCase(Locale.ROOT);
        String answers = answers();
        return IntStream.range(0, Math.min(given.length(), answers.length())).filter(i -> given.charAt(i) == answers.charAt(i)).count();
    }

    /** Without its name and kind, which say how hard it is. */
    private Triplet asked(int i, char answer) {
        Triplet triplet = triplets.get(i);
        return new Triplet(String.valueOf(i + 1), "", triplet.anchor(), answer == 'A' ? triplet.positive() : triplet.negative(),
                answer == 'A' ? triplet.negative() : triplet.positive());
    }
}

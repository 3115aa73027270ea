package facet.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The triplet accuracy of all triplets that people's images allow: each ordered pair (anchor, positive) of a person against each image of everybody else. A triplet a
 * person, as in the paper, is one draw of these; here the choice of images adds no noise.
 * A person's accuracy is the share of their triplets that are correct, and each person counts once, however many images they have. That is the area under an ROC
 * curve of each pair's own, by ranks (Mann-Whitney).
 * The standard error is the jackknife's over people: leaving somebody out takes away their pairs <em>and</em> their images as strangers of all others, so that both
 * roles are covered: two accuracies that share a stranger are not independent. It is for other people of the same kind, and their images.
 * It is rather too large than too small: by 15 % in a simulation with 25 people. It does not cover another training (other seeds).
 * Source: B. Efron and C. Stein, The jackknife estimate of variance, Annals of Statistics 9 (1981), 586-596; for both roles of a member of a pair, T. A. B. Snijders
 * and S. P. Borgatti, Non-parametric standard errors and tests for network statistics, Connections 22 (1999), 161-170.
 *
 * @param people with two images or more, in order
 * @param images of all people, those with one image included
 * @param mean of the people's accuracies
 * @param standardError of the mean, over people in both roles
 */
public record DenseAccuracy(List<PersonAccuracy> people, int images, double mean, double standardError) {

    /** The least number of people with two images: when one is left out, the others need strangers. */
    public static final int LEAST_PEOPLE = 3;

    public DenseAccuracy {
        people = List.copyOf(people);
    }

    /**
     * Measures all triplets, in a time that grows as the square of the number of images.
     *
     * @param embeddings by person, [images][dimensions]; who has one image is a stranger only
     * @throws IllegalArgumentException where fewer than three people have two images, or a distance is NaN
     */
    public static DenseAccuracy of(Map<String, float[][]> embeddings) {
        List<String> names = new ArrayList<>(embeddings.keySet());
        float[][][] images = names.stream().map(embeddings::get).toArray(float[][][]::new);
        int all = Arrays.stream(images).mapToInt(own -> own.length).sum();
        List<PersonAccuracy> people = new ArrayList<>();
        List<Integer> anchors = new ArrayList<>();
        List<double[]> farther = new ArrayList<>(); // for each anchor person, by stranger: of their images, the mean number that lie farther than a positive
        for (int person = 0; person < images.length; person++) {
            if (images[person].length > 1) {
                double[] strangers = farther(images, person, names);
                int own = images[person].length;
                anchors.add(person);
                farther.add(strangers);
                people.add(new PersonAccuracy(names.get(person), own, StatUtils.sum(strangers) / (all - own)));
            }
        }
        if (people.size() < LEAST_PEOPLE) {
            throw new IllegalArgumentException("A dense evaluation needs " + LEAST_PEOPLE + " people with two images or more, not " + people.size() + ".");
        }
        double[] without = new double[images.length];
        for (int left = 0; left < images.length; left++) {
            without[left] = mean(images, all, anchors, farther, left);
        }
        double error = Math.sqrt(StatUtils.variance(without) / without.length) * (without.length - 1);
        return new DenseAccuracy(people, all, people.stream().mapToDouble(PersonAccuracy::accuracy).average().orElseThrow(), error);
    }

    /** For each stranger, how many of their images lie farther from an anchor of the person than a positive does, as a mean over the person's pairs. */
    private static double[] farther(float[][][] images, int person, List<String> names) {
        float[][] own = images[person];
        double[] sums = new double[images.length];
        for (int anchor = 0; anchor < own.length; anchor++) {
            double[] positives = new double[own.length - 1];
            for (int i = 0; i < positives.length; i++) {
                positives[i] = distance(own[anchor], own[i < anchor ? i : i + 1], names.get(person));
            }
            Arrays.sort(positives);
            for (int stranger = 0; stranger < images.length; stranger++) {
                for (float[] image : stranger == person ? new float[0][] : images[stranger]) {
                    sums[stranger] += rank(positives, distance(own[anchor], image, names.get(stranger)));
                }
            }
        }
        double pairs = (double) own.length * (own.length - 1);
        return Arrays.stream(sums).map(sum -> sum / pairs).toArray();
    }

    /** How many of the sorted values are less, and half of those that are equal. */
    private static double rank(double[] sorted, double value) {
        return (below(sorted, value) + below(sorted, Math.nextUp(value))) / 2.0;
    }

    /** How many of the sorted values are less. */
    private static int below(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double distance(float[] a, float[] b, String person) {
        double distance = EuclideanDistance.between(a, b);
        if (Double.isNaN(distance)) {
            throw new IllegalArgumentException("The embedding of an image of " + person + ", or of one that it is compared with, has NaN: it has no distance.");
        }
        return distance;
    }

    /** The mean of the others' accuracies where somebody is left out, as anchor and as stranger. */
    private static double mean(float[][][] images, int all, List<Integer> anchors, List<double[]> farther, int left) {
        double sum = 0;
        int people = 0;
        for (int i = 0; i < anchors.size(); i++) {
            int person = anchors.get(i);
            if (person != left) {
                sum += (StatUtils.sum(farther.get(i)) - farther.get(i)[left]) / (all - images[person].length - images[left].length);
                people++;
            }
        }
        return sum / people;
    }

    /** @return mean ± t standard errors, 95 %, with t of as many degrees of freedom as there are people less one; cut at 0 and 1 */
    public Interval interval() {
        double half = new TDistribution(null, people.size() - 1).inverseCumulativeProbability(Statistics.UPPER) * standardError;
        return new Interval(Math.max(0, mean - half), Math.min(1, mean + half));
    }

    /** @return how many triplets were compared */
    public long triplets() {
        return people.stream().mapToLong(person -> person.pairs() * (images - person.images())).sum();
    }
}

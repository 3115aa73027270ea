package facet;

/** How far numbers are from those expected, as a share of their length: ||actual - expected|| / ||expected||. */
public final class RelativeError {

    private RelativeError() { }

    public static double of(float[] expected, float[] actual) {
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.pow((double) actual[i] - expected[i], 2);
            norm += Math.pow(expected[i], 2);
        }
        return norm == 0 ? Math.sqrt(difference) : Math.sqrt(difference / norm);
    }
}

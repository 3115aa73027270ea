package facet.study;

import facet.model.Backbone;
import facet.model.Pooling;
import facet.model.net.Level;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * All combinations of what varies: {@code Study.grid(base).level(Level.P2, Level.P5).learningRate(0.001, 0.01).seeds(20).epochs(10)} are 80
 * experiments. Each method returns a grid and leaves this one as it is.
 *
 * @param experiments of the grid so far, the setting that was named last varying fastest
 */
public record StudyGrid(List<Experiment> experiments) {

    /** Varies the map that becomes the embedding. */
    public StudyGrid level(Level... values) {
        return vary(Arrays.stream(values), Experiment::level);
    }

    /** Varies how it becomes a vector. */
    public StudyGrid pooling(Pooling... values) {
        return vary(Arrays.stream(values), Experiment::pooling);
    }

    /** Varies the learning rate. */
    public StudyGrid learningRate(double... values) {
        return vary(Arrays.stream(values).boxed(), Experiment::learningRate);
    }

    /** Varies whether the backbone is trained. */
    public StudyGrid backbone(Backbone... values) {
        return vary(Arrays.stream(values), Experiment::backbone);
    }

    /** Varies the seed from 1 to a number, all on one split. */
    public StudyGrid seeds(int number) {
        return vary(LongStream.rangeClosed(1, number).boxed(), Experiment::seed);
    }

    /** Varies the split by the seeds from 1 to a number: other people are trained and tested on. */
    public StudyGrid splits(int number) {
        return vary(LongStream.rangeClosed(1, number).boxed(), Experiment::splitSeed);
    }

    /** Varies any setting, by its name.
     *
     * @throws facet.io.FacetException for a setting or value that does not exist
     */
    public StudyGrid with(String setting, List<?> values) {
        return vary(values.stream(), (experiment, value) -> experiment.with(setting, value));
    }

    private <T> StudyGrid vary(Stream<T> values, BiFunction<Experiment, T, Experiment> with) {
        List<T> all = values.toList();
        return new StudyGrid(experiments.stream().flatMap(e -> all.stream().map(value -> with.apply(e, value))).toList());
    }

    /** @return the study that trains each for as many epochs */
    public Study epochs(int number) {
        return new Study(experiments, number);
    }
}

package facet.train.mining;

import facet.data.Person;
import facet.data.Triplet;
import facet.data.TripletSet;
import facet.train.EpochBatches;
import facet.train.EpochOrder;
import facet.train.EpochWork;
import facet.train.GivenBatches;
import facet.train.StepBatch;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The training triplets with other partners in each epoch: of each person the anchor stays, the positive is any other of their images, and the negative any image of
 * anybody else who is trained on, each person as likely. Given triplets, whose people are not known, stay as they are.
 */
public final class RandomTriplets implements EpochBatches {

    private final TrainingPeople people;
    private final GivenBatches given = new GivenBatches();
    private final Map<Triplet, Integer> places = new HashMap<>(); // among the people; -1 where the triplet was given

    /** Draws from people. */
    public RandomTriplets(TrainingPeople people) {
        this.people = people;
    }

    @Override
    public List<StepBatch> of(TripletSet train, int batch, long seed, int epoch) {
        SplittableRandom random = new SplittableRandom(EpochOrder.seed(seed, epoch)); // another algorithm than the order's, or its numbers came twice
        List<Triplet> drawn = train.triplets().stream().map(triplet -> drawn(triplet, random)).toList();
        return given.of(new TripletSet(train.name(), drawn), batch, seed, epoch);
    }

    private Triplet drawn(Triplet triplet, SplittableRandom random) {
        int own = places.computeIfAbsent(triplet, each -> people.person(each).map(people.people()::indexOf).orElse(-1));
        if (own < 0) {
            return triplet;
        }
        Person person = people.people().get(own);
        List<Path> positives = person.images().stream().filter(image -> !image.equals(triplet.anchor())).toList();
        if (positives.isEmpty()) { // aligned, equal images are one file
            return triplet;
        }
        int other = random.nextInt(people.people().size() - 1);
        Person negative = people.people().get(other < own ? other : other + 1);
        return new Triplet(triplet.name(), triplet.kind(), triplet.anchor(), drawn(positives, random), drawn(negative.images(), random));
    }

    private static Path drawn(List<Path> images, SplittableRandom random) {
        return images.get(random.nextInt(images.size()));
    }

    @Override
    public EpochWork work(TripletSet train, int batch) {
        return given.work(train, batch);
    }

    @Override
    public boolean areGiven() {
        return given.areGiven();
    }
}

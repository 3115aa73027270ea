package facet.train.mining;

import facet.data.Person;
import facet.data.TripletSet;
import facet.io.FacetException;
import facet.train.EpochBatches;
import facet.train.EpochOrder;
import facet.train.EpochWork;
import facet.train.StepBatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Batches of P people with K images each (Hermans et al. 2017, section 3). Each person who has K images comes once in an epoch, with others and with other K of their
 * images than before. P follows from the setting batch: about as many images as a batch of triplets has. The last batch may have fewer people; one that would be left
 * alone, and so without a negative, joins the batch before.
 */
public final class PeopleBatches implements EpochBatches {

    private static final int FEWEST = 2;
    private static final int ROLES = 3;

    private final List<Person> people; // who have enough images
    private final int images;
    private final int batch; // P
    private final TripletChoice choice;

    private PeopleBatches(List<Person> people, int images, int batch, TripletChoice choice) {
        this.people = people;
        this.images = images;
        this.batch = batch;
        this.choice = choice;
    }

    /**
     * Makes batches by semi-hard or batch-hard mining.
     *
     * @param mining of which {@link Mining#takesPeople}
     * @param images of each person in a batch: K
     * @param batch the setting: three times as many images, rounded to whole people, are a step's
     * @throws FacetException where a batch would be of one person, or there are not enough people with so many images to fill one
     */
    public static PeopleBatches of(Mining mining, TrainingPeople all, int images, int batch) {
        int wanted = people(images, batch);
        List<Person> people = all.people().stream().filter(person -> person.images().size() >= images).toList();
        if (people.size() < wanted) {
            throw new FacetException("Mining " + mining + " takes " + wanted + " people with " + images + " images each a step, and " + people.size() + " of the "
                    + all.people().size() + " people who are trained on have so many images. " + way(all, images, batch));
        }
        return new PeopleBatches(people, images, wanted, mining == Mining.SEMIHARD ? new SemiHard() : new BatchHard());
    }

    /** Names the most images that can be: fewer are fewer of more people. */
    private static String way(TrainingPeople all, int images, int batch) {
        return IntStream.iterate(images - 1, fewer -> fewer >= FEWEST, fewer -> fewer - 1)
                .filter(fewer -> all.people().stream().filter(person -> person.images().size() >= fewer).count() >= people(fewer, batch)).boxed().findFirst()
                .map(most -> "With batch " + batch + ", images can be at most " + most + ". Lower images or batch, or add people.")
                .orElse("Lower the setting batch (now " + batch + ") or images, or add people.");
    }

    /**
     * Counts the people of a batch.
     *
     * @throws FacetException where it is one, who has no negative
     */
    public static int people(int images, int batch) {
        int people = (int) Math.min(Integer.MAX_VALUE, Math.round((double) ROLES * batch / images));
        if (people < FEWEST) {
            throw new FacetException("With batch " + batch + " and images " + images + " a batch is of one person, who has no negative: images has to be at most "
                    + 2L * batch + ", or batch larger.");
        }
        return people;
    }

    @Override
    public List<StepBatch> of(TripletSet train, int triplets, long seed, int epoch) {
        Random random = new Random(EpochOrder.seed(seed, epoch));
        List<Person> order = new ArrayList<>(people);
        Collections.shuffle(order, random);
        List<Person> drawn = order.stream().map(person -> drawn(person, random)).toList();
        EpochWork work = work(train, triplets);
        List<StepBatch> batches = new ArrayList<>();
        for (int step = 1; step <= work.steps(); step++) {
            batches.add(new PeopleBatch(drawn.subList(work.unitsAfter(step - 1), work.unitsAfter(step)), choice));
        }
        return batches;
    }

    /** The person with K of their images, each as likely. */
    private Person drawn(Person person, Random random) {
        List<Path> order = new ArrayList<>(person.images());
        Collections.shuffle(order, random);
        return new Person(person.name(), person.kind(), order.subList(0, images));
    }

    @Override
    public EpochWork work(TripletSet train, int triplets) {
        return new EpochWork(people.size(), images, batch, FEWEST);
    }

    @Override
    public boolean areGiven() {
        return false;
    }
}

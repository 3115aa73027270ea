package facet.study;

import facet.data.TripletSplit;
import facet.io.Progress;
import facet.train.EpochBatches;
import facet.train.GivenBatches;
import facet.train.TripletMeasurement;
import facet.train.mining.Mining;
import facet.train.mining.PeopleBatches;
import facet.train.mining.RandomTriplets;
import facet.train.mining.TrainingPeople;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a run is trained and measured on.
 *
 * @param split its triplets
 * @param people of whom mining takes others; nobody where the triplets are fixed
 */
record TrainingFaces(TripletSplit split, Optional<TrainingPeople> people) {

    /**
     * Finds whom mining takes.
     *
     * @throws facet.io.FacetException where the face set has nobody to mine
     */
    static TrainingFaces of(Run run, TripletSplit split, Progress progress) {
        boolean fixed = run.experiment().training().objective().mining() == Mining.FIXED;
        return new TrainingFaces(split, fixed ? Optional.empty() : Optional.of(TrainingPeople.of(run.faceSet(progress), split.train())));
    }

    /** Lists every image that is trained or measured on. */
    Set<Path> images() {
        return withPeople(TripletMeasurement.images(split.all()));
    }

    /** Lists every image that is trained on: of these mirrored views are kept as images of their own, where training flips. */
    Set<Path> trained() {
        return withPeople(TripletMeasurement.images(List.of(split.train())));
    }

    private Set<Path> withPeople(Set<Path> images) {
        people.ifPresent(mined -> images.addAll(mined.images()));
        return images;
    }

    /** Makes the same with the files that a network sees. */
    TrainingFaces shown(Faces faces, Progress progress) {
        UnaryOperator<Path> file = faces.shown(images(), progress);
        return new TrainingFaces(split.images(file), people.map(mined -> mined.images(file)));
    }

    /** Makes the batches of an epoch's steps; throws a FacetException where the people do not fill a batch. */
    EpochBatches batches(Training training) {
        Mining mining = training.objective().mining();
        if (people.isEmpty()) {
            return new GivenBatches();
        }
        return mining.takesPeople() ? PeopleBatches.of(mining, people.get(), training.objective().images(), training.batch()) : new RandomTriplets(people.get());
    }
}

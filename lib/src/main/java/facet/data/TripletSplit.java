package facet.data;

import java.util.List;

/**
 * The parts of an experiment: no person stands in two of train, validation and the ordinary test set.
 *
 * @param name the face set it was made of
 * @param train groups that are trained on
 * @param validation groups that choices are made on
 * @param testSets the ordinary test set first, then the special ones by kind
 */
public record TripletSplit(String name, TripletSet train, TripletSet validation, List<TripletSet> testSets) {

    public TripletSplit {
        testSets = List.copyOf(testSets);
    }
}

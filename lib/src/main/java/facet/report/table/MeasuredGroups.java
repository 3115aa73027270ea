package facet.report.table;

import facet.data.FacetException;
import facet.eval.TripletDistances;
import facet.model.Backbone;
import facet.study.Experiment;
import facet.study.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The distances that a run keeps, of every epoch and set: its file is read once, whatever is asked of it. */
public final class MeasuredGroups {

    private final Run run;
    private final Map<Integer, Map<String, List<TripletDistances>>> distances;

    public MeasuredGroups(Run run) {
        this.run = run;
        distances = run.distances();
    }

    Experiment experiment() {
        return run.experiment();
    }

    /** @throws FacetException where the run keeps none of this epoch and set */
    public List<TripletDistances> of(int epoch, String set) {
        List<TripletDistances> groups = distances.getOrDefault(epoch, Map.of()).getOrDefault(set, List.of());
        if (groups.isEmpty()) {
            throw new FacetException("The run " + run.id() + " has no distances of " + set + " after epoch " + epoch
                    + (run.recorded() && run.experiment().network().backbone() == Backbone.FROZEN ? ": those of frozen backbones are not recorded." : "."));
        }
        return groups;
    }

    /** The groups of several sets as if they were one; two sets may name a group alike. */
    List<TripletDistances> together(int epoch, String... sets) {
        return Arrays.stream(sets).flatMap(set -> of(epoch, set).stream()
                .map(group -> new TripletDistances(set + "/" + group.group(), group.kind(), group.positive(), group.negative()))).toList();
    }
}

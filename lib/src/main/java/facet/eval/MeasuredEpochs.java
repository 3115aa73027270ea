package facet.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What was measured after each epoch of a training.
 *
 * @param byEpoch the measurements of each epoch, in the order in which they were made; epoch 0 is the network before its first step
 */
public record MeasuredEpochs(Map<Integer, Measurements> byEpoch) {

    public MeasuredEpochs {
        byEpoch = Collections.unmodifiableMap(new LinkedHashMap<>(byEpoch));
    }

    /** @return the distances of a set's triplets after an epoch; empty where they were not measured */
    public List<TripletDistances> distances(int epoch, String set) {
        Measurements measured = byEpoch.get(epoch);
        return measured == null || !measured.sets().contains(set) ? List.of() : measured.distances(set);
    }

    /** @return these epochs with another one, which takes the place of an earlier measuring of the same epoch */
    public MeasuredEpochs plus(int epoch, Measurements measured) {
        Map<Integer, Measurements> more = new LinkedHashMap<>(byEpoch);
        more.put(epoch, measured);
        return new MeasuredEpochs(more);
    }

    /** @return the epochs up to and with an epoch */
    public MeasuredEpochs until(int epoch) {
        Map<Integer, Measurements> fewer = new LinkedHashMap<>(byEpoch);
        fewer.keySet().removeIf(other -> other > epoch);
        return new MeasuredEpochs(fewer);
    }

    /** @return the same epochs and sets with each triplet changed, such as rounded */
    public MeasuredEpochs map(UnaryOperator<TripletDistances> change) {
        Map<Integer, Measurements> changed = new LinkedHashMap<>();
        byEpoch.forEach((epoch, measured) -> {
            Measurements.Builder sets = new Measurements.Builder();
            measured.forEach((set, triplets) -> triplets.forEach(triplet -> sets.add(set, change.apply(triplet))));
            changed.put(epoch, sets.build());
        });
        return new MeasuredEpochs(changed);
    }
}

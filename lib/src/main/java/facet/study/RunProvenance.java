package facet.study;

import facet.align.Align;
import facet.align.FaceModels;
import facet.data.TripletSplit;
import facet.io.Progress;
import facet.model.weights.ModelProvenance;
import facet.model.weights.Weights;
import java.nio.file.Path;
import java.util.Optional;

/** The training of a run, as its checkpoint, and so a model that is exported from it, states it. */
final class RunProvenance {

    private RunProvenance() { }

    /** Makes the provenance of an experiment on its triplets. Of paths it holds the last name alone: where a file lies on a machine is nobody else's business. */
    static ModelProvenance of(Experiment experiment, TripletSplit split) {
        String weights = Weights.NAMES.contains(experiment.network().weights()) ? experiment.network().weights() : String.valueOf(Path.of(experiment.network().weights()).getFileName());
        ModelProvenance training = ModelProvenance.training(split.name(), split.hash(), experiment.training().seed(),
                experiment.with("data", split.name()).with("weights", weights).canonical());
        Align align = experiment.faces().align();
        return align == Align.NONE ? training : training.aligned(Optional.of(align.name()), Optional.of(FaceModels.detector(Progress.silent())));
    }
}

package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.TripletSet;
import facet.data.TripletSplit;
import facet.model.weights.ModelProvenance;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunProvenanceTest {

    private static final Experiment PAPER = Experiment.paper("generated");

    @Test
    void ofFacetsOwnDataHoldsEverySetting() {
        ModelProvenance provenance = RunProvenance.of(PAPER.seed(7), split("generated"));
        assertEquals(ModelProvenance.training("generated", split("generated").hash(), 7, PAPER.seed(7).canonical()), provenance);
    }

    @Test
    void namesNoPlaceOfTheMachine() {
        ModelProvenance provenance = RunProvenance.of(PAPER.with("data", "/home/anna/secret/Photos").with("weights", "/home/anna/w.safetensors"), split("Photos"));
        assertEquals("Photos", provenance.data().orElseThrow());
        assertTrue(provenance.settings().orElseThrow().startsWith("data=Photos groups=0 size=224 "), provenance.toString());
        assertTrue(provenance.settings().orElseThrow().contains(" weights=w.safetensors "), provenance.toString());
        assertTrue(provenance.metadata().values().stream().noneMatch(value -> value.contains("/")), provenance.toString());
    }

    private static TripletSplit split(String name) {
        TripletSet empty = new TripletSet("train", List.of());
        return new TripletSplit(name, empty, empty, List.of());
    }
}

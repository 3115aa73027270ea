package facet.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.study.Experiment;
import facet.study.Variation;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunNamesTest {

    private static final Experiment P2 = Experiment.paper("generated");

    @Test
    void aRunIsNamedByWhatDiffersAndANetworkByItsName() {
        Experiment bare = P2.with("level", "NONE").learningRate(0.01);
        Variation both = Variation.of(List.of(P2, bare));
        assertEquals("P2, lr 0.001", RunNames.of(both, P2));
        assertEquals("ResNet-50 (no FPN), lr 0.01", RunNames.of(both, bare));
        assertEquals("ResNet-50 (no FPN)", RunNames.of(both, bare, "lr"));
        Experiment flat = P2.with("pooling", "FLATTEN").with("level", "POOL").with("size", 112);
        assertEquals("112 pixels, pool, flattened", RunNames.of(Variation.of(List.of(P2.with("size", 224), flat)), flat));
    }

    @Test
    void aValueStandsAlone() {
        assertEquals("0.01", RunNames.value(P2, "lr", "0.01"));
        assertEquals("ResNet-50 (no FPN)", RunNames.value(P2, "level", "NONE"));
        assertEquals("ResNet-50 + linear", RunNames.value(P2.with("backbone", "FROZEN"), "level", "NONE"));
        assertEquals("averaged", RunNames.value(P2, "pooling", "AVERAGE"));
        assertEquals("lr 0.01", RunNames.setting(P2, "lr", "0.01"));
    }
}

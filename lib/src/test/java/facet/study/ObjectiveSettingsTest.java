package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.eval.Distance;
import facet.eval.LossForm;
import facet.eval.MeasuredLoss;
import facet.io.FacetException;
import facet.train.mining.Mining;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings mining, images, loss, distance and normalize. */
class ObjectiveSettingsTest {

    private static final Experiment PAPER = Experiment.paper("generated");

    @Test
    void theyChangeTheIdOnlyWhereTheyDifferFromThePapers() {
        assertEquals(PAPER.id(), PAPER.with("mining", "fixed").with("images", "2").with("loss", "hinge").with("distance", "euclidean").with("normalize", "false").id());
        Set<String> ids = new TreeSet<>(Set.of(PAPER.id()));
        Map.of("mining", List.of("random", "semihard", "batchhard"), "loss", List.of("soft"), "distance", List.of("squared"), "normalize", List.of("true"))
                .forEach((name, values) -> values.forEach(value -> ids.add(PAPER.with(name, value).id())));
        assertEquals(7, ids.size());
        assertEquals(PAPER.canonical() + " normalize=true mining=batchhard images=4 loss=soft distance=squared",
                PAPER.with("normalize", true).with("mining", "BatchHard").with("images", 4).with("loss", "soft").with("distance", "squared").canonical());
    }

    @Test
    void theLossIsThatOfTheSettings() {
        assertEquals(MeasuredLoss.hinge(0.2), PAPER.with("margin", 0.2).training().loss());
        assertEquals(new MeasuredLoss(LossForm.SOFT, Distance.SQUARED, 1), PAPER.with("loss", "soft").with("distance", "squared").training().loss());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "mining=hard|The setting mining is hard; it has to be one of fixed, random, semihard, batchhard.",
        "loss=smooth|The setting loss is smooth; it has to be one of hinge, soft.",
        "distance=cosine|The setting distance is cosine; it has to be one of euclidean, squared.",
        "normalize=yes|The setting normalize is yes; it has to be true or false.",
        "mining=semihard images=1|The setting images is 1; it has to be at least 2, an anchor and a positive.",
        "images=3|The setting images is 3; it has to be left out where mining is fixed: only batches of semihard and batchhard have so many images of each person.",
        "mining=random images=3|The setting images is 3; it has to be left out where mining is random: only batches of semihard and batchhard have so many images of each person.",
        "loss=soft margin=0.2|The setting margin is 0.2; it has to be left out where the loss is soft: it has no margin.",
        "mining=batchhard batch=1 images=4|With batch 1 and images 4 a batch is of one person, who has no negative: images has to be at most 2, or batch larger.",
    })
    void whatCannotBeIsSaid(String settings, String said) {
        assertEquals(said, assertThrows(FacetException.class, () -> {
            Settings values = PAPER.values();
            for (String setting : settings.split(" ")) {
                values = values.with(setting.split("=")[0], setting.split("=")[1]);
            }
            Experiment.of(values);
        }).getMessage());
    }

    /** A file as a reader of the README writes it. */
    @Test
    void aStudyVariesThem() throws URISyntaxException {
        Studies studies = StudyFile.read(Path.of(ObjectiveSettingsTest.class.getResource("/study/objective.yaml").toURI()));
        List<Experiment> mining = studies.study("mining").experiments();
        assertEquals(2 * 4 * 2 * 2, mining.stream().map(Experiment::id).distinct().count());
        assertEquals(PAPER.size(112).with("backbone", "frozen").seed(1), mining.get(0));
        assertEquals(Set.of(LossForm.SOFT), Set.copyOf(studies.study("soft margin").experiments().stream().map(each -> each.training().objective().loss()).toList()));
        assertEquals(new Objective(Mining.BATCHHARD, 3, LossForm.HINGE, Distance.EUCLIDEAN), studies.study("three images of each person").experiments().get(0).training().objective());
    }
}

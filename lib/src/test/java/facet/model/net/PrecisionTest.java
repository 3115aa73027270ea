package facet.model.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import facet.RelativeError;
import facet.io.FacetException;
import facet.model.FaceEmbedder;
import facet.model.Pass;
import facet.model.Pooling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionTest {

    /** A bfloat16 has 8 binary digits; the layers of the network add up their roundings. */
    private static final double A_FEW_ROUNDINGS = 0.03;

    @Test
    void aNarrowNumberHasEightDigitsAndItsGradientPasses() {
        try (NDManager manager = NDManager.newBaseManager(); PrecisionCast casts = PrecisionCast.of(Precision.BF16, manager);
                NDArray x = manager.create(new float[] {1 + 1 / 128f, 1 + 1 / 512f, 1e30f})) {
            x.setRequiresGradient(true);
            try (GradientCollector gradients = Engine.getInstance().newGradientCollector();
                    NDArray narrow = casts.narrow(x, true); NDArray wide = casts.widen(narrow, true); NDArray sum = wide.sum()) {
                assertArrayEquals(new float[] {1 + 1 / 128f, 1, 1e30f}, wide.toFloatArray(), 4e27f);
                assertEquals(1, wide.toFloatArray()[1], "the digits beyond are gone");
                gradients.backward(sum);
            }
            assertArrayEquals(new float[] {1, 1, 1}, x.getGradient().toFloatArray());
        }
    }

    @ParameterizedTest
    @CsvSource({"NONE, AVERAGE", "P2, AVERAGE", "P4, AVERAGE", "P2, MAX", "P3, FLATTEN"})
    void bothPrecisionsEmbedAlike(Level level, Pooling pooling) {
        float[] wide = embed(level, pooling, Precision.FP32);
        float[] narrow = embed(level, pooling, Precision.BF16);
        double error = RelativeError.of(wide, narrow);
        assertTrue(error > 1e-5 && error < A_FEW_ROUNDINGS, () -> "differs by " + error);
    }

    private static float[] embed(Level level, Pooling pooling, Precision precision) {
        try (NDManager manager = NDManager.newBaseManager(); NoGradient off = new NoGradient();
                FaceEmbedder model = FaceEmbedder.builder().level(level).pooling(pooling).precision(precision).build(manager)) {
            assertEquals(precision, model.precision());
            return Pass.embed(model, Pass.images(manager, 2)).toFloatArray();
        }
    }

    @Test
    void isFoundByNameAndByProcessor() {
        assertEquals(Precision.FP32, Precision.of("fp32"));
        assertEquals(Precision.BF16, Precision.of("BF16"));
        assertEquals(Precision.auto(), Precision.of("auto"));
        String message = assertThrows(FacetException.class, () -> Precision.of("fp16")).getMessage();
        assertEquals("The precision is fp16; it can be fp32, bf16 or auto.", message);
        assertEquals(Precision.BF16, Precision.ofProcessor("model name : x\nflags\t: avx2 avx512_bf16 fsrm\n", null));
        assertEquals(Precision.BF16, Precision.ofProcessor("flags\t: amx_bf16 amx_tile\n", null));
        assertEquals(Precision.FP32, Precision.ofProcessor("flags\t: avx2 avx512f avx512_vnni\n", null));
    }

    @ParameterizedTest
    @CsvSource({"AVX2, FP32", "avx512_core_vnni, FP32", "AVX512_CORE_BF16, BF16", "avx512_core_amx, BF16", "DEFAULT, BF16"})
    void keepsToWhatOneDnnMayUse(String most, Precision precision) {
        assertEquals(precision, Precision.ofProcessor("flags\t: avx2 avx512_bf16\n", most));
    }
}

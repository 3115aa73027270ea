package facet.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import facet.model.net.UnitLength;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The backward pass may come long after the forward pass, as in the next cell of a notebook: by then Java has taken back the memory of numbers that nobody holds. */
class LateBackwardTest {

    private static final int NUMBERS = 20_000;
    private static final int LOSSES = 50; // some of which hit memory that was taken by others

    @Test
    void theGradientDoesNotDependOnWhatJavaCollectedInBetween() throws InterruptedException {
        UnaryOperator<NDArray> loss = embeddings -> new TripletLoss(1).evaluate(new NDList(), new NDList(embeddings));
        assertArrayEquals(gradient(loss, false), gradient(loss, true));
    }

    @Test
    void norDoesThatOfVectorsOfLengthOne() throws InterruptedException {
        UnaryOperator<NDArray> sum = embeddings -> UnitLength.of(embeddings.add(1)).sum();
        assertArrayEquals(gradient(sum, false), gradient(sum, true));
    }

    /** The gradient of a sum of losses, by embeddings of one triplet with d(A, P) = 2 and d(A, N) = 1 in two dimensions. */
    private static float[] gradient(UnaryOperator<NDArray> function, boolean late) throws InterruptedException {
        try (NDManager manager = NDManager.newBaseManager(); NDArray numbers = manager.create(new float[] {0, 0, 2, 0, 0, 1}, new Shape(3, 2))) {
            NDArray embeddings = numbers.duplicate();
            embeddings.setRequiresGradient(true);
            try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                NDArray loss = function.apply(embeddings);
                for (int i = 1; i < LOSSES; i++) {
                    loss = loss.add(function.apply(embeddings));
                }
                if (late) {
                    reuseFreedMemory();
                }
                gradients.backward(loss);
            }
            return embeddings.getGradient().toFloatArray();
        }
    }

    /** Lets Java free the memory of buffers that nobody holds, and fills it with a number that is larger than any loss. */
    private static void reuseFreedMemory() throws InterruptedException {
        List<ByteBuffer> kept = new ArrayList<>(numbers());
        for (int round = 0; round < 8; round++) {
            numbers(); // so many that what was freed does not stay with the thread that freed it
            System.gc();
            Thread.sleep(50);
            kept.addAll(numbers());
        }
    }

    private static List<ByteBuffer> numbers() {
        List<ByteBuffer> buffers = new ArrayList<>();
        for (int i = 0; i < NUMBERS; i++) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(Float.BYTES).order(ByteOrder.nativeOrder());
            buffer.putFloat(0, 1e9f);
            buffers.add(buffer);
        }
        return buffers;
    }
}

package facet.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.optimizer.Optimizer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stochastic gradient descent with momentum (paper section 2.4): v = momentum v + lr g, w = w - v. At one learning rate these are the steps of torch.optim.SGD,
 * which keeps v / lr. Unlike DJL's own, its momentum can be saved and put back.
 */
public final class Sgd extends Optimizer implements AutoCloseable {

    private final float learningRate;
    private final float momentum;
    private final Map<String, NDArray> velocity = new LinkedHashMap<>();

    /** The paper's are 0.001 and 0.9. */
    public Sgd(float learningRate, float momentum) {
        super(new Settings());
        this.learningRate = learningRate;
        this.momentum = momentum;
    }

    /** @return v by parameter name, each of the parameter's shape; empty before the first step */
    public Map<String, NDArray> velocity() {
        return velocity;
    }

    /** Updates a weight in place and sets its gradient to zero. */
    @Override
    public void update(String name, NDArray weight, NDArray gradient) {
        NDArray v = velocity.computeIfAbsent(name, key -> {
            NDManager owner = weight.getManager();
            return owner.zeros(weight.getShape(), weight.getDataType(), weight.getDevice());
        });
        float noDecay = 0;
        float noRescale = 1;
        float noClip = -1;
        weight.getNDArrayInternal().sgdUpdate(new NDList(weight, gradient, v), new NDList(weight), learningRate, noDecay,
                noRescale, noClip, momentum, true);
    }

    /** Closes the momentum. */
    @Override
    public void close() {
        velocity.values().forEach(NDArray::close);
        velocity.clear();
    }

    private static final class Settings extends OptimizerBuilder<Settings> {
        @Override
        protected Settings self() {
            return this;
        }
    }
}

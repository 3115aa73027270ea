package facet.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.training.optimizer.Optimizer;
import facet.model.net.NoGradient;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stochastic gradient descent with momentum (paper section 2.4): v = momentum v + lr g, w = w - v. At one learning rate these are the steps of torch.optim.SGD,
 * which keeps v / lr. Where the rate changes from step to step they are torch's, too: v is that of the whole rate lr, and a step at a share s of it is w = w - s v.
 * Weight decay d adds d w to the gradient (L2, as torch's SGD), of every parameter that is trained, norms and biases included: torch and torchvision's training scripts leave none out by default. Unlike DJL's own, its momentum can be saved and put back.
 */
public final class Sgd extends Optimizer implements AutoCloseable {

    private final float learningRate;
    private final float momentum;
    private final float decay;
    private final Map<String, NDArray> velocity = new LinkedHashMap<>();

    /** Makes an optimiser without weight decay; the paper's learning rate and momentum are 0.001 and 0.9. */
    public Sgd(float learningRate, float momentum) {
        this(learningRate, momentum, 0);
    }

    /** Makes the same with weight decay. */
    public Sgd(float learningRate, float momentum, float decay) {
        super(new Settings());
        this.learningRate = learningRate;
        this.momentum = momentum;
        this.decay = decay;
    }

    /** @return v by parameter name, each of the parameter's shape; empty before the first step */
    public Map<String, NDArray> velocity() {
        return velocity;
    }

    /** Updates a weight in place and sets its gradient to zero. */
    @Override
    public void update(String name, NDArray weight, NDArray gradient) {
        update(name, weight, gradient, 1, 1);
    }

    /**
     * Updates a weight in place and sets its gradient to zero.
     *
     * @param scale that the gradient is multiplied by first
     * @param share of the learning rate in this step
     */
    public void update(String name, NDArray weight, NDArray gradient, float scale, float share) {
        NDArray v = velocity.computeIfAbsent(name, key -> {
            NDManager owner = weight.getManager();
            return owner.zeros(weight.getShape(), weight.getDataType(), weight.getDevice());
        });
        if (share == 1) {
            float noClip = -1;
            weight.getNDArrayInternal().sgdUpdate(new NDList(weight, gradient, v), new NDList(weight), learningRate, decay, scale, noClip, momentum, true);
        } else { // DJL's kernel takes one learning rate only
            updateAt(share, weight, gradient.muli(scale), v);
        }
    }

    private void updateAt(float share, NDArray weight, NDArray gradient, NDArray v) {
        try (NoGradient off = new NoGradient(); NDArray decayed = weight.mul(decay); NDArray moved = gradient.addi(decayed).mul(learningRate);
                NDArray change = v.muli(momentum).addi(moved).mul(share)) {
            weight.subi(change);
            gradient.set(new NDIndex("..."), 0);
        }
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

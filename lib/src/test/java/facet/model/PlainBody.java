package facet.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import facet.model.net.Body;
import facet.model.net.Level;
import java.util.Collections;

/** A backbone of three lines for tests: the images 6 times (C2), 12, 24 and 48 times, averaged over squares of 2, 4, 8 and 16 pixels, times a factor. */
public final class PlainBody extends AbstractBlock implements Body {

    private final float factor;
    private boolean closed;

    public PlainBody(float factor) {
        this.factor = factor;
    }

    @Override
    public int channels() {
        return 18;
    }

    @Override
    public String text() {
        return "plain " + factor;
    }

    @Override
    public String network(Level level) {
        return level.network("Plain");
    }

    @Override
    protected NDList forwardInternal(ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDList maps = new NDList();
        for (int map = 0; map < 4; map++) {
            Shape square = new Shape(2 << map, 2 << map);
            NDArray pooled = Pool.avgPool2d(inputs.head().mul(factor), square, square, new Shape(0, 0), false, true);
            maps.add(NDArrays.concat(new NDList(Collections.nCopies(6 << map, pooled)), 1));
        }
        return maps;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] images) {
        Shape[] maps = new Shape[4];
        for (int map = 0; map < 4; map++) {
            maps[map] = new Shape(images[0].get(0), 18 << map, images[0].get(2) / (2 << map), images[0].get(3) / (2 << map));
        }
        return maps;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}

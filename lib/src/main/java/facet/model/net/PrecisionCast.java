package facet.model.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Casts between float32 and the precision of the convolutions; gradients pass through them. DJL's own cast cuts them, and its type
 * BFLOAT16 ends the JVM: so they are two methods of a TorchScript module (precision.py beside precision.pt), and no code reads the type of a narrow array. What a cast returns is the caller's to close, in fp32 too, where it is a view.
 */
public final class PrecisionCast implements AutoCloseable {

    private static final String MODULE = "precision.pt";

    private final PtSymbolBlock module; // null in fp32
    private final NDArray widen; // only its name counts: it is how DJL chooses a method of a module

    private PrecisionCast(PtSymbolBlock module, NDArray widen) {
        this.module = module;
        this.widen = widen;
    }

    /** Makes the casts of a precision; the manager owns what they need. */
    public static PrecisionCast of(Precision precision, NDManager manager) {
        if (precision == Precision.FP32) {
            return new PrecisionCast(null, null);
        }
        try (InputStream file = PrecisionCast.class.getResourceAsStream(MODULE)) {
            NDArray widen = manager.zeros(new Shape(1));
            widen.setName("module_method:widen");
            return new PrecisionCast(JniUtils.loadModule((PtNDManager) manager, file, false, false), widen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Casts from float32 to the precision. */
    public NDArray narrow(NDArray x, boolean training) {
        NDArray view = view(x);
        if (module == null) {
            return view;
        }
        try (view) { // it has no name: DJL would take the dots in a parameter's for a structure
            return IValueUtils.forward(module, new NDList(view), training).singletonOrThrow();
        }
    }

    /** Casts from the precision to float32. */
    public NDArray widen(NDArray x, boolean training) {
        return module == null ? view(x) : IValueUtils.forward(module, new NDList(x, widen), training).singletonOrThrow();
    }

    private static NDArray view(NDArray x) {
        return x.reshape(x.getShape());
    }

    @Override
    public void close() {
        if (module != null) {
            module.close();
            widen.close();
        }
    }
}

package facet.parity;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.HashMap;
import java.util.Map;

/** A network's parameters in float64. */
final class WideParameters extends ParameterStore {

    private final Map<Parameter, NDArray> wide = new HashMap<>();

    WideParameters(NDManager manager) {
        super(manager, false);
    }

    @Override
    public NDArray getValue(Parameter parameter, Device device, boolean training) {
        return array(parameter);
    }

    /** The float64 copy that a network with these parameters computes with. */
    NDArray array(Parameter parameter) {
        return wide.computeIfAbsent(parameter, p -> {
            NDArray copy = p.getArray().toType(DataType.FLOAT64, true);
            copy.setRequiresGradient(p.requiresGradient());
            return copy;
        });
    }

    NDArray gradient(Parameter parameter) {
        return array(parameter).getGradient();
    }
}

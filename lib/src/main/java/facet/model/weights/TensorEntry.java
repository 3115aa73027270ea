package facet.model.weights;

import ai.djl.ndarray.types.Shape;

/**
 * A tensor's entry in a safetensors header.
 *
 * @param name of the tensor
 * @param type of its numbers
 * @param shape the sizes of its axes
 * @param from where its first byte is, counted from the header's end
 * @param to where its last byte ends
 */
record TensorEntry(String name, TensorType type, Shape shape, long from, long to) {

    /**
     * Checks an entry by itself; its place among the others is {@link SafetensorsHeader}'s affair.
     *
     * @throws IllegalArgumentException where its bytes are not those that its shape needs
     */
    static TensorEntry of(String name, TensorType type, long[] axes, long from, long to) {
        Shape shape = new Shape(axes);
        long needed = type.bytes();
        try {
            for (long axis : axes) {
                needed = Math.multiplyExact(needed, axis);
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("tensor " + name + " has the shape " + shape + ", which is too large", e);
        }
        if (to < from) {
            throw new IllegalArgumentException("tensor " + name + " begins at byte " + from + " and ends before, at " + to);
        }
        if (needed != to - from) {
            throw new IllegalArgumentException("tensor " + name + " of the type " + type + " and the shape " + shape + " needs " + needed
                    + " bytes and has " + (to - from));
        }
        return new TensorEntry(name, type, shape, from, to);
    }

    /** Counts its bytes. */
    long bytes() {
        return to - from;
    }
}

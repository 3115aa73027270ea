package facet.io;

/** Bad input or a failed write: its message is one sentence for the user, naming the file or setting and the way out. */
public final class FacetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FacetException(String message) {
        super(message);
    }

    public FacetException(String message, Throwable cause) {
        super(message, cause);
    }
}

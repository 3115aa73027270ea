package facet.data;

import facet.io.Progress;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.ToDoubleBiFunction;

/** Measures how alike two faces are: another network than those that are tested, so that none of them chooses its own test. */
public interface Judge {

    /** @return what it is, such as the first digits of its files' SHA-256 */
    String name();

    /**
     * Measures images.
     *
     * @return the likeness of any two of them: the higher, the more alike
     * @throws facet.io.FacetException where the judge can't be had, an image can't be read, or the thread was interrupted, which it stays
     */
    ToDoubleBiFunction<Path, Path> likeness(Collection<Path> images, Progress progress);
}

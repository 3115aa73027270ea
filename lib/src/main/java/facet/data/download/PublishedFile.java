package facet.data.download;

import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that others publish and that is no part of Facet: the user has a copy, or it is fetched once.
 *
 * @param variable the environment variable that names a copy
 * @param kind what the variable may name, such as "the archive of LFW or its folder"
 * @param name what it is called in data/cache
 * @param address where it is fetched from
 * @param sha256 what is expected there
 */
public record PublishedFile(String variable, String kind, String name, URI address, String sha256) {

    /**
     * @param named the value of the variable, or null
     * @return the user's own copy, whose content is not checked; nothing where the variable is not set
     * @throws FacetException where it does not exist
     */
    public Optional<Path> copy(String named) {
        Optional<Path> copy = Optional.ofNullable(named).filter(value -> !value.isBlank()).map(Path::of);
        copy.filter(Files::notExists).ifPresent(path -> {
            throw new FacetException(variable + " is " + path + ", and that does not exist. Set it to " + kind + ".");
        });
        return copy;
    }

    /** @return the file in data/cache, downloaded where it is missing; throws as {@link Download#fetch} */
    public Path fetch(DataHome home, Progress progress) {
        Path file = home.cache().resolve(name);
        Download.fetch(address, sha256, file, progress);
        return file;
    }
}

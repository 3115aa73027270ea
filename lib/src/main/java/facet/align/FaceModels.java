package facet.align;

import facet.data.download.PublishedFile;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import facet.io.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The two networks, both from OpenCV's zoo of models: a copy that a variable names, or fetched once into data/cache. */
public final class FaceModels {

    /** YuNet finds faces (MIT licence). */
    public static final PublishedFile YUNET = file("FACET_YUNET", "the file of YuNet", "face_detection_yunet/face_detection_yunet_2023mar.onnx",
            "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4");

    /** SFace embeds aligned faces (Apache-2.0). */
    public static final PublishedFile SFACE = file("FACET_SFACE", "the file of SFace", "face_recognition_sface/face_recognition_sface_2021dec.onnx",
            "0ba9fbfa01b5270c96627c4ef784da859931e02f04419c829e83484087c34e79");

    private FaceModels() { }

    private static PublishedFile file(String variable, String kind, String path, String sha256) {
        return new PublishedFile(variable, kind, Path.of(path).getFileName().toString(),
                URI.create("https://media.githubusercontent.com/media/opencv/opencv_zoo/82b38c8f98e7b52aa171400f3e4c722352d0669f/models/" + path), sha256);
    }

    /** @return whether a network's file is here, so that {@link #open} has nothing to fetch */
    public static boolean isHere(PublishedFile model) {
        return isHere(model, System.getenv(model.variable()), DataHome.find());
    }

    static boolean isHere(PublishedFile model, String named, DataHome home) {
        return model.copy(named).isPresent() || Files.isRegularFile(home.cache().resolve(model.name()));
    }

    /** @return the file of a network, the user's or fetched; throws a FacetException where neither is to be had */
    public static Path open(PublishedFile model, Progress progress) {
        return open(model, System.getenv(model.variable()), progress);
    }

    static Path open(PublishedFile model, String named, Progress progress) {
        Path file = model.copy(named).orElseGet(() -> model.fetch(DataHome.find(), progress));
        if (!Files.isRegularFile(file)) {
            throw new FacetException(model.variable() + " is " + file + ", which is no file. Set it to " + model.kind() + ".");
        }
        return file;
    }

    /** @return the SHA-256 of the file of YuNet that finds the faces here; throws a FacetException where it is not to be had */
    public static String detector(Progress progress) {
        return sha256(open(YUNET, progress));
    }

    static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new FacetException("Can't read " + file + ": is it there, and readable?", e);
        }
    }

    /** @return the refusal of a file that OpenCV can't use as that network */
    static FacetException refusal(Path file, PublishedFile model, Throwable cause) {
        return new FacetException(file + " is not " + model.kind().replace("the file of ", "") + ", or is damaged. Set " + model.variable() + " to " + model.kind()
                + ", " + model.name() + ", or unset it: then Facet fetches it.", cause);
    }
}

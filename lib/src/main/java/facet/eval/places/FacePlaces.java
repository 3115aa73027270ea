package facet.eval.places;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import facet.data.image.ImageLoader;
import facet.model.FaceEmbedder;
import facet.model.LevelMap;
import java.nio.file.Path;
import java.util.List;

/**
 * The vectors of one face, one for each place of a level's map. Their mean is the face's embedding.
 *
 * @param grid how the places lie on the image
 * @param vectors [places][dimensions], row by row; nobody changes them
 */
public record FacePlaces(PlaceGrid grid, float[][] vectors) {

    public FacePlaces {
        if (vectors.length != grid.places()) {
            throw new IllegalArgumentException("There are " + grid.places() + " places and " + vectors.length + " vectors.");
        }
    }

    /**
     * Computes the vectors of an image file.
     *
     * @throws facet.io.FacetException where the file is no image, or the network's embedding is no average
     */
    public static FacePlaces of(FaceEmbedder model, Path image, ImageLoader loader) {
        try (NDManager pass = model.manager().newSubManager(); NDArray input = loader.batch(pass, List.of(loader.load(image)));
                NDArray map = LevelMap.of(model, new ParameterStore(pass, false), input)) {
            Shape shape = map.getShape();
            int side = (int) shape.get(3);
            int dimensions = (int) shape.get(1);
            float[] channels = map.toFloatArray(); // one channel after the other
            float[][] vectors = new float[side * side][dimensions];
            for (int i = 0; i < channels.length; i++) {
                vectors[i % vectors.length][i / vectors.length] = channels[i];
            }
            return new FacePlaces(PlaceGrid.ofMap(loader.size(), side, model.level().stride()), vectors);
        }
    }

    /** @return the mean over all places, the embedding */
    double[] mean() {
        double[] mean = new double[vectors[0].length];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += (double) vector[i] / vectors.length;
            }
        }
        return mean;
    }

    /** @return the same in float, as embeddings are */
    float[] embedding() {
        double[] mean = mean();
        float[] embedding = new float[mean.length];
        for (int i = 0; i < mean.length; i++) {
            embedding[i] = (float) mean[i];
        }
        return embedding;
    }
}

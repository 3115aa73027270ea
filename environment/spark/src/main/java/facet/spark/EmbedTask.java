package facet.spark;

import facet.io.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Embeds some images on a worker.
 *
 * @param settings of the network
 * @param images absolute paths, which the worker sees, too; whole batches but for the last ones
 */
record EmbedTask(NetworkSettings settings, ArrayList<String> images) implements ClusterTask<float[][]> {

    @Override
    public String name() {
        return "the embeddings of " + images.get(0) + " and those behind it";
    }

    @Override
    public float[][] result() {
        List<float[]> embeddings = new ArrayList<>();
        WorkerNetwork.of(settings).each(images.stream().map(Path::of).toList(), Progress.silent(), (image, embedding) -> embeddings.add(embedding));
        return embeddings.toArray(float[][]::new);
    }
}

package facet.study;

import facet.align.FaceAlignment;
import facet.align.SFace;
import facet.align.SFaceSource;
import facet.data.TripletSplit;
import facet.data.image.ImageLoader;
import facet.eval.Measurements;
import facet.io.Progress;
import facet.train.TripletMeasurement;

/** SFace's own embeddings, of which nothing is trained here, on the faces of an experiment: the reference of networks that are trained on its maps. */
public final class SFaceAlone {

    private SFaceAlone() { }

    /**
     * Measures SFace on all sets of a run's split, as the run sees them: aligned where its faces are. The run itself need not be trained.
     *
     * @throws facet.io.FacetException where SFace or OpenCV is not to be had, or an image can't be read
     */
    public static Measurements measure(Run run, Progress progress) {
        TripletSplit split = run.split(progress);
        TripletSplit shown = split.images(run.experiment().faces().shown(TripletMeasurement.images(split.all()), progress));
        try (SFace network = SFace.open(progress); ImageLoader loader = new ImageLoader(FaceAlignment.SFACE_SIDE)) {
            return TripletMeasurement.measure(new SFaceSource(network, loader), shown.all(), progress);
        }
    }
}

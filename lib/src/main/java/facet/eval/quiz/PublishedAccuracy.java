package facet.eval.quiz;

import java.util.List;

/**
 * What people reached in published studies of look-alikes: other people on other pairs, as a landmark beside one's own result.
 *
 * @param task what they decided, and whose study it is
 * @param accuracy the mean share of correct answers
 */
public record PublishedAccuracy(String task, double accuracy) {

    /**
     * SLLFW, photographs of strangers who look alike, and LFW's pairs of one person. W. Deng, J. Hu, N. Zhang, B. Chen and J. Guo, Fine-grained face verification: FGLFW
     * database, baselines, and human-DCMN partnership, Pattern Recognition 66 (2017), 63-73: 92.03 %, and 99.85 % on LFW (from its abstract; FGLFW is SLLFW's older name).
     */
    public static final PublishedAccuracy LOOKALIKES = new PublishedAccuracy("look-alikes (SLLFW), Deng et al. 2017", 0.9203);

    /**
     * Identical twins in frontal photographs, 25 people with 100 pairs each and as much time as they liked: 93 %, from 78 to 100 %. S. Biswas, K. W. Bowyer and P. J. Flynn,
     * A study of face recognition of identical twins by humans, IEEE Workshop on Information Forensics and Security (2011), as summed up by M. Zang, H. Wu, M. Sharma and
     * K. W. Bowyer, Revisiting face recognition for monozygotic twins: the Celeb Twins Test Set, section 3.
     */
    public static final PublishedAccuracy TWINS = new PublishedAccuracy("identical twins, Biswas et al. 2011", 0.93);

    /** Both. */
    public static final List<PublishedAccuracy> ALL = List.of(LOOKALIKES, TWINS);
}

package facet.align;

/** Whether faces are aligned before a network sees them. */
public enum Align {
    /** The image as it is, resized. */
    NONE,
    /** The face, with eyes, nose and mouth always in the same place. */
    EYES
}

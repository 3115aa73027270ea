/**
 * Finds faces, aligns them by their landmarks, and embeds them with SFace, a network made for faces, whose maps can be a backbone. Depends on {@code io}, {@code data}
 * with images and downloads, and {@code model}.
 *
 * <p>The runtime is OpenCV ({@code FaceDetectorYN}, {@code FaceRecognizerSF}), which brings YuNet's decoding and SFace's alignment. It comes from
 * {@code org.bytedeco:opencv}: its Java part has 3 MB with what it needs, and its libraries are a jar for each system (51 MB with OpenBLAS on Linux).
 * {@code org.openpnp:opencv}, the one that {@code ai.djl.opencv} brings, is one jar of 110 MB with the libraries of all systems, and ONNX Runtime's has
 * 139 MB and neither decoding nor alignment.
 */
package facet.align;

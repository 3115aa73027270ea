package facet.report.chart;

import de.erichseifert.vectorgraphics2d.Document;
import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import facet.io.AtomicFile;
import facet.io.FacetException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes figures: PNG and JPEG by Java, SVG and PDF by VectorGraphics2D, which XChart names for this. */
final class FigureFile {

    private static final float QUALITY = 0.85f; // of a JPEG, from 0 to 1: no face looks different
    private static final double MILLIMETRES = 25.4 / 96; // of a screen's pixel: a PDF is in millimetres, an SVG in pixels

    private FigureFile() { }

    /** Writes a file of the kind that its name ends in; {@link Drawable#save}. */
    static Path write(Figure figure, Path file) {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!name.contains(".") || !(ending.equals("png") || ending.equals("svg") || ending.equals("pdf"))) {
            throw new FacetException("Can't save a figure as " + file + ": its name must end in .png, .svg or .pdf.");
        }
        Path whole = file.toAbsolutePath().normalize();
        AtomicFile.check(whole);
        AtomicFile.write(whole, out -> {
            if (ending.equals("png")) {
                encode(figure.image(), false, out);
            } else {
                vector(figure, ending).writeTo(out);
            }
        });
        return whole;
    }

    private static Document vector(Figure figure, String format) {
        OutlinePen graphics = new OutlinePen();
        double unit = format.equals("pdf") ? MILLIMETRES : 1;
        graphics.scale(unit, unit);
        Canvas.paint(graphics, figure.width(), figure.height(), pen -> figure.layout().paint(pen, figure.width(), figure.height()));
        return Processors.get(format).getDocument(graphics.getCommands(), new PageSize(figure.width() * unit, figure.height() * unit));
    }

    /** @return the file of an image as JPEG, or without loss as PNG */
    static byte[] bytes(BufferedImage image, boolean jpeg) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            FigureFile.encode(image, jpeg, bytes);
        } catch (IOException e) { // memory does not fail
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void encode(BufferedImage image, boolean jpeg, OutputStream out) throws IOException {
        if (!jpeg) {
            ImageIO.write(image, "png", out);
            return;
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}

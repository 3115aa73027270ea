package facet.report.chart;

import facet.eval.quiz.Answers;
import facet.eval.quiz.PairQuiz;
import facet.eval.quiz.QuizPair;
import facet.io.AtomicFile;
import facet.io.FacetException;
import java.awt.Graphics2D;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A quiz on one sheet: numbered pairs with two boxes to tick, three pairs a row, as a printed page holds them. With answers, whether each is correct instead of the boxes. */
public final class PairSheet implements Drawable {

    private static final int FACE = 96;
    private static final int GAP = 4;
    private static final int COLUMNS = 3;
    private static final int LINE = 18;
    private static final int WIDTH = 2 * FACE + GAP + 24;
    private static final int HEIGHT = 2 * LINE + FACE + 14;
    private static final int BOX = 11;
    private static final String OWN = "my-";

    private final PairQuiz quiz;
    private Optional<Answers> answers = Optional.empty();

    private PairSheet(PairQuiz quiz) {
        this.quiz = quiz;
    }

    /** @return the sheet of a quiz, without answers */
    public static PairSheet of(PairQuiz quiz) {
        return new PairSheet(quiz);
    }

    /** Shows for each pair what is true, and whether this answer is correct. */
    public PairSheet answers(Answers given) {
        answers = Optional.of(given);
        return this;
    }

    /**
     * Draws the sheet. An image that cannot be read is a box that says so.
     *
     * @throws FacetException where the pairs show real people: a notebook's output may be committed
     */
    @Override
    public Figure figure() {
        refusePhotographs(quiz);
        return drawn();
    }

    static void refusePhotographs(PairQuiz quiz) {
        if (quiz.photographs()) {
            throw new FacetException("The pairs show real people, and must not stand in a notebook's output. Write them to a file whose name begins with " + OWN + ", which git ignores.");
        }
    }

    private String text() {
        String pairs = quiz.pairs().size() + " numbered pairs of faces";
        return answers.map(given -> pairs + IntStream.range(0, quiz.pairs().size()).mapToObj(i -> (i + 1) + " " + (given.correct(quiz, i) ? "correct" : "wrong"))
                .collect(Collectors.joining(", ", ": ", "."))).orElse(pairs + ", each with a box for same and one for different.");
    }

    /**
     * Writes the sheet as JPEG.
     *
     * @return the file
     * @throws FacetException where it can't be written, or where photographs of real people would get a name that git does not ignore
     */
    public Path write(Path jpg) {
        checkName(quiz, jpg);
        byte[] sheet = drawn().bytes();
        AtomicFile.write(jpg, out -> out.write(sheet));
        return jpg;
    }

    static void checkName(PairQuiz quiz, Path file) {
        if (quiz.photographs() && !file.getFileName().toString().startsWith(OWN)) {
            throw new FacetException("The pairs show real people: " + file.getFileName() + " could be committed by mistake. Give it a name that begins with " + OWN + ", which git ignores in notebooks.");
        }
    }

    private Figure drawn() {
        int rows = (quiz.pairs().size() + COLUMNS - 1) / COLUMNS;
        return new Figure(text(), COLUMNS * WIDTH, rows * HEIGHT, true, (graphics, width, height) -> {
            for (int i = 0; i < quiz.pairs().size(); i++) {
                paint(graphics, i, 12 + i % COLUMNS * WIDTH, i / COLUMNS * HEIGHT);
            }
        });
    }

    private void paint(Graphics2D graphics, int number, int x, int y) {
        QuizPair pair = quiz.pairs().get(number);
        graphics.setColor(Palette.INK);
        graphics.setFont(Lettering.TITLE);
        graphics.drawString(String.valueOf(number + 1), x, y + LINE);
        graphics.setFont(Lettering.TEXT);
        int baseline = y + 2 * LINE + FACE + 4;
        if (answers.isPresent()) {
            graphics.drawString(pair.same() ? "same person" : "different people", x + 28, y + LINE);
            CorrectMark.paint(graphics, answers.get().correct(quiz, number), x, baseline);
        } else {
            box(graphics, "same", x, baseline);
            box(graphics, "different", x + FACE + GAP, baseline);
        }
        FaceImage.paint(graphics, pair.first(), x, y + LINE + 6, FACE);
        FaceImage.paint(graphics, pair.second(), x + FACE + GAP, y + LINE + 6, FACE);
    }

    private static void box(Graphics2D graphics, String word, int x, int baseline) {
        graphics.setStroke(Look.guide().line());
        graphics.drawRect(x, baseline - BOX + 1, BOX, BOX);
        graphics.drawString(word, x + BOX + 6, baseline + 1);
    }
}

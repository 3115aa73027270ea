package facet.report.chart;

import facet.eval.places.FaceComparison;
import facet.eval.places.PairPlaces;
import facet.eval.places.PlaceMap;
import facet.eval.places.TripletPlaces;
import facet.report.Numbers;
import java.awt.Graphics2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where a distance comes from, a row a level. A place's colour is the distance as it would be if all places were like this one: the mean of a map's colours is the
 * distance. Below these rows the same levels' occlusion maps of the first face, in their own scale.
 */
public final class PlaceChart implements Drawable {

    private static final int TOP = 40;
    private static final int HEAD = 22;
    private static final int LINE = 18; // of a key
    private static final int GAP = 12; // between the faces and the maps, and between the two kinds of maps
    private static final List<List<String>> KEYS = List.of( // above the maps of contributions, and above those of occlusion
            List.of("Orange places add to the Euclidean distance; blue, dotted ones take from it.", "The mean of a map's places is the distance below it."),
            List.of("Orange: under a grey patch the distance becomes smaller; blue: it grows.", "\u03c1: rank correlation with the covered face's map"));

    private final String title;
    private final List<PlaceRow> rows = new ArrayList<>();
    private List<List<String>> heads = List.of();
    private List<Path> faces = List.of();
    private List<String> names = List.of();

    private PlaceChart(String title) {
        this.title = title;
    }

    /** @return a chart without rows */
    public static PlaceChart of(String title) {
        return new PlaceChart(title);
    }

    /** Adds a row: what each place of the anchor contributes to d(A, P), to d(A, N) and to their difference. All rows are of one triplet. */
    public PlaceChart triplet(TripletPlaces places) {
        FaceComparison near = places.positive();
        FaceComparison far = places.negative();
        show(List.of("anchor", "positive", "negative"), List.of(near.first(), near.second(), far.second()));
        heads = List.of(List.of("d(A,P)", "d(A,N)", "d(A,N) \u2212 d(A,P)"), List.of("cover A: d(A,P)", "cover A: d(A,N)"));
        Path anchor = near.first();
        rows.add(new PlaceRow(places.level(), List.of(
                List.of(contributions(anchor, near.contributions().first()), contributions(anchor, far.contributions().first()), decision(anchor, places.decision())),
                List.of(occlusion(near), occlusion(far)))));
        return this;
    }

    /** Adds a row: what the same place of both faces, each place of the first and each place of the second contribute. All rows are of one pair. */
    public PlaceChart pair(String level, FaceComparison pair) {
        PairPlaces places = pair.contributions();
        show(List.of("first", "second"), List.of(pair.first(), pair.second()));
        heads = List.of(List.of("both, by place", "first", "second"), List.of("cover the first"));
        rows.add(new PlaceRow(level, List.of(
                List.of(contributions(pair.first(), places.both()), contributions(pair.first(), places.first()), contributions(pair.second(), places.second())),
                List.of(occlusion(pair)))));
        return this;
    }

    private void show(List<String> words, List<Path> images) {
        if (!rows.isEmpty() && !faces.equals(images)) {
            throw new IllegalArgumentException("A chart shows one triplet or one pair: make another chart for another.");
        }
        names = words;
        faces = images;
    }

    private static PlacePanel contributions(Path face, PlaceMap map) {
        return new PlacePanel(face, map.times(map.values().length), two(map.sum()));
    }

    private static PlacePanel decision(Path anchor, PlaceMap map) {
        return new PlacePanel(anchor, map.times(map.values().length), two(map.sum()) + (map.sum() > 0 ? ", correct" : ", wrong"));
    }

    private static PlacePanel occlusion(FaceComparison pair) {
        return new PlacePanel(pair.first(), pair.occlusion(), "\u03c1 " + two(pair.rankCorrelation()));
    }

    private static String two(double value) {
        return Double.isNaN(value) ? Numbers.MISSING : String.format(Locale.ROOT, "%.2f", value).replace('-', '\u2212');
    }

    /**
     * Draws the chart.
     *
     * @throws IllegalArgumentException where there are no rows
     */
    @Override
    public Figure figure() {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to show: add a triplet or a pair.");
        }
        int above = TOP + HEAD + PlacePanel.EDGE + GAP;
        int head = KEYS.get(0).size() * LINE + HEAD;
        int block = head + rows.size() * PlaceRow.HEIGHT + GAP;
        return new Figure(text(), Figure.WIDTH, above + heads.size() * block, true, (graphics, wide, high) -> {
            Lettering.title(graphics, Lettering.TITLE.deriveFont(17f), title, wide, 16, 27);
            faces(graphics);
            for (int group = 0; group < heads.size(); group++) {
                int y = above + group * block;
                key(graphics, KEYS.get(group), y);
                for (int i = 0; i < heads.get(group).size(); i++) {
                    head(graphics, heads.get(group).get(i), PlaceRow.LEFT + i * (PlacePanel.EDGE + PlaceRow.GAP), y + head - 6);
                }
                for (int i = 0; i < rows.size(); i++) {
                    rows.get(i).paint(graphics, group, y + head + i * PlaceRow.HEIGHT);
                }
            }
        });
    }

    private String text() {
        List<String> words = heads.stream().flatMap(List::stream).toList();
        return rows.stream().map(row -> {
            List<PlacePanel> panels = row.groups().stream().flatMap(List::stream).toList();
            return IntStream.range(0, panels.size()).mapToObj(i -> words.get(i) + " " + panels.get(i).caption()).collect(Collectors.joining(", ", row.name() + ": ", ""));
        }).collect(Collectors.joining("; ", "Photographs and maps of places: " + title + ". ", "."));
    }

    private void faces(Graphics2D graphics) {
        for (int i = 0; i < faces.size(); i++) {
            int x = PlaceRow.LEFT + i * (PlacePanel.EDGE + PlaceRow.GAP);
            head(graphics, names.get(i), x, TOP + 15);
            FaceImage.paint(graphics, faces.get(i), x, TOP + HEAD, PlacePanel.EDGE);
        }
    }

    private static void key(Graphics2D graphics, List<String> lines, int y) {
        graphics.setColor(Palette.INK);
        graphics.setFont(Lettering.TEXT);
        for (int i = 0; i < lines.size(); i++) {
            graphics.drawString(lines.get(i), PlaceRow.LEFT, y + 13 + i * LINE);
        }
    }

    private static void head(Graphics2D graphics, String text, int x, int baseline) {
        graphics.setColor(Palette.INK);
        graphics.setFont(Lettering.fit(Lettering.TITLE.deriveFont(13f), text, PlacePanel.EDGE));
        graphics.drawString(text, x, baseline);
    }
}

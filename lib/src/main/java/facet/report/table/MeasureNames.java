package facet.report.table;

/** Names the measures of a verification as the field writes them. */
final class MeasureNames {

    private static final String TAR = "tar@far=";

    private MeasureNames() { }

    /** @return AUC for auc, EER for eer, TAR at FAR 0.1 for tar@far=0.1, else the name itself */
    static String shown(String measure) {
        return switch (measure) {
            case "auc" -> "AUC";
            case "eer" -> "EER";
            default -> measure.startsWith(TAR) ? "TAR at FAR " + measure.substring(TAR.length()) : measure;
        };
    }
}

package facet.spark;

import facet.io.FacetException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a cluster's master is.
 *
 * @param url spark://HOST:PORT, or several hosts with a comma between, of which one is at work
 */
record MasterAddress(String url) {

    private static final int PATIENCE_MILLIS = 5000;
    private static final Pattern URL = Pattern.compile("spark://([^,:/]+:\\d{1,5}(?:,[^,:/]+:\\d{1,5})*)");

    /**
     * Reads an address and looks whether somebody answers there: Spark by itself would try for a minute.
     *
     * @throws FacetException where it is no address, or nobody answers
     */
    static MasterAddress of(String text) {
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            throw new FacetException("--spark is " + text + "; it has to be the address of a standalone master, such as spark://HOST:7077.");
        }
        List<String> silent = new ArrayList<>();
        boolean answers = Arrays.stream(url.group(1).split(",")).anyMatch(host -> answers(host, silent));
        if (!answers) {
            throw new FacetException("No Spark master answers at " + text + " (" + String.join("; ", silent)
                    + "). Is it running, and is this the address that its log shows?");
        }
        return new MasterAddress(text);
    }

    private static boolean answers(String host, List<String> silent) {
        int colon = host.lastIndexOf(':');
        int port = Integer.parseInt(host.substring(colon + 1));
        if (port < 1 || port > 65535) {
            silent.add("there is no port " + port);
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.substring(0, colon), port), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            silent.add(host + ": " + (e.getMessage() == null ? "unknown host" : e.getMessage()));
            return false;
        }
    }
}

package facet.kernel;

import java.lang.System.Logger.Level;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.channels.StdinChannel;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.shaded.org.zeromq.ZMQ.Poller;

/**
 * A kernel's connection that keeps Jupyter's promise {@code stop_on_error}: after a cell fails, the cells that wait behind it are not
 * run. Each is answered with the status {@code aborted}, as Python's kernel does. Other requests among them are answered as always.
 */
final class StoppingConnection extends JupyterConnection {
    /** JupyterLab sends the cells of a <i>Run All</i> at once, but the first can fail before the last has arrived. */
    private static final int MILLISECONDS_FOR_THE_REST = 100;

    private ShellHandler<ExecuteRequest> cells;

    StoppingConnection(KernelConnectionProperties properties) throws NoSuchAlgorithmException, InvalidKeyException {
        super(properties);
    }

    /** Puts this rule before the handler of cells, which a kernel has set. */
    void stopAtErrors() {
        cells = getHandler(MessageType.EXECUTE_REQUEST);
        setHandler(MessageType.EXECUTE_REQUEST, this::run);
    }

    @Override
    public ShellReplyEnvironment prepareReplyEnv(ShellChannel channel, MessageContext request) {
        return new Replies(channel, stdin, iopub, request);
    }

    /** Runs a cell. The waiting ones are read before its reply is sent: what a client asks for after it knows of the error is run. */
    private void run(ShellReplyEnvironment replies, Message<ExecuteRequest> request) {
        cells.handle(replies, request);
        String error = ((Replies) replies).error;
        if (error == null) return;
        if (error.equals("EvaluationInterruptedException") && CellThreads.stillRun()) replies.writeToStdErr(CellThreads.SENTENCE);
        if (!request.getContent().shouldStopOnError() || request.getContent().isSilent()) return;
        List<Message<?>> waiting = waiting();
        replies.resolveDeferrals();
        waiting.forEach(this::answer);
    }

    private List<Message<?>> waiting() {
        List<Message<?>> waiting = new ArrayList<>();
        long end = System.currentTimeMillis() + MILLISECONDS_FOR_THE_REST;
        while (System.currentTimeMillis() < end) {
            if ((shell.getEvents() & Poller.POLLIN) == 0) {
                LockSupport.parkNanos(5_000_000);
            } else {
                waiting.add(shell.readMessage());
            }
        }
        return waiting;
    }

    private <T> void answer(Message<T> request) {
        ShellReplyEnvironment replies = prepareReplyEnv(shell, request);
        MessageType<T> type = request.getHeader().getType();
        try {
            if (type == MessageType.EXECUTE_REQUEST) abort(replies, request);
            else if (getHandler(type) != null) getHandler(type).handle(replies, request);
        } catch (RuntimeException problem) { // as JJava does: the next request is not to wait for ever
            System.getLogger("ShellChannel").log(Level.WARNING, "Could not answer a " + type, problem);
        } finally {
            replies.resolveDeferrals();
        }
        if (replies.isMarkedForShutdown()) close();
    }

    /** JJava has no message for this reply, so a map is its content. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void abort(ShellReplyEnvironment replies, Message<?> request) {
        replies.setBusyDeferIdle();
        replies.reply(new Message(request, MessageType.EXECUTE_REPLY, Map.of("status", "aborted")));
    }

    /** The replies to one request, which remember the name of its error. */
    private static final class Replies extends ShellReplyEnvironment {
        private String error;

        Replies(ShellChannel shell, StdinChannel stdin, JupyterSocket iopub, MessageContext request) {
            super(shell, stdin, iopub, request);
        }

        @Override
        public void replyError(MessageType<?> type, ErrorReply reply) {
            error = reply.getErrorName();
            super.replyError(type, reply);
        }
    }
}

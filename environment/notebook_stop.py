"""Ends the notebooks at a signal: Ctrl-C, a terminal that is closed, kill. The kernel ends too, and Python shows no traceback."""

import contextlib
import os
import signal
import threading
import time

SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
PATIENCE = 10  # seconds until work that does not end is left; the kernel ends with this process anyway


class Signalled(Exception):
    def __init__(self, number):
        super().__init__(number)
        self.status = 128 + number  # as shells count


class Work:
    """
    Work in a thread of its own. There no signal comes between two lines; and nbclient, which in the main thread answers signals in a way
    of its own, leaves them alone.
    """

    def __init__(self):
        self.signal = None
        self.kernel = None  # the manager of the kernel that runs now
        self.problem = None

    def run(self, work):
        """Raises what the work raises. After a signal it ends the kernel, waits for the work's end and raises Signalled."""
        before = {number: signal.signal(number, self.came) for number in SIGNALS if signal.getsignal(number) != signal.SIG_IGN}  # nohup's
        thread = threading.Thread(target=self.do, args=[work], daemon=True)
        thread.start()
        try:
            left = None
            while thread.is_alive() and (left is None or time.monotonic() < left):
                thread.join(0.2)
                if self.signal:
                    left = left or time.monotonic() + PATIENCE
                    self.end_kernel(signal.SIGTERM if left - time.monotonic() > PATIENCE / 2 else signal.SIGKILL)
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
        if self.signal:
            raise Signalled(self.signal)
        if self.problem:
            raise self.problem

    def do(self, work):
        try:
            work()
        except BaseException as problem:
            self.problem = problem

    def came(self, number, _):
        self.signal = self.signal or number

    def end_kernel(self, number):
        """At any time: the kernel may not have started yet, or have ended. It leads a process group."""
        with contextlib.suppress(AttributeError, TypeError, ProcessLookupError, PermissionError):  # the last: macOS, of a group that has ended
            os.killpg(self.kernel.provisioner.pid, number)

"""The notebook runner, in the real kernel: what passes, what fails, and what is written. Needs the environment that `environment/facet` makes."""

import concurrent.futures
import contextlib
import io
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import nbformat
from jupyter_client import KernelManager

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import notebooks  # noqa: E402
from sample_notebooks import write_samples  # noqa: E402

FAILS = 'throw new IllegalStateException("no face");'


def wait_for(what, seconds=30):
    """Waits until what() is true, and returns it."""
    end = time.monotonic() + seconds
    while not (value := what()):
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.1)
    return value


class KernelTest(unittest.TestCase):
    """What a client asks of the kernel at once, as JupyterLab does at Run All."""

    @classmethod
    def setUpClass(cls):
        cls.manager = KernelManager(kernel_name="facet-java")
        cls.manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        cls.addClassCleanup(cls.manager.shutdown_kernel, now=True)
        cls.client = cls.manager.client()
        cls.client.start_channels()
        cls.addClassCleanup(cls.client.stop_channels)
        cls.client.wait_for_ready(timeout=60)

    def replies(self, *requests):
        """The replies' contents, in the order of the requests; they must come in this order."""
        came = {}
        while not set(requests) <= set(came):
            message = self.client.get_shell_msg(timeout=20)
            came[message["parent_header"]["msg_id"]] = message["content"]
        self.assertEqual(list(requests), [request for request in came if request in requests])
        return [came[request] for request in requests]

    def statuses(self, *requests):
        return [reply["status"] for reply in self.replies(*requests)]

    def published(self, request, last="idle"):
        """What the kernel publishes about a request, until the last that is asked for."""
        kinds = []
        while kinds[-1:] != [last]:
            message = self.client.get_iopub_msg(timeout=20)
            if message["parent_header"].get("msg_id") == request:
                content = message["content"]
                kinds.append(content.get("execution_state") or content.get("text") or message["msg_type"])
        return kinds

    def test_cells_behind_a_failed_one_are_aborted_and_the_next_is_run(self):
        cells = [self.client.execute(code) for code in [FAILS, "int faces = 3;", "faces"]]
        self.assertEqual(["error", "aborted", "aborted"], self.statuses(*cells))
        self.assertEqual([["busy", "idle"]] * 2, [self.published(cell) for cell in cells[1:]])
        self.assertEqual(["ok", "error"], self.statuses(self.client.execute("1 + 1")) + self.statuses(self.client.execute("faces")))

    def test_a_cell_that_does_not_compile_stops_those_behind_it(self):
        self.assertEqual(["ok", "error", "aborted"], self.statuses(*[self.client.execute(code) for code in ["1", "noSuchVariable", "2"]]))

    def test_cells_whose_errors_are_expected_stop_nothing(self):
        cells = [self.client.execute(FAILS, stop_on_error=False), self.client.execute("1")]
        self.assertEqual(["error", "ok"], self.statuses(*cells))

    def test_other_requests_among_the_aborted_cells_are_answered(self):
        requests = [self.client.execute(FAILS), self.client.kernel_info(), self.client.execute("1"), self.client.comm_info(), self.client.complete("Math.ma")]
        failed, info, aborted, comms, completed = self.replies(*requests)
        self.assertEqual(["error", "aborted"], [failed["status"], aborted["status"]])
        self.assertEqual("Java", info["language_info"]["name"])
        self.assertEqual({}, comms["comms"])
        self.assertIn("max(", completed["matches"])

    def interrupted(self, code):
        """Interrupts a cell that runs; returns the replies to it and to the one behind it, and what was published about it."""
        cells = [self.client.execute(code), self.client.execute("1")]
        self.published(cells[0], "execute_input")
        time.sleep(0.5)
        self.manager.interrupt_kernel()
        return self.statuses(*cells), self.published(cells[0])

    def test_an_interrupt_stops_the_cell_and_those_behind_it(self):
        self.assertEqual((["error", "aborted"], ["error", "idle"]), self.interrupted("Thread.sleep(600_000);"))

    def test_after_an_interrupt_a_loop_that_runs_on_is_told(self):
        self.client.execute("var on = new java.util.concurrent.atomic.AtomicBoolean(true);")
        statuses, published = self.interrupted("while (on.get()) { }")
        self.assertEqual(["error", "aborted"], statuses)
        self.assertEqual(["error", "idle"], [published[0], published[2]])
        self.assertIn("Interrupted code is still running: Java cannot stop a loop from outside.", published[1])
        self.assertEqual(["ok"], self.statuses(self.client.execute("on.set(false);")))


class SignalTest(unittest.TestCase):
    """The runner as a process, which is sent a signal."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(dir=HERE.parent / ".venv"))
        self.addCleanup(shutil.rmtree, self.folder)

    @contextlib.contextmanager
    def runner(self, name):
        """Runs the notebook that waits, in a folder of its own."""
        folder = self.folder / name
        folder.mkdir()
        write_samples(folder)
        command = [sys.executable, HERE.parent / "notebooks.py", "05", "--scale", "smoke", "--folder", folder, "--output", folder / "out"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            try:
                yield process, folder
            finally:
                process.kill()

    def ended(self, number):
        """Sends the signal while a cell runs; returns how the runner and its kernel ended."""
        with self.runner(number.name) as (process, folder):
            kernel = int(wait_for(lambda: (folder / "kernel.pid").exists() and (folder / "kernel.pid").read_text()))
            process.send_signal(number)
            _, said = process.communicate(timeout=20)
            wait_for(lambda: not self.runs(kernel), 5)
        if number != signal.SIGKILL:
            self.assertEqual([], [output for cell in nbformat.read(folder / "out/05-waits.ipynb", as_version=4).cells for output in cell.outputs])
        return process.returncode, said

    def runs(self, process):
        with contextlib.suppress(ProcessLookupError, FileNotFoundError):
            os.kill(process, 0)
            return not Path("/proc/self").exists() or ") Z " not in Path(f"/proc/{process}/stat").read_text()  # a zombie has ended
        return False

    def test_a_signal_ends_the_notebooks_with_their_kernel_and_one_sentence(self):
        numbers = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL]
        with concurrent.futures.ThreadPoolExecutor() as together:
            ended = list(together.map(self.ended, numbers))
        self.assertEqual([(128 + number, "Stopped; the kernel is shut down.\n") for number in numbers[:3]] + [(-signal.SIGKILL, "")], ended)

    def interrupted_after(self, seconds):
        with self.runner(str(seconds)) as (process, _):
            time.sleep(seconds)
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=20)
            return process.returncode in (-signal.SIGINT, 130), "Traceback" in said or "Exception" in said

    def test_ctrl_c_at_the_start_shows_no_traceback(self):
        with concurrent.futures.ThreadPoolExecutor() as together:
            self.assertEqual([(True, False)] * 4, list(together.map(self.interrupted_after, [0.4, 1, 2, 3])))


class NotebookRunnerTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(dir=HERE.parent / ".venv"))
        self.addCleanup(shutil.rmtree, self.folder)
        write_samples(self.folder)

    def run_notebooks(self, *arguments):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = notebooks.main([*arguments, "--scale", "smoke", "--folder", str(self.folder), "--output", str(self.folder / "out")])
        return status, out.getvalue(), err.getvalue()

    def outputs(self, path):
        cells = nbformat.read(path, as_version=4).cells
        return [output for cell in cells if cell.cell_type == "code" for output in cell.outputs]

    def test_a_notebook_that_passes(self):
        status, out, _ = self.run_notebooks("01", "--write", "--html")
        self.assertEqual(status, 0)
        self.assertIn("01-passes  cell 5/5", out)
        picture, figure, text, scale, asserting = self.outputs(self.folder / "01-passes.ipynb")
        self.assertEqual(list(picture["data"]), ["image/png"])
        self.assertEqual(figure["data"]["text/plain"], "Chart: A hinge. loss by distance. loss: 2 at 4, 0 at 6.")
        self.assertEqual({"image/png", "text/plain"}, set(figure["data"]))
        self.assertEqual(text["text"], "step 3 in data, é\n")
        self.assertTrue(scale["data"]["text/plain"].startswith("smoke "))
        self.assertEqual(asserting["data"]["text/plain"], "true")

    def test_what_is_written_holds_nothing_of_this_machine(self):
        self.run_notebooks("01", "--write")
        written = self.folder / "01-passes.ipynb"
        self.assertNotIn(str(notebooks.HOME), written.read_text(encoding="utf-8"))
        metadata = nbformat.read(written, as_version=4).metadata
        self.assertEqual(metadata.kernelspec.name, "java")
        self.assertRegex(metadata.language_info.version, r"^\d+$")

    def test_a_failing_cell_fails_the_run_and_is_named(self):
        status, _, err = self.run_notebooks("02")
        self.assertEqual(status, 1)
        self.assertIn("02-fails.ipynb, cell 2: ", err)
        self.assertIn("no face in cell two", err)
        self.assertNotIn("never reached", (self.folder / "out" / "02-fails.ipynb").read_text().split('"outputs"')[-1].split('"source"')[0])

    def test_a_cell_that_does_not_compile_fails_the_run(self):
        status, _, err = self.run_notebooks("03")
        self.assertEqual(status, 1)
        self.assertIn("03-does-not-compile.ipynb, cell 1: ", err)
        self.assertIn("noSuchVariable", err)

    def test_an_unknown_notebook_is_named_with_those_that_exist(self):
        status, _, err = self.run_notebooks("09")
        self.assertEqual(status, 1)
        self.assertIn("'09'", err)
        self.assertIn("02-fails", err)

    def test_a_damaged_notebook_is_named(self):
        (self.folder / "04-damaged.ipynb").write_text("{")
        status, _, err = self.run_notebooks("04")
        self.assertEqual(status, 1)
        self.assertIn("04-damaged.ipynb is not a notebook", err)

    def test_a_damaged_notebook_of_another_run_is_named_and_passed_over(self):
        (self.folder / "out").mkdir()
        for name in ("02-cut.ipynb", "02-cut.html"):
            (self.folder / "out" / name).write_text("{")
        status, out, err = self.run_notebooks("01", "--html")
        self.assertEqual(0, status, err)
        self.assertIn("02-cut.ipynb: the notebook is damaged, so the index leaves it out. Run it again: environment/facet notebooks --scale smoke --html 02-cut\n", err)
        self.assertIn("index.html", out)

    def test_a_file_that_cannot_be_written_is_named(self):
        (self.folder / "out" / "01-passes.ipynb").mkdir(parents=True)
        status, _, err = self.run_notebooks("01")
        self.assertEqual(1, status)
        self.assertRegex(err, r"out/01-passes.ipynb: Is a directory. Run it again when that is mended.\n$")

    def test_no_notebooks_at_all_is_a_failure(self):
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        self.assertEqual(self.run_notebooks()[0], 1)


if __name__ == "__main__":
    unittest.main()

"""The notebook runner, in the real kernel: what passes, what fails, and what is written. Needs the environment that `environment/facet` makes."""

import contextlib
import io
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

import nbformat

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import notebooks  # noqa: E402
from sample_notebooks import write_samples  # noqa: E402


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
        self.assertIn("01-passes  cell 4/4", out)
        picture, text, scale, asserting = self.outputs(self.folder / "01-passes.ipynb")
        self.assertEqual(list(picture["data"]), ["image/png"])
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
        status, out, err = self.run_notebooks("02")
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

    def test_no_notebooks_at_all_is_a_failure(self):
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        self.assertEqual(self.run_notebooks()[0], 1)


if __name__ == "__main__":
    unittest.main()

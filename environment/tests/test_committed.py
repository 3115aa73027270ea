"""
The notebooks as they are committed, whatever a reader made of them since, or with --worktree as they are now: short cells, executed from top to bottom without an
error, numbered sections, nothing of a machine.
"""

import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

import nbformat

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from notebook_index import figures  # noqa: E402

NOTEBOOKS = HERE.parent.parent / "notebooks"
WORKTREE = "--worktree" in sys.argv


def committed(name):
    """A file's last committed state; without git, or outside of it, the file itself."""
    if not WORKTREE and shutil.which("git"):
        shown = subprocess.run(["git", "show", f"HEAD:./{name}"], cwd=NOTEBOOKS, capture_output=True, check=False)
        if shown.returncode == 0:
            return shown.stdout
    return (NOTEBOOKS / name).read_bytes()


TEXTS = {path.name: committed(path.name) for path in sorted(NOTEBOOKS.glob("[0-9]*.ipynb"))}


class CommittedNotebooksTest(unittest.TestCase):
    def check(self, what):
        self.assertTrue(TEXTS)
        for name, text in TEXTS.items():
            with self.subTest(name):
                what(nbformat.reads(text.decode(), as_version=4), text.decode())

    def test_code_cells_are_short(self):
        self.check(lambda notebook, _: self.assertLessEqual(max(len(cell.source.splitlines()) for cell in code(notebook)), 7))

    def test_cells_were_executed_in_their_order_and_none_failed(self):
        def executed(notebook, _):
            self.assertEqual([cell.execution_count for cell in code(notebook)], list(range(1, len(code(notebook)) + 1)))
            self.assertNotIn("error", [output.output_type for cell in code(notebook) for output in cell.outputs])
        self.check(executed)

    def test_sections_count_up(self):
        def counted(notebook, _):
            prose = "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
            numbers = [int(number) for number in re.findall(r"^## (\d+)\. ", prose, re.MULTILINE)]
            self.assertTrue(numbers)
            self.assertEqual(numbers, list(range(1, len(numbers) + 1)))
        self.check(counted)

    def test_outputs_hold_no_objects_addresses(self):
        self.check(lambda _, text: self.assertNotRegex(text, r"[A-Z][A-Za-z]+@[0-9a-f]{5,8}\b"))

    def test_the_readmes_figure_is_the_notebooks(self):
        drawn = [figure.picture for text in TEXTS.values() for figure in figures(nbformat.reads(text.decode(), as_version=4)) if figure.number == 6]
        self.assertTrue(drawn == [committed("figure-6.png")], "environment/facet notebooks --write 03 writes notebooks/figure-6.png")  # no list of differing bytes


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


if __name__ == "__main__":
    unittest.main(argv=[argument for argument in sys.argv if argument != "--worktree"])

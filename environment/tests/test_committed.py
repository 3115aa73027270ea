"""The notebooks as they are committed: short cells, executed from top to bottom without an error, numbered sections, nothing of a machine."""

import re
import sys
import unittest
from pathlib import Path

import nbformat

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from notebook_index import figures  # noqa: E402

NOTEBOOKS = sorted((HERE.parent.parent / "notebooks").glob("[0-9]*.ipynb"))


class CommittedNotebooksTest(unittest.TestCase):
    def check(self, what):
        self.assertTrue(NOTEBOOKS)
        for path in NOTEBOOKS:
            with self.subTest(path.name):
                what(nbformat.read(path, as_version=4), path)

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
            self.assertEqual(numbers, list(range(1, len(numbers) + 1)))
        self.check(counted)

    def test_outputs_hold_no_objects_addresses(self):
        self.check(lambda _, path: self.assertNotRegex(path.read_text(encoding="utf-8"), r"[A-Z][A-Za-z]+@[0-9a-f]{5,8}\b"))

    def test_the_readmes_figure_is_the_notebooks(self):
        drawn = [figure.picture for path in NOTEBOOKS for figure in figures(nbformat.read(path, as_version=4)) if figure.number == 6]
        shown = (HERE.parent.parent / "notebooks" / "figure-6.png").read_bytes()
        self.assertTrue(drawn == [shown], "environment/facet notebooks --write 03 writes notebooks/figure-6.png")  # no list of differing bytes


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


if __name__ == "__main__":
    unittest.main()

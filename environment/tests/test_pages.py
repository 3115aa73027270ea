"""The pages of notebooks: they load nothing from elsewhere, and their index shows the paper's figures."""

import base64
import re
import sys
import tempfile
import unittest
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from notebook_index import figures, write_index  # noqa: E402
from notebook_pages import write_page  # noqa: E402
from notebooks import write_readme_figure  # noqa: E402


def drawing(source, picture):
    png = base64.b64encode(picture).decode()
    return new_code_cell(source, outputs=[new_output("display_data", data={"image/png": png})])


NOTEBOOK = new_notebook(cells=[
    new_markdown_cell("# 1. A title\n\nOne sentence. Another, see [the next](02-next.ipynb#there) and `03-third-one`."),
    new_markdown_cell("## 2. The network (Figure 1)\n\nText."),
    new_code_cell("int x = 1;"),
    drawing("show(diagram);", b"one"),
    drawing("show(more);", b"no figure of the paper"),
    new_markdown_cell("## 3. Announced (Figure 2)"),
    new_markdown_cell("## 4. Something else\n\n<details><summary>Hint</summary>\n\n2 / 2<sup>n</sup>\n\n</details>"),
    drawing("show(other);", b"not figure 2"),
    drawing('show(Charts.loss("Figure 3. Loss", recorded));', b"three"),
    drawing('show(Charts.loss("Figure 3. Loss", own));', b"three again"),
    drawing('show(Panels.accuracy("Figure 6. Accuracy").image());', b"six"),
])


class PagesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        nbformat.write(NOTEBOOK, self.folder / "01-title.ipynb")
        write_page(NOTEBOOK, self.folder / "01-title.html")
        self.text = self.folder / "teaching.md"
        self.text.write_text("# For teachers\n\nA plan. It has [a notebook](01-title.ipynb).\n", encoding="utf-8")

    def test_a_page_loads_nothing_from_elsewhere(self):
        page = (self.folder / "01-title.html").read_text(encoding="utf-8")
        self.assertNotIn("<script", page)
        self.assertNotRegex(page, r'(src|<link[^>]*href)="http')
        self.assertIn('href="02-next.html#there"', page)
        self.assertIn('<a href="03-third-one.html"><code>03-third-one</code></a>', page)
        self.assertEqual(["2. The network (Figure 1)"] * 2 + ["4. Something else"] + ["Figure 3. Loss"] * 2 + ["Figure 6. Accuracy"], re.findall(r'<img[^>]*alt="([^"]*)"', page))

    def test_only_what_stands_side_by_side_scrolls_on_a_phone(self):
        header = b"\x89PNG\r\n\x1a\n" + bytes(8)
        pictures = [drawing("show(one);", header + width.to_bytes(4, "big") + bytes(12)) for width in (760, 880)]
        write_page(new_notebook(cells=pictures), self.folder / "02-two.html")
        tags = re.findall("<img [^>]{20}", (self.folder / "02-two.html").read_text(encoding="utf-8"))
        self.assertEqual([False, True], ["data-panels" in tag for tag in tags])

    def test_a_hint_is_folded_and_a_power_raised(self):
        page = (self.folder / "01-title.html").read_text(encoding="utf-8")
        self.assertRegex(page, r"<details><summary>Hint</summary>\s*<p>2 / 2<sup>n</sup></p>\s*</details>")

    def test_figures_are_named_by_a_cell_or_by_a_heading(self):
        found = [(figure.number, figure.title, figure.picture) for figure in figures(NOTEBOOK)]
        self.assertEqual([(1, "Figure 1. The network", b"one"), (3, "Figure 3. Loss", b"three"), (3, "Figure 3. Loss", b"three again"), (6, "Figure 6. Accuracy", b"six")], found)

    def test_the_readmes_figure_is_the_sixth(self):
        write_readme_figure(NOTEBOOK, self.folder)
        self.assertEqual(b"six", (self.folder / "figure-6.png").read_bytes())

    def test_the_index_links_each_figure_once_to_its_cell(self):
        index = write_index(self.folder, [self.text]).read_text(encoding="utf-8")
        self.assertEqual(["figures/figure-1.png", "figures/figure-3.png", "figures/figure-6.png"], re.findall(r'<img src="([^"]*)"', index))
        self.assertEqual(b"three", (self.folder / "figures/figure-3.png").read_bytes())
        for cell in re.findall(r'href="01-title.html#([^"]*)"', index):
            self.assertIn(f'id="{cell}"', (self.folder / "01-title.html").read_text(encoding="utf-8"))
        self.assertIn("One sentence.", index)
        self.assertIn('<a href="teaching.html">For teachers</a><p>A plan.</p>', index)
        self.assertIn('href="01-title.html"', (self.folder / "teaching.html").read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()

"""The pages of notebooks: they load nothing from elsewhere, and their index shows the paper's figures."""

import base64
import errno
import re
import resource
import sys
import tempfile
import unittest
from pathlib import Path
from unittest.mock import patch

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import notebooks
from notebook_files import Damaged, read_notebook, write_whole
from notebook_index import figures, write_index
from notebook_pages import write_page
from notebook_readme import ReadmeLacks, read_readme
from notebooks import copy_named, without_machine, write_readme_figure


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
    drawing('show(EpochChart.loss("Figure 3. Loss").runs(recorded).image());', b"three"),
    drawing('show(EpochChart.loss("Figure 3. Loss").runs(own).image());', b"three again"),
    drawing('show(EpochChart.accuracy("Figure 6. Accuracy").panels());', b"six"),
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

    def index(self, texts):
        return write_index(self.folder, texts, read_readme())

    def page(self, name, cells):
        write_page(new_notebook(cells=cells), self.folder / name)
        return (self.folder / name).read_text(encoding="utf-8")

    def test_a_page_loads_nothing_from_elsewhere(self):
        page = (self.folder / "01-title.html").read_text(encoding="utf-8")
        self.assertNotIn("<script", page)
        self.assertNotRegex(page, r'(src|<link[^>]*href)="http')
        self.assertIn('href="02-next.html#there"', page)
        self.assertIn('<a href="03-third-one.html"><code>03-third-one</code></a>', page)
        self.assertEqual(["2. The network (Figure 1)"] * 2 + ["4. Something else"] + ["Figure 3. Loss"] * 2 + ["Figure 6. Accuracy"], re.findall(r'<img[^>]*alt="([^"]*)"', page))

    def test_only_what_stands_side_by_side_scrolls_on_a_phone(self):
        header = b"\x89PNG\r\n\x1a\n" + bytes(8)
        pictures = [drawing("show(one);", header + width.to_bytes(4, "big") + bytes(12)) for width in (560, 600)]
        write_page(new_notebook(cells=pictures), self.folder / "02-two.html")
        tags = re.findall("<img [^>]{20}", (self.folder / "02-two.html").read_text(encoding="utf-8"))
        self.assertEqual([False, True], ["data-panels" in tag for tag in tags])

    def test_a_figure_is_read_aloud_in_its_own_words(self):
        words = "Chart: Loss. P2: 1 at 0, <0.5 at 10."
        data = [{"image/png": "AAAA" * 8, "text/plain": words}, {"image/jpeg": base64.b64encode(b"\xff\xd8").decode(), "text/plain": "Photographs of 2 triplets."}]
        cells = [new_code_cell('show(EpochChart.loss("Loss"));', outputs=[new_output("display_data", data=each)]) for each in data]
        write_page(new_notebook(cells=cells), self.folder / "02-words.html")
        page = (self.folder / "02-words.html").read_text(encoding="utf-8")
        self.assertEqual([words.replace("<", "&lt;"), "Photographs of 2 triplets."], re.findall(r'<img[^>]*alt="([^"]*)"', page))
        self.assertIn('src="data:image/jpeg;base64,/9g="', page)

    def test_a_figures_words_are_committed_and_an_objects_address_is_not(self):
        texts = ["Chart: Loss.", "BufferedImage@73d68a58: type = 1", "java.awt.Image@1f"]
        cells = [new_code_cell("x", outputs=[new_output("display_data", data={kind: "AAAA", "text/plain": text})]) for kind in ("image/png", "image/jpeg") for text in texts]
        cells.append(new_code_cell("x", outputs=[new_output("display_data", data={"text/html": "<b>1</b>", "text/plain": "1"})]))
        written = without_machine(new_notebook(cells=cells))
        self.assertEqual(["Chart: Loss.", None, None] * 2 + [None], [cell.outputs[0].data.get("text/plain") for cell in written.cells])

    def test_a_jpeg_side_by_side_scrolls_as_a_png_does(self):
        def jpeg(across):  # up to the header of its frame, with a table before it, as Java writes it
            return b"\xff\xd8\xff\xdb\x00\x04\x00\x01\xff\xc0\x00\x11\x08\x01\x00" + across.to_bytes(2, "big") + bytes(9)
        outputs = [new_output("display_data", data={"image/jpeg": base64.b64encode(jpeg(across)).decode()}) for across in (432, 660)]
        write_page(new_notebook(cells=[new_code_cell("show(gallery);", outputs=outputs)]), self.folder / "02-jpeg.html")
        tags = re.findall("<img [^>]{20}", (self.folder / "02-jpeg.html").read_text(encoding="utf-8"))
        self.assertEqual([False, True], ["data-panels" in tag for tag in tags])

    def test_a_pasted_picture_stands_in_the_page(self):
        pasted = new_markdown_cell("![a face](attachment:face.png)", attachments={"face.png": {"image/png": "AAAA"}})
        write_page(new_notebook(cells=[pasted]), self.folder / "02-pasted.html")
        self.assertRegex((self.folder / "02-pasted.html").read_text(encoding="utf-8"), '<img [^>]*src="data:image/png;base64,AAAA"')

    def test_a_links_own_words_and_what_only_looks_like_a_notebook_stay(self):
        write_page(new_notebook(cells=[new_markdown_cell("[a](https://example.org/x.md) `00-x.csv` `mvn`")]), self.folder / "02-links.html")
        page = (self.folder / "02-links.html").read_text(encoding="utf-8")
        for kept in ('href="https://example.org/x.md"', "<code>00-x.csv</code> <code>mvn</code>"):
            self.assertIn(kept, page)

    def test_a_wide_table_of_a_text_scrolls(self):
        self.text.write_text("# Times\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", encoding="utf-8")
        self.index([self.text])
        self.assertRegex((self.folder / "teaching.html").read_text(encoding="utf-8"), r'<div class="wide"><table>\s*<thead>')

    def test_long_code_in_a_text_is_broken_and_a_block_of_it_scrolls(self):
        self.index([self.text])
        page = (self.folder / "teaching.html").read_text(encoding="utf-8")
        self.assertIn("p code, li code { overflow-wrap: anywhere; }", page)
        self.assertIn("pre { overflow-x: auto;", page)

    def test_a_hint_is_folded_and_a_power_raised(self):
        page = (self.folder / "01-title.html").read_text(encoding="utf-8")
        self.assertRegex(page, r"<details><summary>Hint</summary>\s*<p>2 / 2<sup>n</sup></p>\s*</details>")

    def test_the_output_of_a_prediction_is_folded(self):
        cells = [drawing("show(one);", b"one"), drawing("show(two);", b"two")]
        cells[1].metadata["jupyter"] = {"outputs_hidden": True}
        write_page(new_notebook(cells=cells), self.folder / "02-folded.html")
        page = (self.folder / "02-folded.html").read_text(encoding="utf-8")
        self.assertEqual(2, page.count("<img"))
        self.assertRegex(page, r'(?s)show.*one.*<img.*two.*<details class="facet-fold"><summary>Our output.*<img.*</details>')
        self.assertEqual(1, page.count("<details"))

    def test_a_fold_has_the_same_words_in_jupyterlab(self):
        css = (Path(notebooks.__file__).parent / "lab/folded.css").read_text(encoding="utf-8")
        template = (Path(notebooks.__file__).parent / "pages/index.html.j2").read_text(encoding="utf-8")
        self.assertEqual(re.findall('content: "(.*?)"', css), re.findall("<summary>(.*?)</summary>", template))

    def test_a_run_writes_pages_and_their_index_and_copies_no_photographs(self):
        source = self.folder / "source"
        source.mkdir()
        nbformat.write(new_notebook(cells=[new_markdown_cell("# A quiz\n\n`my-quiz.html`")]), source / "01-quiz.ipynb")
        (source / "my-quiz.html").touch()
        for scale, copied in {"smoke": True, "paper": False}.items():
            output = self.folder / scale
            with patch.object(notebooks, "run", self.run_nothing), patch("sys.stdout"):
                self.assertEqual(0, notebooks.main(["--html", "--scale", scale, "--folder", str(source), "--output", str(output)]))
            self.assertIn('href="01-quiz.html"', (output / "index.html").read_text(encoding="utf-8"))
            self.assertEqual((copied, copied), ((output / "my-quiz.html").exists(), '<a href="my-quiz.html">' in (output / "01-quiz.html").read_text(encoding="utf-8")))

    def run_nothing(self, path, output, _):
        nbformat.write(read_notebook(path), output / path.name)
        return read_notebook(path), 0.0

    def test_a_readme_that_lacks_its_findings_is_told_before_anything_runs(self):
        nbformat.write(NOTEBOOK, self.folder / "01-title.ipynb")
        with patch.object(notebooks, "run") as run, patch.object(notebooks, "read_readme", side_effect=ReadmeLacks("README.md has no findings.")), patch("sys.stderr") as err:
            self.assertEqual(1, notebooks.main(["--html", "--scale", "smoke", "--folder", str(self.folder), "--output", str(self.folder / "out")]))
        run.assert_not_called()
        self.assertEqual("README.md has no findings.", err.write.call_args_list[0].args[0])

    def test_figures_are_named_by_a_cell_or_by_a_heading(self):
        found = [(figure.number, figure.title, figure.picture) for figure in figures(NOTEBOOK)]
        self.assertEqual([(1, "Figure 1. The network", b"one"), (3, "Figure 3. Loss", b"three"), (3, "Figure 3. Loss", b"three again"), (6, "Figure 6. Accuracy", b"six")], found)

    def test_the_readmes_figure_is_the_sixth(self):
        write_readme_figure(NOTEBOOK, self.folder)
        self.assertEqual(b"six", (self.folder / "figure-6.png").read_bytes())

    def test_the_index_links_each_figure_once_to_its_cell(self):
        index = self.index([self.text])[0].read_text(encoding="utf-8")
        self.assertEqual(["figures/figure-1.png", "figures/figure-3.png", "figures/figure-6.png"], re.findall(r'<img src="([^"]*)"', index))
        self.assertEqual(b"three", (self.folder / "figures/figure-3.png").read_bytes())
        for cell in re.findall(r'href="01-title.html#([^"]*)"', index):
            self.assertIn(f'id="{cell}"', (self.folder / "01-title.html").read_text(encoding="utf-8"))
        self.assertIn("One sentence.", index)
        self.assertIn('<a href="teaching.html">For teachers</a><p>A plan. <small>1 min to read</small></p>', index)
        self.assertIn('href="01-title.html"', (self.folder / "teaching.html").read_text(encoding="utf-8"))

    def test_a_damaged_notebook_is_left_out_of_the_index_and_named(self):
        whole = (self.folder / "01-title.ipynb").read_text(encoding="utf-8")
        for number, text in enumerate(["", whole[:99], "{}", "[]", whole.replace('"code"', '"cod"')], start=2):
            (self.folder / f"0{number}-damaged.ipynb").write_text(text, encoding="utf-8")
            (self.folder / f"0{number}-damaged.html").touch()
        index, damaged = self.index([])
        self.assertEqual([f"0{number}-damaged" for number in range(2, 7)], [path.stem for path in damaged])
        self.assertEqual(["01-title.html"], re.findall(r'<li><a href="(\d[^"]*)"', index.read_text(encoding="utf-8")))
        with self.assertRaises(Damaged):
            read_notebook(damaged[0])


    def test_code_and_outputs_that_are_too_wide_scroll(self):
        """nbconvert hides what is too wide; its style comes before ours."""
        page = self.page("02-wide.html", [new_code_cell("int x;")])
        for ours in (".jp-InputArea-editor { --cover: #f5f5f5; overflow-x: auto !important;", ".jp-OutputArea-output pre { overflow: visible !important; }"):
            self.assertGreater(page.index(ours), page.rindex("overflow: hidden"))

    def test_prose_is_wrapped_and_columns_stay(self):
        texts = ["Scale demo: about twelve minutes", "P2  0.9\nP5  0.8\n", "  12  ResNet-50", "a\tb", "  indented"]
        page = self.page("02-output.html", [new_code_cell("x", outputs=[new_output("stream", text=text) for text in texts])])
        self.assertEqual([False, True, True, True, False], ["facet-aligned" in opening for opening in re.findall(r'<div class="jp-RenderedText[^>]*>', page)])
        self.assertIn('<pre>P2  0.9\nP5  0.8\n</pre>', page)

    def test_a_page_has_a_title_and_a_description_for_search_engines(self):
        self.index([self.text])
        for name, title, description in [("01-title", "1. A title", "One sentence."), ("teaching", "For teachers", "A plan.")]:
            page = (self.folder / f"{name}.html").read_text(encoding="utf-8")
            self.assertEqual([f"{title} · Facet"], re.findall("<title>(.*)</title>", page))
            self.assertEqual([description], re.findall('<meta (?:name="description" )?content="([^"]*)"(?: name="description")?/?>', page))

    def test_each_lesson_leads_to_those_before_and_after_it(self):
        for number in (2, 3):
            lesson = new_notebook(cells=[new_markdown_cell(f"# {number}. Lesson {number}")])
            nbformat.write(lesson, self.folder / f"0{number}-lesson.ipynb")
            write_page(lesson, self.folder / f"0{number}-lesson.html")
        self.index([])
        around = {page.stem: re.findall(r'href="([^"]*)" rel="(\w+)"', page.read_text(encoding="utf-8")) for page in self.folder.glob("0*.html")}
        self.assertEqual({
            "01-title": [("02-lesson.html", "next")] * 2,
            "02-lesson": [("01-title.html", "prev"), ("03-lesson.html", "next")] * 2,
            "03-lesson": [("02-lesson.html", "prev")] * 2,
        }, around)
        self.assertRegex((self.folder / "02-lesson.html").read_text(encoding="utf-8"), "3. Lesson 3 (&rarr;|\u2192)</a>")

    def test_designs_stand_under_a_heading_of_their_own_after_teaching(self):
        design = self.folder / "a-design.md"
        design.write_text("# A design\n\nText.\n", encoding="utf-8")
        index = self.index([design, self.text])[0].read_text(encoding="utf-8")
        self.assertRegex(index, "(?s)<h2>Notebooks.*01-title.html.*<h2>The paper.*<img.*<h2>Teaching.*teaching.html.*<h2>Study designs.*a-design.html.*<h2>Guides.*terminal.html")

    def test_a_text_that_is_not_utf8_has_a_page(self):
        self.text.write_bytes(b"# For teachers\n\nCaf\xe9 first.\n")
        self.assertIn("teaching.html", self.index([self.text])[0].read_text(encoding="utf-8"))
        self.assertIn("Caf\ufffd first.", (self.folder / "teaching.html").read_text(encoding="utf-8"))

    def test_a_jpeg_figure_has_its_picture_and_title_on_the_index(self):
        photographs = new_code_cell('show("Figure 2. Faces");', outputs=[new_output("display_data", data={"image/jpeg": base64.b64encode(b"\xff\xd8two").decode()})])
        lesson = new_notebook(cells=[new_markdown_cell("# 2. Lesson"), photographs])
        nbformat.write(lesson, self.folder / "02-lesson.ipynb")
        write_page(lesson, self.folder / "02-lesson.html")
        index = self.index([])[0].read_text(encoding="utf-8")
        self.assertIn('<img src="figures/figure-2.jpg" alt="Figure 2. Faces">', index)
        self.assertEqual(b"\xff\xd8two", (self.folder / "figures/figure-2.jpg").read_bytes())

    def test_a_heading_has_githubs_id_and_no_id_stands_twice(self):
        headings = [new_markdown_cell("## 0\u201310: How `good` are *you*?"), new_markdown_cell("## Caf\u00e9 & bar\n\n## Exercises"), new_markdown_cell("## Exercises")]
        ids = re.findall(r'<h2 id="([^"]*)">', self.page("02-headings.html", headings))
        self.assertEqual(["010-how-good-are-you", "caf--bar", "exercises", "exercises-1"], ids)

    def test_a_file_beside_the_page_is_a_link(self):
        (self.folder / "my-quiz.html").touch()
        page = self.page("02-quiz.html", [new_markdown_cell("`my-quiz.html` `my-quiz.jpg`")])
        self.assertIn('<a href="my-quiz.html"><code>my-quiz.html</code></a> <code>my-quiz.jpg</code>', page)

    def test_the_readers_own_files_are_copied_if_a_notebook_names_them(self):
        output = self.folder / "output"
        output.mkdir()
        for name in ("my-quiz.html", "my-secret.jpg"):
            (self.folder / name).write_text(name, encoding="utf-8")
        copy_named(new_notebook(cells=[new_markdown_cell("Open `my-quiz.html` or `my-quiz.jpg`.")]), self.folder, output)
        self.assertEqual(["my-quiz.html"], [path.name for path in output.iterdir()])


class FilesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name).resolve() / "a.ipynb"

    def limit_files(self, size):
        """A disk that is full after so many bytes, as far as this process sees it."""
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        self.addCleanup(resource.setrlimit, resource.RLIMIT_FSIZE, (soft, hard))
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))

    def test_a_full_disk_leaves_the_old_file_and_is_named(self):
        write_whole("old, é", self.file)
        self.limit_files(10_000)
        with self.assertRaises(OSError) as problem:
            write_whole("new" * 10_000, self.file)
        self.assertEqual((errno.EFBIG, str(self.file)), (problem.exception.errno, problem.exception.filename))
        self.assertEqual("old, é", self.file.read_text(encoding="utf-8"))
        self.assertEqual([self.file], list(self.file.parent.iterdir()))

    def test_a_page_on_a_full_disk_leaves_the_old_page(self):
        page = self.file.with_suffix(".html")
        page.write_text("old")
        self.limit_files(10_000)
        with self.assertRaises(OSError):
            write_page(NOTEBOOK, page)
        self.assertEqual("old", page.read_text())

    def test_a_link_stays_a_link(self):
        link = self.file.with_name("link.ipynb")
        link.symlink_to(self.file)
        write_whole(b"new", link)
        self.assertEqual((True, b"new"), (link.is_symlink(), self.file.read_bytes()))


if __name__ == "__main__":
    unittest.main()

"""What the first page takes from notebooks, texts and README.md: questions, times, findings, commands; and where links lead."""

import re
import sys
import tempfile
import unittest
from pathlib import Path

import nbformat
from nbformat.v4 import new_markdown_cell, new_notebook

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from notebook_cards import as_notebook, duration, heading, plain, purpose, reading
from notebook_index import write_index
from notebook_links import HOME, address, embedded, leads
from notebook_readme import ReadmeLacks, read_readme

README = """# Name

**Does it help?** A lab.

It rebuilds a paper.

![A figure](notebooks/figure-6.png)

*What the figure shows.*

## What we found so far

1. **One.** See [03](notebooks/03-x.ipynb), [its design](notebooks/study-design.md), [data](data/README.md), [terminal](environment/guide/terminal.md).

## Two commands

You need Java.

```bash
demo     # all
```

| a | table |
| call it from *Java*, or use a GPU | [Java](environment/guide/java.md), [x](x.md) |
"""


class CardTest(unittest.TestCase):
    def asked(self, markdown):
        return purpose(as_notebook(markdown))

    def test_a_card_has_the_first_question_of_the_introduction(self):
        goals = "# 2. A lesson? No\n\n*Learning goals.* After it you can\n\n- do one thing, can't you?\n\n"
        goals += "A fact. What? Would you *believe* it? More.\n\n*Is this a note?*\n\n## 1. Is this one, too?"
        self.assertEqual("Would you believe it?", self.asked(goals))
        self.assertEqual("How many are there of them?", self.asked("# L\n\nText. Predict: how many are there of them?"))

    def test_a_comment_in_code_is_no_heading_and_no_question(self):
        for fence in ("```", "~~~", "````"):
            text = f"{fence}bash\n# Is this the title of it?\n{fence}\n\n# Title\n\nWhat is it good for?\n\n{fence}\n# No\n{fence}\n"
            self.assertEqual(("Title", "What is it good for?"), (heading(as_notebook(text)), self.asked(text)))

    def test_a_design_asks_in_the_section_that_is_called_so(self):
        design = "# A design\n\nThis page was committed before.\n\n## The question\n\nA paper trains. {}\n\n## Arms\n\nWhy not this one here?"
        self.assertEqual("Does it help at all?", self.asked(design.format("Does it help at all?")))
        self.assertEqual("A paper trains.", self.asked(design.format("")))

    def test_a_description_of_its_own_comes_first_and_a_first_sentence_last(self):
        lesson = new_notebook(cells=[new_markdown_cell("# L\n\nA fact. Would you believe it?")], metadata={"facet": {"description": "Its own."}})
        self.assertEqual("Its own.", purpose(lesson))
        self.assertEqual("A fact.", self.asked("# L\n\n| a | b |\n\n```bash\ncommand\n```\n\nA fact. Another."))
        self.assertEqual("", self.asked("# L"))

    def test_only_marks_are_taken_from_a_text(self):
        self.assertEqual("Set FACET_SCALE to paper, or go on", plain("Set `FACET_SCALE` to *paper*, or **go** [on](x.md)"))
        self.assertEqual("em 3 * 4 * 5", plain("_em_ 3 * 4 * 5"))

    def test_a_time_has_one_measure(self):
        for note, time in {
            "*25 minutes to read, with the exercises 40. At scale* `demo` *3 minutes.*": "25 min to read, 40 with the exercises",
            "*About 25 minutes to read, 40 with the exercises.*": "25 min to read, 40 with the exercises",
            "*About 20 minutes with the exercises, of which the computer needs 1.*": "20 min with the exercises",
            "*20 minutes to read; 5 minutes of computing.*": "20 min to read",
            "*15 minutes, of which 5 are yours.*": "15 min to read",
            "20 minutes": "",
        }.items():
            self.assertEqual(time, duration(as_notebook(f"# L\n\n{note}\n\nText.")))
        self.assertEqual(["1 min to read", "3 min to read"], [reading("a " * words) for words in (9, 600)])

    def test_every_committed_notebook_says_how_long_it_takes(self):
        for path in sorted((HOME / "notebooks").glob("[0-9]*.ipynb")):
            self.assertRegex(duration(nbformat.read(path, as_version=4)), r"^\d+ min ", path.name)


class ReadmeTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def read(self, text):
        (self.folder / "README.md").write_text(text, encoding="utf-8")
        return read_readme(self.folder / "README.md")

    def test_the_index_begins_as_the_readme_does(self):
        (self.folder / "03-x.html").touch()
        index = write_index(self.folder, [], self.read(README))[0].read_text(encoding="utf-8")
        self.assertRegex(index, "(?s)<title>Does it help[?] · Facet</title>.*content=\"Does it help[?] A lab.\".*<strong>Does it help[?]</strong> A lab.*rebuilds"
                                ".*found so far.*<strong>One.</strong>.*commands.*You need Java.*demo")
        self.assertRegex(index, 'java.html">[^<]*</a><p>Call it from Java, or use a GPU[.] <small>')
        for part in ("What the figure shows", "a | table", "notebooks/figure-6.png"):
            self.assertNotIn(part, index)
        self.assertIn('<a href="03-x.html">03</a>, <a href="study-design.html">its design</a>, data, <a href="terminal.html">terminal</a>.', index)

    def test_a_readme_that_lacks_something_is_refused_in_words(self):
        for lost, words in {
            "**Does it help?** A lab.\n\n": "README.md does not begin with a question in bold",
            "## What we found so far": 'README.md has no heading "## What we found so far"',
            "## Two commands": 'README.md has no heading "## Two commands"',
            "```bash\n": 'README.md, "Two commands": there are no commands between',
        }.items():
            with self.assertRaises(ReadmeLacks) as problem:
                self.read(README.replace(lost, ""))
            self.assertIn(words, str(problem.exception))

    def test_the_readme_of_today_has_all_of_it(self):
        screen = read_readme()
        self.assertIn("environment/facet demo", screen.commands)
        self.assertTrue(plain(screen.introduction).startswith(screen.asked()))


class LinksTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_links_lead_to_pages_that_are_made(self):
        (self.folder / "10-there.html").touch()
        for (url, base), page in {
            ("02-next.ipynb#there", "notebooks"): "02-next.html#there",  # made later
            ("study-design.md", "notebooks"): "study-design.html",
            ("../environment/guide/speed.md", "notebooks"): "speed.html",
            ("../README.md", "notebooks"): "index.html",
            ("../../notebooks/10-there.ipynb", "environment/guide"): "10-there.html",
            ("notebooks/11-missing.ipynb", ""): None,
            ("../lib/src/main/java/facet/train/Trainer.java", "notebooks"): None,
            ("https://example.org/x.md", "notebooks"): "https://example.org/x.md",
            ("#words", "notebooks"): "#words",
        }.items():
            self.assertEqual(page, leads(url, base, self.folder), url)

    def test_the_repositorys_address_is_cited_or_the_projects(self):
        self.assertIsNone(address(self.folder))
        pom = '<project xmlns="http://maven.apache.org/POM/4.0.0"><licenses><license><url>https://no.example</url></license></licenses>{}</project>'
        for project, expected in {"": None, "<url>https://a.example/x/</url>": "https://a.example/x", "<scm><url>https://b.example</url></scm>": "https://b.example"}.items():
            (self.folder / "pom.xml").write_text(pom.format(project), encoding="utf-8")
            self.assertEqual(expected, address(self.folder))
        (self.folder / "CITATION.cff").write_text('title: x\nrepository-code: "https://c.example/x"\n', encoding="utf-8")
        self.assertEqual("https://c.example/x", address(self.folder))

    def test_the_quizs_last_sentence_leads_to_a_cell_of_the_notebook(self):
        quiz = (HOME / "lib/src/main/resources/facet/report/quiz.html").read_text(encoding="utf-8")
        above = re.search(r"under &ldquo;(.*?)&rdquo; in notebook 11", quiz).group(1)
        self.assertIn(above, (HOME / "notebooks/11-you-against-the-network.ipynb").read_text(encoding="utf-8"))

    def test_an_image_from_outside_of_the_repository_is_not_read(self):
        for url in ("/etc/hostname", "../../../../../../../../etc/hostname", "x" * 5000):
            self.assertEqual(url, embedded(url, "notebooks"))

    def test_a_texts_own_image_stands_in_the_page(self):
        self.assertRegex(embedded("../../data/benchmark/benchmark.png", "environment/guide"), "^data:image/png;base64,iVBOR")
        for kept in ("https://example.org/a.png", "missing.png", "attachment:a.png"):
            self.assertEqual(kept, embedded(kept, "notebooks"))


if __name__ == "__main__":
    unittest.main()

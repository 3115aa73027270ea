"""The words that Facet gave up stand nowhere that a reader looks: in notebooks, pages and messages."""

import json
import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
GIVEN_UP = {
    r"\bcannot be told\b": "inconclusive",
    r"\bhang together\b": "are correlated",
    r"\bway back\b": "backward pass",
    r"\b(learns?|learnt|learned|learning) by heart\b|\bby heart\b": "memorises",
    r"\bchance doubles\b": "generated near-twins",
    r"\blie apart\b": "vary between seeds",
    r"\bgets? (it )?right\b|\bright more often\b|\bmore often right\b|\bboth right\b": "is correct, higher accuracy",
    r"\b(is|are|became|becomes?) no number\b": "NaN",
    r"\bwithout a loss\b": "zero-loss",
    r"\bwhat is its own\b": "settings",
    r"\btriples?\b": "triplet",
    r"\bgroups\b(?!\.csv|` |`)": "triplets",
}
QUOTED = re.compile(r"`[^`]*`|\*\"[^\"]*\"\*|\"[^\"]*\"|\*groups?\*|\]\([^)]*\)|^```.*?^```", re.MULTILINE | re.DOTALL)  # code, the paper's own words, the word that is explained


def texts():
    pages = [ROOT / "README.md", ROOT / "data/README.md", ROOT / "data/generated-faces/DATASHEET.md",
             *sorted((ROOT / "environment/guide").glob("*.md")), *sorted((ROOT / "notebooks").glob("*.md"))]
    for page in pages:
        yield page.name, page.read_text(encoding="utf-8")
    for notebook in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb")):
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        yield notebook.name, "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    for source in sorted((ROOT / "lib/src/main/java").rglob("*.java")):
        yield source.name, "\n".join(re.findall(r"\"((?:[^\"\\]|\\.){20,})\"", source.read_text(encoding="utf-8")))


class LanguageTest(unittest.TestCase):
    def test_no_word_that_was_given_up(self):
        found = []
        for name, text in texts():
            plain = QUOTED.sub(" ", text)
            for words, instead in GIVEN_UP.items():
                if name.endswith(".java") and instead == "triplets":  # a column, an option and a setting keep that name
                    continue
                found += [f"{name}: {match.group(0)} (write {instead}): {plain[max(0, match.start() - 9):match.end() + 9]!r}" for match in re.finditer(words, plain, re.IGNORECASE)]
        self.assertEqual([], found)


if __name__ == "__main__":
    unittest.main()

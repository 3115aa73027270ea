"""The words that Facet gave up stand nowhere that a reader looks: in notebooks, pages, messages, help texts and Javadoc."""

import ast
import json
import re
import unittest
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
GIVEN_UP = {
    r"\bcannot be told\b": "inconclusive",
    r"\bhang together\b": "are correlated",
    r"\bway back\b": "backward pass",
    r"\b(learns?|learnt|learned|learning) by heart\b|\bby heart\b": "memorises",
    r"\bchance doubles\b": "generated near-twins",
    r"\btwinlike (negatives?|identit\w+|triplets?|pairs?|faces?|people)\b": "generated near-twins, or the kind `twinlike`",
    r"\blie apart\b": "vary between seeds",
    r"\bgets? (it )?right\b|\bright more often\b|\bmore often right\b|\bboth right\b": "is correct, higher accuracy",
    r"\b(is|are|became|becomes?) no number\b": "NaN",
    r"\bwithout a loss\b": "zero-loss",
    r"\bwhat is its own\b": "settings",
    r"\bpictures?\b": "image, photo, figure",
    r"\btriples?\b": "triplet",
    r"\bgroups\b(?!\.csv|` |`)": "triplets",
}
GIVEN_UP_IN_THE_PROGRAM = {  # things do not say or tell
    r"\b(say|says|tell|tells) nothing\b": "does not show",
    r"\btakes? (it|them) up again\b": "goes on from there",
    r"\bright answers?\b|\b(is|are) right\b|\btriplets? right\b": "correct",
    r"\blevel no FPN\b": "ResNet-50 (no FPN)",
}
QUOTED = re.compile(r"`[^`]*`|\*\"[^\"]*\"\*|\"[^\"]*\"|\*groups?\*|\]\([^)]*\)|^```.*?^```", re.MULTILINE | re.DOTALL)  # code, the paper's own words, the word that is explained
CODE = re.compile(r"\{@\w+ [^}]*\}|`[^`]*`|\{[{%].*?[%}]\}", re.DOTALL)  # of a Javadoc, a comment, a template
JAVA = re.compile(r'"""(?P<block>.*?)"""|"(?P<text>(?:[^"\\\n]|\\.)*)"|\'(?:[^\'\\]|\\.)+\'|/\*\*(?P<doc>.*?)\*/|/\*.*?\*/|//[^\n]*', re.DOTALL)
LEGITIMATE = {  # where such a word is right
    "*": r"--groups\b|\bsetting groups\b|\bcalls groups\b",  # the option, the setting, the paper's word
    "*.java": r"^groups$|: is the path right\?",  # a literal that is this word alone: a column or a key
    "FaceFolder.java": r"\bgroups/anchor\b",  # a folder of triplets has that name
    "Answers.java": r"\bstand in groups\b",  # letters
    "PlaceRow.java": r"@param groups\b",  # panels
    "Counts.java": r"^Groups of $",
    "recipes.yaml": r"^groups:",  # the setting
    "Tasks.java": r"^pictures$",  # a key between the benchmark's programs
    "WorkFolder.java": r"^pictures-$",  # a file between them
    "Rules.java": r"\blabels are right\b",  # stands in the outputs of notebook 10, until it is executed again
    "quiz.html": r"\bthe right answers\b",  # likewise, of notebook 11
}


def pages():
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("data/*.md")), ROOT / "data/generated-faces/DATASHEET.md",
                 *sorted(ROOT.glob("environment/*/*.md")), *sorted(ROOT.glob("notebooks/*.md"))]:
        yield page.name, page.read_text(encoding="utf-8")
    for notebook in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb")):
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        yield notebook.name, "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


def program():
    """What the program shows, and what describes it: strings and Javadoc of Java, strings of Python, scripts, studies and templates as they are."""
    modules = [ROOT / "lib/src/main", *(ROOT / "environment" / module / "src/main" for module in ("benchmark", "spark")), ROOT / "environment/kernel"]
    for source in sorted(source for module in modules for source in module.rglob("*.java")):
        yield source.name, java(source.read_text(encoding="utf-8"))
    for source in sorted([*ROOT.glob("environment/*.py"), *ROOT.glob("environment/benchmark/*.py")]):
        yield source.name, python(source.read_text(encoding="utf-8"))
    resources = [*(ROOT / "lib/src/main/resources").rglob("*.yaml"), *(ROOT / "lib/src/main/resources").rglob("*.html"), *ROOT.glob("environment/pages/*.j2")]
    for source in sorted([ROOT / "environment/facet", *ROOT.glob("environment/*/*.sh"), *ROOT.glob("environment/kernel/*.jshell"), *resources]):
        yield source.name, source.read_text(encoding="utf-8")


def java(source):
    """The strings and the Javadoc, one in a line; strings that a + joins are one."""
    found, end = [], 0
    for match in JAVA.finditer(source):
        text = match.group("block") or match.group("text") or re.sub(r"\s*\n\s*\*? ?", " ", match.group("doc") or "")
        if text and match.group("text") and source[end - 1:end] == '"' and source[end:match.start()].strip() == "+":
            found[-1] += text
        elif text:
            found.append(text)
        end = match.end() if text else end
    return "\n".join(found)


def python(source):
    return "\n".join(node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def slips(name, text, words):
    for file, allowed in LEGITIMATE.items():
        if fnmatch(name, file):
            text = re.sub(allowed, " ", text, flags=re.MULTILINE)
    for given_up, instead in words.items():
        for match in re.finditer(given_up.replace(" ", r"\s+"), text, re.IGNORECASE):
            yield f"{name}: {match.group(0)} (write {instead}): {text[max(0, match.start() - 30):match.end() + 30]!r}"


class LanguageTest(unittest.TestCase):
    def test_no_word_that_was_given_up_stands_on_a_page(self):
        self.assertEqual([], [slip for name, text in pages() for slip in slips(name, QUOTED.sub(" ", text), GIVEN_UP)])

    def test_nor_in_the_program(self):
        words = {**GIVEN_UP, **GIVEN_UP_IN_THE_PROGRAM}
        self.assertEqual([], [slip for name, text in program() for slip in slips(name, CODE.sub(" ", text), words)])

    def test_every_exception_is_needed(self):
        read = list(program()) + list(pages())
        for file, allowed in LEGITIMATE.items():
            for one in allowed.split("|"):
                self.assertTrue(any(fnmatch(name, file) and re.search(one, text, re.MULTILINE) for name, text in read), f"{one} in {file}")

    def test_what_is_read_of_a_source(self):
        text = java('/** Does {@code x}.\n * More. */\nString a = "one "\n        + "two" + b + " three"; /* "no" */ char b = \'"\'; String c = "a \\"b\\""; // "no"')
        self.assertEqual(' Does {@code x}. More. \none two\n three\na \\"b\\"', text)
        self.assertEqual("Doc.\nsays \n!", python('"""Doc."""\nx = f"says {y}!"  # no\n'))


if __name__ == "__main__":
    unittest.main()

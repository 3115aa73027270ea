"""What other pages and search engines say of a notebook or text: its heading, its question, and how long it takes."""

import re

from nbformat.v4 import new_markdown_cell, new_notebook

WORDS = 200  # that one reads in a minute
SHORT = 4  # words; a shorter question cannot stand alone


def as_notebook(markdown):
    return new_notebook(cells=[new_markdown_cell(markdown)])


def heading(notebook):
    found = re.search(r"^# +(.+)$", prose(notebook), re.MULTILINE)
    return plain(found.group(1)) if found else ""


def purpose(notebook):
    """
    What one reads it for: its own description (metadata.facet.description), else the first question of its introduction or of its section "The question", else its
    first sentence.
    """
    described = notebook.metadata.get("facet", {}).get("description")
    if described:
        return described
    text = prose(notebook)
    asking = re.search(r"^## +The question$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    introduction = sentences(re.split(r"^## ", text, maxsplit=1, flags=re.MULTILINE)[0])
    question = sentences(asking.group(1)) if asking else []
    asked = [sentence for sentence in introduction + question if sentence.endswith("?") and len(sentence.split()) >= SHORT]
    return next(iter(asked + question + introduction + sentences(text)), "")


def sentences(markdown):
    """The sentences of the paragraphs: not of headings, lists, tables, code, notes in italics and goals."""
    found = []
    for block in re.split(r"\n\s*\n", markdown):
        lines = [line for line in block.splitlines() if not line.startswith(("#", "- ", "|"))]
        text = plain(" ".join(lines))
        if text and text[0].isalnum() and not re.match(r"\*(?!\*)", block):
            found += [re.sub(r"^Predict: +(\w)", lambda first: first.group(1).upper(), sentence) for sentence in re.split(r"(?<=[.?!])\s+", text)]
    return found


def duration(notebook):
    """How long a lesson takes, from its note in italics; "" where it has none."""
    note = re.search(r"^\*[^*\n]*?\b\d+ minutes.*$", prose(notebook), re.MULTILINE)
    if not note:
        return ""
    minutes, alone = re.search(r"(\d+) minutes( with the exercises)?", note.group()).groups()
    if alone:
        return f"{minutes} min with the exercises"
    exercises = re.search(r"with the exercises (\d+)|(\d+)(?: minutes)? with the exercises", note.group())
    return f"{minutes} min to read" + (f", {exercises.group(1) or exercises.group(2)} with the exercises" if exercises else "")


def reading(markdown):
    """How long a text takes to read."""
    return f"{max(1, round(len(markdown.split()) / WORDS))} min to read"


def prose(notebook):
    """All texts, without blocks of code, whose comments look like headings."""
    text = "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    return re.sub(r"^(```+|~~~+).*?^\1", "", text, flags=re.MULTILINE | re.DOTALL)


def plain(markdown):
    """The text without links and marks; an underscore or star that is no mark stays."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    for marked in (r"\*\*(\S.*?)\*\*", r"\*(\S.*?)\*", r"`(.+?)`", r"\b_(\S.*?)_\b"):
        text = re.sub(marked, r"\1", text)
    return text.strip()

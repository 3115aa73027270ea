"""The first page of the notebooks' pages: README's question, findings and commands, all notebooks and texts, and the paper's figures as thumbnails."""

import base64
import re
from typing import NamedTuple

from notebook_cards import as_notebook, duration, heading, purpose, reading
from notebook_files import Damaged, read_notebook, write_whole
from notebook_links import HOME
from notebook_pages import Neighbours, from_template, rendered, write_page, write_text

GUIDES = HOME / "environment/guide"


class Card(NamedTuple):
    page: str
    name: str
    purpose: str
    duration: str


class Figure(NamedTuple):
    number: int
    title: str
    cell: str  # the id of the cell that draws it
    picture: bytes  # PNG or JPEG


def write_index(folder, texts, first_screen):
    """Writes the index of all pages in the folder, those of earlier runs too, with pages of the texts and guides; returns its path, and the damaged notebooks."""
    lessons, damaged = read_lessons(folder)
    cards = [Card(f"{path.stem}.html", heading(notebook) or path.stem, purpose(notebook), duration(notebook)) for path, notebook in lessons]
    drawn = {}
    for (path, notebook), card, before, after in zip(lessons, cards, [None, *cards], [*cards[1:], None], strict=False):
        # once more: which lessons stand beside it is only known now
        write_page(notebook, path.with_suffix(".html"), Neighbours(before and before[:2], after and after[:2]))
        for figure in figures(notebook):
            drawn.setdefault(figure.number, (card.page, figure))  # the first one: the others are a reader's own run
    designs = [text for text in texts if text.stem.endswith("-design")]
    sections = {
        "Notebooks": cards,
        "Teaching": [write_beside(folder, text, "notebooks") for text in texts if text not in designs],
        "Study designs": [write_beside(folder, text, "notebooks") for text in designs],
        "Guides": [write_beside(folder, text, "environment/guide", first_screen.goals.get(f"environment/guide/{text.name}")) for text in sorted(GUIDES.glob("*.md"))],
    }
    index = folder / "index.html"
    introduction, findings, commands = (rendered(markdown, "", folder) for markdown in first_screen[:3])
    shown = [(page, figure, write_picture(folder, figure)) for _, (page, figure) in sorted(drawn.items())]
    page = from_template("notebooks.html.j2", folder, title=f"{first_screen.asked()} · Facet", purpose=first_screen.described(),
                         introduction=introduction, findings=findings, commands=commands, sections=sections, figures=shown)
    write_whole(page, index)
    return index, damaged


def read_lessons(folder):
    """The notebooks that have a page, in their order, each with its path; and the paths of damaged ones."""
    lessons, damaged = [], []
    for path in sorted(page.with_suffix(".ipynb") for page in folder.glob("[0-9]*.html") if page.with_suffix(".ipynb").exists()):
        try:
            lessons.append((path, read_notebook(path)))
        except Damaged:
            damaged.append(path)
    return lessons, damaged


def write_beside(folder, text, base, goal=None):
    """Writes the page of a Markdown file; returns its card, which has the goal if there is one, else what the text says itself."""
    markdown = text.read_text(encoding="utf-8", errors="replace")
    write_text(markdown, folder / f"{text.stem}.html", base, goal)
    words = as_notebook(markdown)
    return Card(f"{text.stem}.html", heading(words) or text.stem, goal or purpose(words), reading(markdown))


def write_picture(folder, figure):
    """Writes a figure's file; returns its name, beginning at the folder."""
    kind = "jpg" if figure.picture.startswith(b"\xff\xd8") else "png"
    picture = f"figures/figure-{figure.number}.{kind}"
    (folder / "figures").mkdir(exist_ok=True)
    write_whole(figure.picture, folder / picture)
    return picture


def figures(notebook):
    """The paper's figures in a notebook: images that a cell names "Figure 3. ...", or the first below a heading that ends in (Figure 1)."""
    below = None
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            if re.search(r"^## ", cell.source, re.MULTILINE):
                below = None
            for title, number in re.findall(r"^## +(?:\d+\. )?(.+) \(Figure (\d+)\)$", cell.source, re.MULTILINE):
                below = int(number), f"Figure {number}. {title}"
            continue
        named = re.search(r'"(Figure (\d+)\.[^"]*)"', cell.source)
        number, title = (int(named.group(2)), named.group(1)) if named else below or (None, None)
        data = [output.get("data", {}) for output in cell.get("outputs", [])]
        pictures = [each.get("image/png") or each["image/jpeg"] for each in data if {"image/png", "image/jpeg"} & set(each)]
        if number and pictures:
            yield Figure(number, title, cell.id, base64.b64decode(pictures[0]))
            below = None

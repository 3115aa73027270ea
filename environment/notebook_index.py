"""The first page of the notebooks' pages: the paper's figures as thumbnails, each a link to where it is made, then all notebooks."""

import base64
import re
from typing import NamedTuple

from nbformat.v4 import new_markdown_cell, new_notebook

from notebook_files import Damaged, read_notebook, write_whole
from notebook_pages import first_sentence, from_template, heading, minutes, write_text


class Figure(NamedTuple):
    number: int
    title: str
    cell: str  # the id of the cell that draws it
    picture: bytes  # PNG


def write_index(folder, texts):
    """Writes the index of all pages in the folder, those of earlier runs too, with pages of the texts; returns its path, and the damaged notebooks."""
    entries, drawn, damaged = [], {}, []
    (folder / "figures").mkdir(exist_ok=True)
    for page in sorted(page for page in folder.glob("[0-9]*.html") if page.with_suffix(".ipynb").exists()):
        try:
            notebook = read_notebook(page.with_suffix(".ipynb"))
        except Damaged:
            damaged.append(page.with_suffix(".ipynb"))
            continue
        entries.append((page.name, heading(notebook) or page.stem, first_sentence(notebook), minutes(notebook)))
        for figure in figures(notebook):
            drawn.setdefault(figure.number, (page.name, figure))  # the first one: the others are a reader's own run
    for text in texts:
        markdown = text.read_text(encoding="utf-8")
        write_text(markdown, folder / f"{text.stem}.html")
        words = new_notebook(cells=[new_markdown_cell(markdown)])
        entries.append((f"{text.stem}.html", heading(words) or text.stem, first_sentence(words), None))
    shown = [(page, figure, write_picture(folder, figure)) for _, (page, figure) in sorted(drawn.items())]
    index = folder / "index.html"
    write_whole(from_template("notebooks.html.j2", title="Facet: notebooks", figures=shown, entries=entries), index)
    return index, damaged


def write_picture(folder, figure):
    """Writes a figure's file; returns its name, beginning at the folder."""
    picture = f"figures/figure-{figure.number}.png"
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
        pictures = [output["data"]["image/png"] for output in cell.get("outputs", []) if "image/png" in output.get("data", {})]
        if number and pictures:
            yield Figure(number, title, cell.id, base64.b64decode(pictures[0]))
            below = None

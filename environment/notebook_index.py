"""The first page of the notebooks' pages: the paper's figures as small pictures, each a link to where it is made, then all notebooks."""

import base64
import html
import re
from typing import NamedTuple

from nbformat.v4 import new_markdown_cell, new_notebook

from notebook_files import Damaged, read_notebook, write_whole
from notebook_pages import TEXT, first_sentence, heading, write_text

BODY = """<main>
<h1>Facet</h1>
<p>Similar-face recognition with ResNet-50, a feature pyramid and the triplet loss: the paper's figures, rebuilt and questioned.
Figures 3 to 8 are of trainings on LFW that are recorded; what was trained here stands in the notebooks.</p>
{figures}
<h2>Notebooks</h2>
<ul class="notebooks">
{notebooks}
</ul>
<p>To change and run them: <code>environment/facet lab</code></p>
</main>"""


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
        entries.append(entry(page.name, heading(notebook) or page.stem, first_sentence(notebook)))
        for figure in figures(notebook):
            drawn.setdefault(figure.number, (page.name, figure))  # the first one: the others are a reader's own run
    for text in texts:
        markdown = text.read_text(encoding="utf-8")
        write_text(markdown, folder / f"{text.stem}.html")
        words = new_notebook(cells=[new_markdown_cell(markdown)])
        entries.append(entry(f"{text.stem}.html", heading(words) or text.stem, first_sentence(words)))
    thumbnails = "\n".join(thumbnail(folder, *drawn[number]) for number in sorted(drawn))
    body = BODY.format(figures=f'<div class="figures">\n{thumbnails}\n</div>' if drawn else "", notebooks="\n".join(entries))
    index = folder / "index.html"
    write_whole(TEXT.format(title="Facet: notebooks", body=body), index)
    return index, damaged


def entry(page, title, text):
    return f'<li><a href="{page}">{html.escape(title)}</a><p>{html.escape(text)}</p></li>'


def thumbnail(folder, page, figure):
    picture = f"figures/figure-{figure.number}.png"
    write_whole(figure.picture, folder / picture)
    title = html.escape(figure.title)
    return f'<a href="{page}#cell-id={figure.cell}"><img src="{picture}" alt="">{title}</a>'


def figures(notebook):
    """The paper's figures in a notebook: pictures that a cell names "Figure 3. ...", or the first below a heading that ends in (Figure 1)."""
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

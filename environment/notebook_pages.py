"""HTML pages of executed notebooks, and an index of them."""

import html
import re

import nbformat
from nbconvert import HTMLExporter

INDEX = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Facet: notebooks</title>
<style>
body {{ font: 17px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; color: #222; background: #fff; }}
li {{ margin: 1rem 0; }}
p {{ margin: 0; color: #555; }}
a {{ color: #0b57a4; font-weight: 600; }}
</style>
</head>
<body>
<h1>Facet</h1>
<p>The notebooks, as they ran on this machine.</p>
<ul style="list-style: none; padding: 0">
{entries}
</ul>
<p>To change and run them: <code>environment/facet lab</code></p>
</body>
</html>
"""


def write_page(notebook, path):
    title = heading(notebook) or path.stem
    exporter = HTMLExporter(embed_images=True)
    page, _ = exporter.from_notebook_node(notebook, {"metadata": {"name": title}})
    path.write_text(page, encoding="utf-8")


def write_index(folder):
    """The index of all pages in the folder, those of earlier runs too; returns its path."""
    entries = []
    for page in sorted(folder.glob("[0-9]*.html")):
        notebook = nbformat.read(page.with_suffix(".ipynb"), as_version=4)
        title, text = html.escape(heading(notebook) or page.stem), html.escape(first_sentence(notebook))
        entries.append(f'<li><a href="{page.name}">{title}</a><p>{text}</p></li>')
    index = folder / "index.html"
    index.write_text(INDEX.format(entries="\n".join(entries)), encoding="utf-8")
    return index


def heading(notebook):
    found = re.search(r"^# +(.+)$", prose(notebook), re.MULTILINE)
    return plain(found.group(1)) if found else ""


def first_sentence(notebook):
    for block in re.split(r"\n\s*\n", prose(notebook)):
        text = plain(" ".join(line for line in block.splitlines() if not line.startswith("#")))
        if text and text[0].isalnum():
            return re.split(r"(?<=[.?!])\s", text)[0]
    return ""


def prose(notebook):
    return "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def plain(markdown):
    return re.sub(r"[*`_]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown)).strip()

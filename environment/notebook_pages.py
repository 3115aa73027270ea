"""HTML pages of executed notebooks, and of texts beside them: they need no network and fit a phone. The folder pages has their templates."""

import base64
import re
from pathlib import Path

from jinja2 import pass_context
from nbconvert import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from notebook_files import write_whole

SINGLE = 800  # pixels; a wider figure has several charts or photographs side by side


class PageRenderer(IPythonRenderer):
    """Links between the notebooks lead from page to page, and so does a notebook's name."""

    def link(self, text, url, title=None):
        return super().link(text, re.sub(r"^([\w-]+)\.(?:ipynb|md)(?=#|$)", r"\1.html", url), title)

    def codespan(self, text):
        code = super().codespan(text)
        return f'<a href="{text}.html">{code}</a>' if re.fullmatch(r"\d\d-[a-z-]+", text) else code


class TextRenderer(PageRenderer):
    """A wide table scrolls; in a notebook its cell does."""

    def table(self, text):
        return f'<div class="wide"><table>\n{text}</table></div>\n'


class PageExporter(HTMLExporter):
    def __init__(self):
        # Without embed_images, which closes each tag of a text where it opens: hints would stand open. Images of outputs are in the page anyway.
        super().__init__(template_name="pages", extra_template_basedirs=[str(Path(__file__).resolve().parent)])
        self.register_filter("has_panels", lambda data: width(data) > SINGLE)

    @pass_context
    def markdown2html(self, context, source):
        return MarkdownWithMath(PageRenderer(escape=False, attachments=context.get("cell", {}).get("attachments"))).render(source)


def write_page(notebook, path):
    about = {"metadata": {"name": heading(notebook) or path.stem}, "descriptions": descriptions(notebook)}
    page, _ = PageExporter().from_notebook_node(notebook, about)
    write_whole(page, path)


def width(data):
    """The width in pixels of an output's PNG, or of its JPEG, whose frame's header begins with FF C0, C1 or C2."""
    if "image/png" in data:
        return int.from_bytes(base64.b64decode(data["image/png"][:32])[16:20], "big")
    frame = re.search(rb"\xff[\xc0-\xc2]..\x08..(..)", base64.b64decode(data["image/jpeg"]), re.DOTALL)
    return int.from_bytes(frame.group(1), "big") if frame else 0


def descriptions(notebook):
    """By cell, words for figures without words of their own, for those who don't see them: the title that the cell gives them, or the heading above."""
    words, above = {}, ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            headings = re.findall(r"^#+ +(.+)$", cell.source, re.MULTILINE)
            above = plain(headings[-1]) if headings else above
        elif cell.cell_type == "code":
            titled = re.search(r'show\([^"]*"([^"]+)"', cell.source)
            words[cell.id] = titled.group(1) if titled else above
    return words


def write_text(markdown, path):
    title = re.search(r"^# +(.+)$", markdown, re.MULTILINE)
    text = MarkdownWithMath(TextRenderer(escape=False)).render(markdown)
    write_whole(from_template("text.html.j2", title=title.group(1) if title else path.stem, text=text), path)


def from_template(name, **values):
    return PageExporter().environment.get_template(name).render(**values)


def heading(notebook):
    found = re.search(r"^# +(.+)$", prose(notebook), re.MULTILINE)
    return plain(found.group(1)) if found else ""


def first_sentence(notebook):
    for block in re.split(r"\n\s*\n", prose(notebook)):
        text = plain(" ".join(line for line in block.splitlines() if not line.startswith(("#", "- "))))
        if text and text[0].isalnum() and not text.startswith("Learning goals"):
            return re.split(r"(?<=[.?!])\s", text)[0]
    return ""


def minutes(notebook):
    """How long a lesson takes, from its line in italics; None where it has none."""
    found = re.search(r"^\*[^*\n]*?\b(\d+) minutes", prose(notebook), re.MULTILINE)
    return int(found.group(1)) if found else None


def prose(notebook):
    return "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def plain(markdown):
    return re.sub(r"[*`_]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown)).strip()

"""HTML pages of executed notebooks, and of texts beside them: they need no network and fit a phone. The folder pages has their templates."""

import base64
import re
from pathlib import Path
from typing import NamedTuple

from jinja2 import pass_context
from nbconvert import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from notebook_cards import as_notebook, heading, plain, purpose
from notebook_files import OWN, write_whole
from notebook_links import embedded, leads

SINGLE = 570  # pixels; a wider figure has several charts or photographs side by side, or much that is small


class Neighbours(NamedTuple):
    """The lessons before and after a page: file and heading, or None."""

    before: tuple[str, str] | None = None
    after: tuple[str, str] | None = None


ALONE = Neighbours()


class PageRenderer(IPythonRenderer):
    """
    Renders a text of the folder base for the folder pages: links lead from page to page, a notebook's name is a link, and so is a file beside the page.
    Headings have the ids that GitHub gives them, but for letters that are not ASCII.
    """

    def __init__(self, base, pages, attachments=None):
        super().__init__(escape=False, attachments=attachments)
        self.base, self.pages, self.ids = base, pages, []

    def link(self, text, url, title=None):
        address = leads(url, self.base, self.pages)
        return text if address is None else super().link(text, address, title)

    def image(self, text, url, title=None):
        return super().image(text, embedded(url, self.base), title)

    def codespan(self, text):
        code = super().codespan(text)
        if re.fullmatch(r"\d\d-[a-z-]+", text):
            return f'<a href="{text}.html">{code}</a>'
        return f'<a href="{text}">{code}</a>' if re.fullmatch(OWN, text) and (self.pages / text).is_file() else code

    def heading(self, text, level, **_):
        words = re.sub(r"<[^>]*>|&\w+;", "", text)
        name = re.sub(r"[^\w\- ]", "", words.lower(), flags=re.ASCII).strip().replace(" ", "-") or "section"
        before = self.ids.count(name)
        self.ids.append(name)
        anchor = f"{name}-{before}" if before else name
        return f'<h{level} id="{anchor}">{text}<a class="anchor-link" href="#{anchor}">¶</a></h{level}>\n'


class TextRenderer(PageRenderer):
    """A wide table scrolls; in a notebook its cell does."""

    def table(self, text):
        return f'<div class="wide"><table>\n{text}</table></div>\n'


class PageExporter(HTMLExporter):
    def __init__(self, pages):
        # Without embed_images, which closes each tag of a text where it opens: hints would stand open. Images of outputs are in the page anyway.
        super().__init__(template_name="pages", extra_template_basedirs=[str(Path(__file__).resolve().parent)])
        self.pages, self.ids = pages, []
        self.register_filter("has_panels", lambda data: width(data) > SINGLE)
        self.register_filter("is_aligned", lambda text: bool(re.search(r"\S(?:  +|\t)\S", text)))

    @pass_context
    def markdown2html(self, context, source):
        renderer = PageRenderer("notebooks", self.pages, context.get("cell", {}).get("attachments"))
        renderer.ids = self.ids  # of all cells
        return MarkdownWithMath(renderer).render(source)


def write_page(notebook, path, around=ALONE):
    name = heading(notebook) or path.stem
    about = {"metadata": {"name": f"{name} · Facet"}, "purpose": purpose(notebook), "around": around, "descriptions": descriptions(notebook)}
    page, _ = PageExporter(path.parent).from_notebook_node(notebook, about)
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
            titled = re.search(r'show\([^"]*"((?:[^"\\]|\\.)+)"', cell.source)
            words[cell.id] = titled.group(1).replace('\\"', '"') if titled else above
    return words


def write_text(markdown, path, base, goal=None):
    """Writes the page of a Markdown text, whose links begin at the folder base of the repository."""
    words = as_notebook(markdown)
    name = heading(words) or path.stem
    write_whole(from_template("text.html.j2", path.parent, title=f"{name} · Facet", purpose=goal or purpose(words), text=rendered(markdown, base, path.parent)), path)


def rendered(markdown, base, pages):
    return MarkdownWithMath(TextRenderer(base, pages)).render(markdown)


def from_template(name, pages, **values):
    return PageExporter(pages).environment.get_template(name).render(resources={"around": ALONE}, **values)

"""HTML pages of executed notebooks, and of texts beside them: they need no network and fit a phone."""

import base64
import html
import re

from nbconvert import HTMLExporter
from nbconvert.filters import markdown2html

from notebook_files import write_whole

SINGLE = 800  # pixels; a wider picture has several charts or photographs side by side
NO_WORDS = 'alt="No description has been provided for this image"'  # nbconvert's, for every picture

# A shadow at the side where a wide table goes on: it lies beneath covers that scroll with the table.
MORE = ("background: linear-gradient(90deg, #fff 1rem, #fff0) 0 0 / 2rem 100% local, linear-gradient(270deg, #fff 1rem, #fff0) 100% 0 / 2rem 100% local, "
        "linear-gradient(90deg, #0005, #0000) 0 0 / .8rem 100%, linear-gradient(270deg, #0005, #0000) 100% 0 / .8rem 100%; background-repeat: no-repeat;")

HEAD = """<style>
.facet-home { font: 15px/1.5 system-ui, sans-serif; padding: .6rem 1rem; }
.facet-home a { color: #0b57a4; font-weight: 600; }
.jp-RenderedHTMLCommon img, .jp-OutputArea img { max-width: 100%; height: auto; }
.jp-OutputArea-output { overflow-x: auto; }
.jp-RenderedMarkdown a code { color: #0b57a4; text-decoration: underline; }
.jp-OutputArea-output:has(table), .jp-RenderedMarkdown:has(table) { display: block !important; box-sizing: border-box; margin: 0 !important; overflow-x: auto; MORE }
.jp-OutputArea-output td, .jp-OutputArea-output th { padding-left: 7px !important; padding-right: 7px !important; } /* the last column is what one looks for */
details { margin: .5rem 0; }
summary { cursor: pointer; font-weight: 600; }
@media (max-width: 700px) {
  .jp-InputPrompt, .jp-OutputPrompt, .jp-Collapser, .anchor-link { display: none !important; }
  .jp-Notebook { padding: 8px !important; }
  .jp-RenderedHTMLCommon code { overflow-wrap: anywhere; }
  .jp-OutputArea-output pre { white-space: pre !important; } /* a line of numbers is not broken: it scrolls */
  .jp-OutputArea-output img[data-panels] { max-width: max(100%, 36rem) !important; } /* charts side by side could not be read at a phone's width: they scroll as tables do */
}
</style>
""".replace("MORE", MORE)
HOME = '<nav class="facet-home" aria-label="all notebooks"><a href="index.html">Facet</a></nav>\n'

TEXT = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 17px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 1rem auto 3rem; padding: 0 1rem; color: #222; background: #fff; }}
a {{ color: #0b57a4; }}
.anchor-link {{ display: none; }}
table {{ border-collapse: collapse; }}
.wide {{ overflow-x: auto; MORE }}
th, td {{ border-bottom: 1px solid #ccc; padding: .3rem .7rem; text-align: left; vertical-align: top; }}
.figures {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1.2rem; }}
.figures a {{ font-size: .9rem; }}
.figures img {{ width: 100%; height: 11rem; object-fit: cover; object-position: left top; display: block; border: 1px solid #ddd; box-sizing: border-box; padding: 4px; }}
.notebooks {{ list-style: none; padding: 0; }}
.notebooks li {{ margin: 1rem 0; }}
.notebooks a {{ font-weight: 600; }}
.notebooks p {{ margin: 0; color: #555; }}
</style>
</head>
<body>
{body}
</body>
</html>
""".replace("MORE", MORE)


def write_page(notebook, path):
    title = heading(notebook) or path.stem
    # Without embed_images, which closes each tag of a text where it opens: hints would stand open. Pictures of outputs are in the page anyway.
    page, _ = HTMLExporter().from_notebook_node(notebook, {"metadata": {"name": title}})
    page = re.sub(r"<script\b.*?</script>", "", page, flags=re.DOTALL)  # all of them load something: formulas, diagrams, widgets, of which there are none
    words = descriptions(notebook)
    page = re.sub(NO_WORDS, lambda _: f'alt="{html.escape(next(words, ""))}"', page)
    page = re.sub(r'<img (?=[^>]*?src="data:image/png;base64,([^"]{32}))', lambda picture: "<img data-panels " if width(picture.group(1)) > SINGLE else picture.group(0), page)
    page = page.replace("</head>", HEAD + "</head>", 1)
    page = re.sub(r"<body[^>]*>", lambda body: body.group(0) + "\n" + HOME, page, count=1)
    write_whole(to_pages(page), path)


def width(start):
    """A PNG's width in pixels, by the first 32 letters of its base64."""
    return int.from_bytes(base64.b64decode(start)[16:20], "big")


def descriptions(notebook):
    """Words for each picture, for those who don't see it: the title that its cell gives it, or the heading above."""
    above = ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            headings = re.findall(r"^#+ +(.+)$", cell.source, re.MULTILINE)
            above = plain(headings[-1]) if headings else above
            continue
        titled = re.search(r'show\([^"]*"([^"]+)"', cell.source)
        for output in cell.get("outputs", []):
            if "image/png" in output.get("data", {}):
                yield titled.group(1) if titled else above


def write_text(markdown, path):
    title = re.search(r"^# +(.+)$", markdown, re.MULTILINE)
    text = re.sub(r"<table>.*?</table>", lambda table: f'<div class="wide">{table.group(0)}</div>', markdown2html(markdown), flags=re.DOTALL)
    body = f"{HOME}<main>\n{to_pages(text)}\n</main>"
    write_whole(TEXT.format(title=html.escape(title.group(1) if title else path.stem), body=body), path)


def to_pages(page):
    """Links between the notebooks lead from page to page, and so does a notebook's name."""
    page = re.sub(r"<code>(\d\d-[a-z-]+)</code>", r'<a href="\1.html"><code>\1</code></a>', page)
    return re.sub(r'(href="[\w-]+)\.(?:ipynb|md)(["#])', r"\1.html\2", page)


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

"""Where the links of a text lead from its page: to other pages, else into the repository where it has an address, else nowhere."""

import base64
import mimetypes
import posixpath
import re
from pathlib import Path
from xml.etree import ElementTree

HOME = Path(__file__).resolve().parent.parent
PAGES = {("notebooks", ".ipynb"), ("notebooks", ".md"), ("environment/guide", ".md")}  # folders and kinds of files of which pages are made
LONGEST = 1000  # characters of a path
POM = "{http://maven.apache.org/POM/4.0.0}"


def leads(url, base, pages):
    """
    The address that a link gets on a page; None where it leads nowhere.

    base: the folder of the link's text, as the repository names it; "" is the repository itself
    pages: the folder of the pages
    """
    if re.match(r"[a-zA-Z][\w+.-]*:|//|#|$", url):
        return url
    path, mark, anchor = url.partition("#")
    file = posixpath.normpath(posixpath.join(base, path))
    folder, name = posixpath.split(file)
    stem, kind = posixpath.splitext(name)
    page = "index.html" if file == "README.md" else f"{stem}.html"
    # The other notebooks' pages may come later; from elsewhere, a notebook that was not run has no page.
    if file == "README.md" or ((folder, kind) in PAGES and (kind == ".md" or folder == base or (pages / page).exists())):
        return page + mark + anchor
    repository = address()
    return f"{repository}/blob/HEAD/{file}{mark}{anchor}" if repository and not file.startswith("..") else None


def address(home=HOME):
    """The repository's address, without a slash at its end, where CITATION.cff or pom.xml names it; else None."""
    citation, pom = home / "CITATION.cff", home / "pom.xml"
    cited = re.search(r"^repository-code: *[\"']?([^\s\"']+)", citation.read_text(encoding="utf-8"), re.MULTILINE) if citation.is_file() else None
    if cited:
        return cited.group(1).rstrip("/")
    project = ElementTree.parse(pom).getroot() if pom.is_file() else ElementTree.Element("project")
    named = project.findtext(f"{POM}scm/{POM}url") or project.findtext(f"{POM}url")
    return named.strip().rstrip("/") if named else None


def embedded(url, base):
    """An image of the repository as a data address, so that the page needs no other file; an address of elsewhere stays."""
    file = HOME / base / url
    if re.match(r"[a-zA-Z][\w+.-]*:|//", url) or len(url) > LONGEST or not file.resolve().is_relative_to(HOME.resolve()) or not file.is_file():
        return url
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}"

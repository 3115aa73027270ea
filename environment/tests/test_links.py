"""Links between the files of the repository lead somewhere, to a heading as well."""

import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SKIPPED = {".venv", "target", "node_modules", "cache", "runs", "shared"}


def pages():
    return [page for page in sorted(ROOT.rglob("*.md")) if not SKIPPED & set(page.relative_to(ROOT).parts)]


def anchors(page):
    """The anchors that a page's headings have, as GitHub makes them."""
    headings = re.findall(r"^#+ +(.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken(page):
    for path, anchor in re.findall(r"\]\((?!\w+:)([^)#\s]*)#?([^)\s]*)\)", page.read_text(encoding="utf-8")):
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            yield f"{page.relative_to(ROOT)}: {path}#{anchor}"


class LinksTest(unittest.TestCase):
    def test_every_link_leads_somewhere(self):
        self.assertIn(ROOT / "README.md", pages())
        self.assertEqual([], [link for page in pages() for link in broken(page)])


if __name__ == "__main__":
    unittest.main()

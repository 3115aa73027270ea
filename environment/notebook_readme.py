"""The first screen of the pages is the README's: its question, its findings and its commands, read from README.md when the page is made."""

import re
from typing import NamedTuple

from notebook_cards import plain
from notebook_links import HOME

FINDINGS, COMMANDS = "What we found so far", "Two commands"
QUESTION = r"\*\*([^*]+\?)\*\*"


class ReadmeLacks(Exception):
    """README.md has no longer what the first page takes from it; the text says what, and what to do."""


class FirstScreen(NamedTuple):
    """Markdown, whose links begin at README.md."""

    introduction: str  # begins with the question, in bold; without images and what is written below them
    findings: str  # with its heading
    commands: str  # with its heading, up to the commands
    goals: dict[str, str]  # by file, what one wants who goes there: the rows of the table "Where to go"

    def asked(self):
        """The question by itself."""
        return re.match(QUESTION, self.introduction).group(1)

    def described(self):
        """The question's paragraph, without marks."""
        return plain(self.introduction.partition("\n\n")[0])


def read_readme(path=HOME / "README.md"):
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    blocks = re.split(r"\n\s*\n", text.partition("\n## ")[0])
    introduction = [block.strip() for block in blocks if not re.match(r"#|!\[|\*(?!\*)", block)]
    if not introduction or not re.match(QUESTION, introduction[0]):
        raise ReadmeLacks(f"{path.name} does not begin with a question in bold, as the first page of the notebooks does. Write one below the title: **...?**")
    commands = re.search(r".*?^```.*?^```", section(path.name, text, COMMANDS), re.MULTILINE | re.DOTALL)
    if not commands:
        raise ReadmeLacks(f'{path.name}, "{COMMANDS}": there are no commands between ``` and ```, which the first page of the notebooks shows. Put them there.')
    return FirstScreen("\n\n".join(introduction), section(path.name, text, FINDINGS).strip(), commands.group(), goals(text))


def goals(text):
    found = {}
    for goal, where in re.findall(r"^\| (.+?) \| (.*\]\(.*) \|$", text, re.MULTILINE):
        for file in re.findall(r"\]\(([^)]+)\)", where):
            found.setdefault(file, f"{plain(goal)[:1].upper()}{plain(goal)[1:]}.")
    return found


def section(name, text, heading):
    found = re.search(rf"^## {heading}$.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    if not found:
        raise ReadmeLacks(f'{name} has no heading "## {heading}", which the first page of the notebooks shows. Write it, or change it in environment/notebook_readme.py, too.')
    return found.group()

"""The line that shows how far a notebook is: it replaces itself in a terminal, comes once a minute in a log."""

import contextlib
import html
import re
import shutil
import sys
import threading
import time


def minutes(seconds):
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


class ProgressLine:
    """03-fpn-ablation  cell 7/21  1:05  train ResNet-50: 38 % · epoch 3/5, ..."""

    def __init__(self, name, notebook):
        self.name = name
        self.numbers = {}  # of the code cells, by their index among all cells
        for index, cell in enumerate(notebook.cells):
            if cell.cell_type == "code" and cell.source.strip():
                self.numbers[index] = len(self.numbers) + 1
        self.cell = 0
        self.said = ""  # by the library's progress display in the cell
        self.out = sys.stdout
        self.every = 1 if self.out.isatty() else 60
        self.started = time.monotonic()
        self.ended = None
        self.stopping = threading.Event()
        self.ticker = threading.Thread(target=self.tick, daemon=True)

    def __enter__(self):
        self.started = time.monotonic()
        self.ticker.start()
        return self

    def __exit__(self, kind, *_):
        self.ended = time.monotonic()
        self.stopping.set()
        self.ticker.join()
        self.show("" if kind is None else "  failed", last=True)

    def cell_starts(self, cell, cell_index):
        self.cell = self.numbers.get(cell_index, self.cell)
        self.said = ""
        if self.out.isatty():
            self.show()

    def saw(self, message):
        """What the cell shows: the library's progress line is shown here, too."""
        shown = message["content"].get("data", {}).get("text/html", "")
        if 'class="facet-progress"' in shown:
            self.said = "  " + html.unescape(re.sub(r"<[^>]*>", " ", shown)).strip()

    def tick(self):
        while not self.stopping.wait(self.every):
            self.show()

    def show(self, note="", last=False):
        text = f"{self.name}  cell {self.cell}/{len(self.numbers)}  {minutes(self.seconds())}{note if last else self.said}"
        with contextlib.suppress(OSError):  # a terminal that was closed takes no more lines
            self.write(text, last)

    def write(self, text, last):
        if self.out.isatty():
            text = text[: shutil.get_terminal_size().columns - 1]
            print(f"\r\x1b[K{text}", end="\n" if last else "", file=self.out, flush=True)
        else:
            print(text, file=self.out, flush=True)

    def seconds(self):
        return (self.ended or time.monotonic()) - self.started

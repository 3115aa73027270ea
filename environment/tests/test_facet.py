"""Tests of the launcher, environment/facet, as far as it needs nothing but a shell."""

import concurrent.futures
import os
import re
import shutil
import subprocess
import tempfile
import time
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

        self.settings = {"JAVA_HOME": str(self.home / "jdk"), "FACET_JEMALLOC": "off", "FACET_MAVEN_OPTS": ""}

    def facet(self, *arguments, **environment):
        return run(self.home / "environment/facet", *arguments, **{**self.settings, **environment})

    def make_peer(self):
        write(self.peer / "bin/python", "#!/bin/sh\n", program=True)
        write(self.peer / "installed.txt", "torch\n")

    def make_maven(self, work):
        """A Maven that writes down what it is asked, and does some work; returns a PATH with it."""
        script = f"#!/bin/sh\necho $* >>{self.home}/asked\n{work}\n: >{self.home}/lib/target/facet.jar\n"
        write(self.home / "bin/mvn", script, program=True)
        return f"{self.home}/bin:{os.environ['PATH']}"

    def test_a_wrong_option_of_the_benchmark_is_told_before_its_environment_is_made(self):
        answer = self.facet("benchmark", "--sise", "64")
        self.assertEqual((2, "", "facet: Unknown option: '--sise'\n"), (answer.returncode, answer.stdout, answer.stderr))
        self.assertFalse(self.peer.exists())

    def test_a_scale_that_does_not_exist_is_told_before_set_up(self):
        answer = run(self.home / "environment/facet", "demo", FACET_SCALE="huge")
        self.assertEqual((2, "", "FACET_SCALE is 'huge'; it can be recorded, smoke, demo or paper.\n"), (answer.returncode, answer.stdout, answer.stderr))
        self.assertFalse((self.home / "environment/.venv").exists())

    def test_every_command_of_the_launcher_helps(self):
        for command in ("demo", "test", "clean", "notebooks"):
            self.assertIn("environment/facet demo ", self.facet(command, "--help").stdout)
            self.assertIn("environment/facet demo ", self.facet(command, "--all", "-h").stdout)
        self.assertTrue((self.home / "lib/target").exists())
        self.assertFalse((self.home / "environment/.venv").exists())

    def test_the_benchmark_checks_its_options_and_runs(self):
        self.make_peer()
        answer = self.facet("benchmark", "--size", "64")
        self.assertEqual((0, "Java: benchmark --check --size 64\nJava: benchmark --size 64\n"), (answer.returncode, answer.stdout), answer.stderr)

    def test_other_options_build_the_library_anew(self):
        path = self.make_maven("")
        self.facet("runs", PATH=path)
        self.assertFalse((self.home / "asked").exists(), "it is built, without options")
        for options in ("-Dcuda", ""):
            answer = self.facet("runs", PATH=path, FACET_MAVEN_OPTS=options)
            self.assertTrue(answer.stdout.endswith("Java: runs\n"), answer)
            self.assertEqual("-Dcuda" in (self.home / "asked").read_text().splitlines()[-1], bool(options))
            self.assertEqual((self.home / "lib/target/facet.built").read_text(), options)

    def change(self, source):
        later = time.time() + 5  # some file systems know whole seconds only
        os.utime(self.home / source, (later, later))

    def test_a_new_build_leaves_the_jars_that_a_running_java_may_still_open(self):
        path = self.make_maven("")
        jar = self.home / "lib/target/dependency/a.jar"
        write(jar)
        self.change("lib/src/main/Source.java")
        self.facet("runs", PATH=path)
        self.assertTrue((self.home / "asked").exists() and jar.exists())
        self.change("lib/pom.xml")
        self.facet("runs", PATH=path)
        self.assertFalse(jar.exists(), "which ones there are, the poms choose")

    def test_two_commands_at_once_build_once(self):
        path = self.make_maven("sleep 2")
        os.utime(self.home / "lib/target/facet.built", (0, 0))
        with concurrent.futures.ThreadPoolExecutor() as both:
            answers = list(both.map(lambda _: self.facet("runs", PATH=path), range(2)))
        self.assertEqual([0, 0], [answer.returncode for answer in answers], answers)
        self.assertEqual(1, len((self.home / "asked").read_text().splitlines()))
        self.assertFalse(os.path.lexists(self.home / "data/cache/set-up.lock"))

    def test_a_lock_of_a_killed_set_up_is_no_lock(self):
        path = self.make_maven("")
        self.change("lib/src/main/Source.java")
        ended = subprocess.Popen(["true"])
        ended.wait()
        (self.home / "data/cache").mkdir(parents=True)
        (self.home / "data/cache/set-up.lock").symlink_to(str(ended.pid))
        self.assertEqual(0, self.facet("runs", PATH=path).returncode)

    def test_a_stopped_step_takes_its_children_along(self):
        path = self.make_maven(f"(sleep 2; echo >{self.home}/late) & echo >{self.home}/child; wait")
        self.change("lib/src/main/Source.java")
        environment = {**os.environ, **self.settings, "PATH": path}
        with subprocess.Popen([self.home / "environment/facet", "runs"], stdout=subprocess.DEVNULL, env=environment) as command:
            while not (self.home / "child").exists():
                time.sleep(0.1)
            command.terminate()
            self.assertEqual(143, command.wait(timeout=10))
        time.sleep(2.5)
        self.assertFalse((self.home / "late").exists())

    def test_a_jemalloc_that_is_not_there_is_named(self):
        self.assertIn("where there is no file", self.facet("runs", FACET_JEMALLOC="nowhere/lib.so").stderr)

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

    def test_demo_becomes_the_notebook_runner_which_so_gets_each_signal(self):
        environment = self.home / "environment"
        for name in ("requirements.txt", "constraints.txt"):
            write(environment / name)
        write(environment / ".venv/installed.txt")
        write(environment / ".venv/share/jupyter/kernels/java/jjava.jar")
        write(environment / ".venv/share/jupyter/kernels/facet-java/facet-kernel.jar")
        write(environment / ".venv/bin/python", '#!/bin/sh\ncase "$1 $2" in -c*json*) echo spec ;; -c*) ;; *) echo $$ "${1##*/}" $2 ;; esac\n', program=True)
        with subprocess.Popen([environment / "facet", "demo"], stdout=subprocess.PIPE, text=True, env={**os.environ, **self.settings}) as command:
            self.assertEqual(f"{command.pid} notebooks.py --html\n", command.communicate(timeout=20)[0])

    def test_the_benchmarks_help_needs_no_environment(self):
        self.assertEqual("Java: benchmark --help\n", self.facet("benchmark", "--help").stdout)
        self.assertFalse(self.peer.exists())


class VersionsTest(unittest.TestCase):
    """Versions that stand in several places are the same."""

    def texts(self, *names):
        return [(FACET.parent.parent / name).read_text(encoding="utf-8") for name in names]

    def test_facets_own(self):
        pom, library, main, readme = self.texts("pom.xml", "lib/pom.xml", "lib/src/main/java/facet/cli/Main.java", "README.md")
        version = re.search(r"<artifactId>facet-parent</artifactId>\s*<version>(.+?)</version>", pom).group(1)
        self.assertIn(f"<version>{version}</version>", library)
        self.assertIn(f'"Facet {version}"', main)
        self.assertIn(f"<artifactId>facet</artifactId><version>{version}</version>", readme)

    def test_pytorch_on_both_sides_of_the_benchmark(self):
        pom, peer = self.texts("pom.xml", "environment/benchmark/requirements.txt")
        self.assertIn(f"torch=={re.search('<pytorch.version>(.+?)<', pom).group(1)}\n", peer)

    def test_what_is_required_is_constrained_to_the_same(self):
        required, constrained = ({line.split(";")[0].strip().lower() for line in text.splitlines() if "==" in line}
                                 for text in self.texts("environment/requirements.txt", "environment/constraints.txt"))
        self.assertTrue(required)
        self.assertEqual(set(), required - constrained)


if __name__ == "__main__":
    unittest.main()

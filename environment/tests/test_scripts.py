"""ShellCheck and ruff find nothing in the repository's scripts, nor javac in the kernel's Java, which no Maven builds."""

import importlib
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import yaml

ENVIRONMENT = Path(__file__).resolve().parent.parent
ROOT = ENVIRONMENT.parent
PROGRAMS = Path(sys.executable).parent
sys.path.insert(0, str(ENVIRONMENT / "benchmark"))
settings = importlib.import_module("settings")
MAVENS = ROOT / "environment/mvnw"  # Apache's own file


def output(*command, folder=ROOT):
    """What a program that finds faults prints."""
    answer = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return answer.stdout + answer.stderr


def shell_scripts():
    """Those that are started; what they read in is looked at with them."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True)
    files = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [file for file in files if file.is_file() and re.match(rb"#!\S+[ /](ba)?sh\n", file.read_bytes()[:40]) and file != MAVENS]


class ScriptsTest(unittest.TestCase):
    def test_shellcheck(self):
        scripts = shell_scripts()
        self.assertIn(ENVIRONMENT / "facet", scripts)
        self.assertEqual("", output(PROGRAMS / "shellcheck", "--check-sourced", "--format=gcc", *scripts))

    def test_every_part_of_a_command_is_read_in_by_one(self):
        read_in = "".join(script.read_text(encoding="utf-8") for script in shell_scripts())
        for part in [*ENVIRONMENT.glob("steps/*.sh"), ENVIRONMENT / "kernel/jvm.sh"]:
            self.assertTrue(f'. "$FACET_HOME/{part.relative_to(ROOT)}"' in read_in, f"{part}: no command reads it in, so ShellCheck never sees it")

    def test_ruff(self):
        found = output(PROGRAMS / "ruff", "check", "--no-cache", "--config", "ruff.toml", "--output-format=concise", ".", "../lib", folder=ENVIRONMENT)
        self.assertEqual("All checks passed!\n", found)

    def test_the_kernels_java(self):
        """With the Java whose warnings we have seen, as in pom.xml."""
        jdk = Path(os.environ.get("JAVA_HOME") or "/nowhere")
        release = jdk / "release"
        if not release.is_file() or 'JAVA_VERSION="17' not in release.read_text(encoding="utf-8"):
            self.skipTest("JAVA_HOME names no Java 17")
        with tempfile.TemporaryDirectory() as classes:
            sources = [*ENVIRONMENT.glob("kernel/java/facet/kernel/*.java"), ENVIRONMENT / "steps/Fonts.java"]
            jjava = Path(sys.prefix, "share/jupyter/kernels/java/jjava.jar")
            lint = ["-Xlint:all,-try,-classfile", "-Xdoclint:all,-missing", "-Werror"]
            self.assertEqual("", output(jdk / "bin/javac", "--release", "17", *lint, "-d", classes, "-cp", jjava, *sources))


class PublishTest(unittest.TestCase):
    """The ready examples call commands that there are, and publish the folder that notebooks.py writes."""

    COMMANDS = ("environment/facet test", "environment/facet notebooks --scale recorded --html")
    PAGES = "data/runs/notebooks/recorded"

    def test_github(self):
        job = yaml.safe_load((ENVIRONMENT / "publish/github.yml").read_text(encoding="utf-8"))["jobs"]["site"]
        self.assertEqual(self.COMMANDS, tuple(step["run"] for step in job["steps"] if "run" in step))
        self.assertEqual([self.PAGES], [step["with"]["path"] for step in job["steps"] if "upload-pages" in step.get("uses", "")])

    def test_gitlab(self):
        jobs = yaml.safe_load((ENVIRONMENT / "publish/gitlab.yml").read_text(encoding="utf-8"))
        self.assertEqual(self.COMMANDS, (*jobs["test"]["script"], jobs["pages"]["script"][0]))
        self.assertEqual([f"mv {self.PAGES} {path}" for path in jobs["pages"]["artifacts"]["paths"]], jobs["pages"]["script"][1:])

    def test_the_commands_are_there(self):
        launcher = (ENVIRONMENT / "facet").read_text(encoding="utf-8")
        for command in self.COMMANDS:
            self.assertRegex(launcher, rf"(?m)^  {command.split()[1]}\) ")
        runner = (ENVIRONMENT / "notebooks.py").read_text(encoding="utf-8")
        self.assertIn('HOME / "data" / "runs" / "notebooks" / options.scale', runner)
        for option in ("--scale", "--html"):
            self.assertIn(f'add_argument("{option}"', runner)


class SettingsBenchmarkTest(unittest.TestCase):
    def test_the_arms_are_those_of_the_comparison(self):
        """And random crop, which a frozen backbone can't have."""
        arms = yaml.safe_load_all((ROOT / "lib/src/main/resources/facet/study/recipes-frozen.yaml").read_text(encoding="utf-8"))
        self.assertEqual({arm["name"] for arm in arms} | {"random crop"}, set(settings.SETTINGS))

    def test_a_batch_costs_its_share_of_the_later_epochs(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "log.csv").write_text("epoch,seconds,bytes\n0,9,1\n1,9,2\n2,3,5\n3,5,7\n", encoding="utf-8")
            Path(folder, "steps.csv").write_text("epoch,step,loss\n1,1,0\n1,2,0\n2,1,0\n2,2,0\n3,1,0\n3,2,0\n", encoding="utf-8")
            self.assertEqual((2, 7), settings.cost(Path(folder)))

    def test_times_are_ratios_within_a_round(self):
        rows = settings.table({"default": [(1, 1e9), (2, 3e9), (4, 2e9)], "mirrored": [(1.5, 1e9), (2, 1e9), (8, 1e9)]}).splitlines()
        self.assertEqual(["| default | 2.00 | 1 | 2.00 |", "| mirrored | 2.00 | 1.50 (1.00 to 2.00) | 1.00 |"], rows[2:])


if __name__ == "__main__":
    unittest.main()

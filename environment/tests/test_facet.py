"""Tests of the launcher, environment/facet, as far as it needs nothing but a shell."""

import subprocess
import tempfile
import unittest
from pathlib import Path

FACET = Path(__file__).resolve().parent.parent / "facet"


def run(script, *arguments):
    return subprocess.run([script, *arguments], capture_output=True, text=True, check=False)


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


if __name__ == "__main__":
    unittest.main()

"""Tests of the launcher, environment/facet, as far as it needs nothing but a shell."""

import concurrent.futures
import fcntl
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

FACET = Path(__file__).resolve().parent.parent / "facet"
CLUSTER = FACET.parent / "cluster"
os.environ.pop("FACET_CACHE", None)  # environment/facet test exports its own to what it runs

# Stands for Java with Facet's library, which knows one option.
JAVA = """#!/bin/sh
case "$*" in
  *-version*) echo 'openjdk version "17.0.1" 2021-10-19' >&2 ;;
  *--sise*) echo "facet: Unknown option: '--sise'" >&2; exit 2 ;;
  *) echo "Java: ${*#* facet.*.* }" ;;
esac
"""


def run(script, *arguments, **environment):
    return subprocess.run([script, *arguments], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
                          timeout=120, env={**os.environ, **environment})


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

    def test_a_note_of_a_step_is_shown_once(self):
        with tempfile.TemporaryDirectory() as logs:
            answer = run("bash", "-c", '. "$0/steps/say.sh"; step "Library (Maven downloads much)" x.log true', FACET.parent, LOGS=logs)
        self.assertEqual(["Library (Maven downloads much) ...", "Library: done in 0:00"], answer.stdout.splitlines())
        with tempfile.TemporaryDirectory() as logs:
            named = run("bash", "-c", '. "$0/steps/say.sh"; step "Kernel \\"Facet (Java)\\"" x.log true', FACET.parent, LOGS=logs)
        self.assertEqual("Kernel \"Facet (Java)\": done in 0:00", named.stdout.splitlines()[-1])


class Checkout(unittest.TestCase):
    """A checkout of the launcher alone, whose library is built and whose Java is a script."""

    JARS = ("lib/target/facet.jar", "environment/benchmark/target/facet-benchmark.jar")

    def setUp(self):
        self.home = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.home)
        environment = self.home / "environment"
        for part in ("lab", "steps", "kernel"):
            shutil.copytree(FACET.parent / part, environment / part)
        shutil.copy(FACET, environment / "facet")
        write(environment / "benchmark/requirements.txt", "torch\n")
        for module in ("lib", "environment/benchmark"):
            write(self.home / module / "pom.xml")
            write(self.home / module / "src/main/Source.java")
        for file in ("pom.xml", *self.JARS, "lib/target/facet.built"):
            write(self.home / file)
        for program in ("java", "javac"):
            write(self.home / "jdk/bin" / program, JAVA, program=True)
        self.peer = environment / "benchmark/.venv"

        self.settings = {"JAVA_HOME": str(self.home / "jdk"), "FACET_ALLOCATOR": "off", "FACET_MAVEN_OPTS": ""}

    def facet(self, *arguments, **environment):
        return run(self.home / "environment/facet", *arguments, **{**self.settings, **environment})

    def kernel(self, **environment):
        """As Jupyter starts it."""
        return run(self.home / "environment/kernel/start.sh", "folder", "connection.json", **{**self.settings, **environment})

    def make_peer(self):
        write(self.peer / "bin/python", "#!/bin/sh\n", program=True)
        write(self.peer / "installed.txt", "torch\n")

    def make_maven(self, work):
        """A Maven that writes down what it is asked, and does some work; returns a PATH with it."""
        script = f"#!/bin/sh\necho $* >>{self.home}/asked\n{work}\ncd {self.home} && touch {' '.join(self.JARS)}\n"
        write(self.home / "bin/mvn", script, program=True)
        return f"{self.home}/bin:{os.environ['PATH']}"

    def change(self, source):
        later = time.time() + 5  # some file systems know whole seconds only
        os.utime(self.home / source, (later, later))


class ClusterTest(Checkout):
    """The ready examples, as far as they can be tried without a cluster."""

    def test_a_task_of_a_slurm_array_trains_its_shard(self):
        write(self.home / "bin/srun", '#!/bin/sh\n[ "$1" = --cpus-per-task=3 ] && shift && exec "$@"\n', program=True)
        settings = {"SLURM_SUBMIT_DIR": str(self.home), "SLURM_CPUS_PER_TASK": "3", "SLURM_ARRAY_TASK_ID": "2", "SLURM_ARRAY_TASK_COUNT": "4"}
        answer = run(CLUSTER / "slurm.sh", "my study.yaml", "--parallel", "2", **self.settings, **settings, PATH=f"{self.home}/bin:{os.environ['PATH']}")
        self.assertEqual((0, "Java: study my study.yaml --parallel 2 --shard 2/4\n"), (answer.returncode, answer.stdout), answer.stderr)

    def test_a_pod_of_a_kubernetes_job_trains_its_shard(self):
        text = (CLUSTER / "kubernetes.yaml").read_text(encoding="utf-8")
        shell = re.search(r"command: \[bash, -c, '(.*)'\]", text).group(1)
        shards = re.search(r'SHARDS, value: "(\d+)"', text).group(1)
        self.assertIn(f"completions: {shards} ", text)
        for index in range(int(shards)):
            answer = subprocess.run(["bash", "-c", shell], cwd=self.home, capture_output=True, text=True, check=False,
                                    env={**os.environ, **self.settings, "STUDY": "rates", "SHARDS": shards, "JOB_COMPLETION_INDEX": str(index)})
            self.assertEqual((0, f"Java: study rates --runs /runs --shard {index + 1}/{shards}\n"), (answer.returncode, answer.stdout), answer.stderr)


class CheckoutTest(Checkout):
    def test_a_wrong_option_of_the_benchmark_is_told_before_its_environment_is_made(self):
        answer = self.facet("benchmark", "--sise", "64")
        self.assertEqual((2, "", "facet: Unknown option: '--sise'\n"), (answer.returncode, answer.stdout, answer.stderr))
        self.assertFalse(self.peer.exists())

    def test_the_tests_run_in_two_programs_where_there_is_memory_for_both(self):
        function = re.search(r"^test_programs\(\) \{$.*?^\}$", (self.home / "environment/steps/setup.sh").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL).group()
        for gigabytes, container, programs in ((16, "max", "2"), (8, "max", "1"), (64, 4 << 30, "1"), (64, 16 << 30, "2"), (16, "", "2"), ("", "", "1")):
            write(self.home / "meminfo", f"Buffers: 9 kB\nMemTotal:       {gigabytes << 20} kB\nMemFree: 1 kB\n" if gigabytes else "")
            write(self.home / "memory.max", f"{container}\n")
            command = f"say() {{ echo $1; }}\n{function}\ntest_programs {self.home}/meminfo {self.home}/memory.max"
            answer = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
            self.assertEqual(f"{programs}\n", answer.stdout, (gigabytes, container))

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

    def test_the_benchmarks_jar_is_on_no_other_commands_class_path(self):
        write(self.home / "jdk/bin/java", JAVA.replace("${*#* facet.*.* }", "$*"), program=True)
        self.assertIn("/environment/benchmark/target/facet-benchmark.jar:", self.facet("benchmark", "--help").stdout)
        self.assertNotIn("facet-benchmark.jar", self.facet("runs").stdout)

    def make_spark(self):
        """Facet's module for Spark, built, and a Java that says all that it is given."""
        for file in ("environment/spark/target/facet-spark.jar", "environment/spark/src/main/Source.java", "environment/spark/pom.xml", "environment/spark/java-options"):
            write(self.home / file)
        write(self.home / "jdk/bin/java", JAVA.replace("${*#* facet.*.* }", "$*"), program=True)
        later = time.time() + 5
        os.utime(self.home / "environment/spark/target/facet-spark.jar", (later, later))

    def test_spark_is_for_who_asks_for_it(self):
        self.make_spark()
        master = "spark://host:7077"
        for command in (("study", "rates", "--spark", master), ("embed", f"--spark={master}")):
            answer = self.facet(*command)
            self.assertTrue(answer.stdout.endswith(f"facet.spark.SparkMain {' '.join(command)}\n"), answer)
            self.assertIn("/environment/spark/target/facet-spark.jar:", answer.stdout)
        for command in (("study", "rates"), ("runs", "--spark")):
            answer = self.facet(*command)
            self.assertTrue(answer.stdout.endswith(f"facet.cli.Main {' '.join(command)}\n"), answer)
            self.assertNotIn("spark.jar", answer.stdout)
        self.assertTrue(self.facet("spark", "worker", master).stdout.endswith(f"org.apache.spark.deploy.worker.Worker {master}\n"))
        self.assertEqual(2, self.facet("spark", "workers").returncode)

    def test_spark_is_fetched_and_built_when_it_is_asked_for(self):
        self.make_spark()
        path = self.make_maven(f"touch {self.home}/environment/spark/target/facet-spark.jar")
        self.facet("study", "rates", PATH=path)
        self.change("environment/spark/src/main/Source.java")
        os.utime(self.home / "environment/spark/target/facet-spark.jar", (0, 0))
        self.facet("study", "rates", PATH=path)
        self.assertFalse((self.home / "asked").exists(), "nobody asked")
        self.facet("study", "rates", "--spark", "spark://host:7077", PATH=path)
        self.assertIn(" -Pspark ", (self.home / "asked").read_text())

    def test_a_changed_benchmark_is_built_anew(self):
        path = self.make_maven("")
        for changed in ("environment/benchmark/src/main/Source.java", "environment/benchmark/pom.xml"):
            self.change(changed)
            self.facet("benchmark", "--help", PATH=path)
            self.assertTrue((self.home / "asked").exists(), changed)
            (self.home / "asked").unlink()
            os.utime(self.home / changed, (0, 0))

    def test_other_options_build_the_library_anew(self):
        path = self.make_maven("")
        self.facet("runs", PATH=path)
        self.assertFalse((self.home / "asked").exists(), "it is built, without options")
        for options in ("-Dcuda", ""):
            answer = self.facet("runs", PATH=path, FACET_MAVEN_OPTS=options)
            self.assertTrue(answer.stdout.endswith("Java: runs\n"), answer)
            self.assertEqual("-Dcuda" in (self.home / "asked").read_text().splitlines()[-1], bool(options))
            self.assertEqual((self.home / "lib/target/facet.built").read_text(), options)

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
        with (self.home / "data/cache/set-up.lock").open(encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # it is free again

    def test_a_lock_of_a_killed_set_up_is_no_lock(self):
        path = self.make_maven("")
        self.change("lib/src/main/Source.java")
        ended = subprocess.Popen(["true"])
        ended.wait()
        (self.home / "data/cache").mkdir(parents=True)
        (self.home / "data/cache/set-up.lock").symlink_to(str(ended.pid))
        self.assertEqual(0, self.facet("runs", PATH=path).returncode)

    def test_a_number_in_the_lock_is_no_lock_even_if_another_process_has_it_now(self):
        """As after a container that was killed: the next one's processes have the same numbers."""
        path, lock = self.make_maven(""), self.home / "data/cache/set-up.lock"
        for leave in (lambda: lock.symlink_to(str(os.getpid())), lambda: write(lock, f"{os.getpid()}\n")):
            shutil.rmtree(self.home / "data", ignore_errors=True)
            lock.parent.mkdir(parents=True)
            leave()
            self.change("lib/src/main/Source.java")
            answer = self.facet("runs", PATH=path)
            self.assertEqual((0, False), (answer.returncode, "Another set-up" in answer.stdout), answer)

    def without(self, *hidden):
        """A PATH whose one folder has all programs but those."""
        folder = self.home / "programs"
        folder.mkdir()
        for place in reversed(os.environ["PATH"].split(os.pathsep)):
            for program in Path(place).glob("*") if Path(place).is_dir() else ():
                (folder / program.name).unlink(missing_ok=True)
                if program.name not in hidden:
                    (folder / program.name).symlink_to(program)
        return str(folder)

    def killed_in_set_up(self, path):
        """Kills a set-up and all of its processes, as the end of a container does; another one then is not to wait."""
        self.make_maven(f"[ -e {self.home}/child ] || {{ echo >{self.home}/child; sleep 60; }}")
        self.change("lib/src/main/Source.java")
        path = f"{self.home}/bin:{path}"
        environment = {**os.environ, **self.settings, "PATH": path}
        with subprocess.Popen(["setsid", self.home / "environment/facet", "runs"], stdout=subprocess.DEVNULL, env=environment) as command:
            while not (self.home / "child").exists():
                time.sleep(0.1)
            with concurrent.futures.ThreadPoolExecutor() as other:
                waiting = other.submit(self.facet, "runs", PATH=path)
                time.sleep(1.5)
                self.assertFalse(waiting.done(), "the first one holds the lock")
                for process in [command.pid, *self.children(command.pid)]:
                    os.kill(process, signal.SIGKILL)
                answer = waiting.result(timeout=20)
        self.assertEqual(0, answer.returncode, answer)
        self.assertIn(f"Another set-up (process {command.pid}) is at work; waiting for it.\n", answer.stdout)

    def children(self, process):
        listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
        pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
        near = [child for child, parent in pairs if parent == process]
        return near + [far for child in near for far in self.children(child)]

    def test_a_set_up_that_was_killed_holds_no_lock(self):
        self.killed_in_set_up(os.environ["PATH"])

    def test_a_set_up_that_was_killed_holds_no_lock_where_there_is_no_flock(self):
        self.killed_in_set_up(self.without("flock"))

    def test_a_step_that_failed_holds_no_lock(self):
        path = self.make_maven(f"[ -e {self.home}/failed ] || {{ echo >{self.home}/failed; exit 1; }}")
        self.change("lib/src/main/Source.java")
        self.assertEqual(1, self.facet("runs", PATH=path).returncode)
        answer = self.facet("runs", PATH=path)
        self.assertEqual((0, False), (answer.returncode, "Another set-up" in answer.stdout), answer)

    def test_a_lock_that_cannot_be_opened_is_named(self):
        (self.home / "data/cache/set-up.lock").mkdir(parents=True)
        self.change("lib/src/main/Source.java")
        answer = self.facet("runs", PATH=self.make_maven(""))
        self.assertEqual(1, answer.returncode)
        self.assertTrue(answer.stderr.startswith(f"Could not open {self.home}/data/cache/set-up.lock, "), answer)

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

    def test_an_allocator_that_is_not_there_is_named(self):
        self.assertIn("where there is no file", self.facet("runs", FACET_ALLOCATOR="nowhere/lib.so").stderr)

    def as_another_user(self, *arguments, shared=(), **environment):
        """Runs the launcher without permission to write into the checkout, apart from some folders."""
        subprocess.run(["chmod", "-R", "go+rX,a-w", self.home], check=True)
        for folder in shared:
            folder.chmod(0o777)
        self.addCleanup(subprocess.run, ["chmod", "-R", "u+w", self.home], check=True)
        user = {"user": 65534} if os.geteuid() == 0 else {}
        return subprocess.run([self.home / "environment/facet", *arguments], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
                              cwd="/", env={**os.environ, **self.settings, **environment}, **user)

    def own_folder(self):
        folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, folder)
        folder.chmod(0o777)
        return folder

    def test_in_another_users_checkout_the_cache_is_ones_own(self):
        write(self.home / "jdk/bin/java", JAVA.replace("Java: ", "Java: $FACET_CACHE $ENGINE_CACHE_DIR "), program=True)
        write(self.home / "data/cache/home/file")
        cache = self.own_folder()
        self.assertEqual(f"Java: {cache}/facet {cache}/facet/djl runs\n", self.as_another_user("runs", XDG_CACHE_HOME=str(cache)).stdout)
        self.assertEqual(f"Java: {cache}/c {cache}/c/djl runs\n", self.as_another_user("runs", FACET_CACHE=f"{cache}/c").stdout)
        answer = self.as_another_user("runs", HOME="", XDG_CACHE_HOME="")
        self.assertEqual(f"You may not write to {self.home}/data/cache, and HOME is not set: set FACET_CACHE to a folder of your own.\n", answer.stderr)
        answer = self.as_another_user("train", FACET_CACHE=f"{cache}/c")
        self.assertEqual(f"You may not write to {self.home}/data/runs. To train, name a folder of your own first: export FACET_RUNS=~/facet-runs\n", answer.stderr)

    def test_in_another_users_checkout_no_notebook_is_executed(self):
        self.make_python_environment()
        self.assertEqual(0, self.facet("lab").returncode)
        answer = self.as_another_user("notebooks", FACET_CACHE=f"{self.own_folder()}/c")
        self.assertEqual(f"You may not write to {self.home}/data/runs/notebooks, where executed notebooks go. Copy the checkout to a folder of your own.\n", answer.stderr)

    def test_what_another_user_unpacked_for_himself_is_not_used(self):
        write(self.home / "jdk/bin/java", JAVA.replace("Java: ", "Java: $FACET_CACHE "), program=True)
        natives = self.home / "data/cache/djl/pytorch/1"
        natives.mkdir(parents=True)
        cache = self.own_folder()
        answer = self.as_another_user("runs", shared=list(natives.parents)[:3], XDG_CACHE_HOME=str(cache))
        self.assertEqual(f"Java: {cache}/facet runs\n", answer.stdout, answer)

    def test_a_set_up_in_another_users_checkout_is_refused(self):
        self.change("lib/src/main/Source.java")
        answer = self.as_another_user("runs", XDG_CACHE_HOME=str(self.own_folder()), PATH=self.make_maven(""))
        self.assertEqual(1, answer.returncode)
        self.assertIn("Ask the owner of this checkout to run environment/facet lab --version there, or copy the checkout to a folder of your own.\n", answer.stderr)

    def test_a_cache_that_cannot_be_made_is_named(self):
        write(self.home / "file")
        answer = self.facet("runs", FACET_CACHE=str(self.home / "file/cache"))
        self.assertEqual((1, ""), (answer.returncode, answer.stdout))
        self.assertIn(f"in {self.home}/file/cache (Not a directory): set FACET_CACHE to a folder that you may write.\n", answer.stderr)

    def test_a_path_that_javas_class_path_cannot_hold_is_refused(self):
        home = self.home / "a:b"
        shutil.copytree(self.home / "environment", home / "environment")
        answer = run(home / "environment/facet", "--help")
        self.assertEqual((1, f"Facet can't run in {home}: Java takes a ':' in a path for the end of it. Rename that folder, or move the checkout.\n"),
                         (answer.returncode, answer.stderr))

    def test_spaces_and_accents_in_the_path(self):
        home = self.home / "mon café"
        shutil.copytree(self.home, home, ignore=shutil.ignore_patterns("mon*"))
        answer = run(home / "environment/facet", "runs", **{**self.settings, "JAVA_HOME": str(home / "jdk")})
        self.assertEqual((0, "Java: runs\n", ""), (answer.returncode, answer.stdout, answer.stderr))

    def test_a_disk_without_room_for_pytorch_is_named(self):
        write(self.home / "bin/df", "#!/bin/sh\necho head\necho disk 900000 600000 300000 67% /\n", program=True)
        path = f"{self.home}/bin:{os.environ['PATH']}"
        answer = self.facet("runs", PATH=path)
        self.assertEqual(1, answer.returncode)
        self.assertTrue(answer.stderr.startswith(f"PyTorch's libraries need 500 MB in {self.home}/data/cache/djl, and its disk has 292 MB free."), answer)
        write(self.home / "data/cache/djl/pytorch/2/libtorch_cpu.so")
        self.assertEqual(0, self.facet("runs", PATH=path).returncode, "they are there")

    def test_a_step_that_failed_on_a_full_disk_says_so(self):
        self.change("lib/src/main/Source.java")
        answer = self.facet("runs", PATH=self.make_maven("echo '[ERROR] x.jar: No space left on device -> [Help 1]'; echo '[ERROR] [Help 1] an address'; exit 1"))
        self.assertIn("    [ERROR] x.jar: No space left on device\n", answer.stderr)
        self.assertNotIn("Help 1", answer.stderr)
        self.assertIn("A disk or your quota of it was full: the lines above name what could not be written.", answer.stderr)
        write(self.home / "bin/df", "#!/bin/sh\necho head\necho disk 900000 899999 1 100% /\n", program=True)
        answer = self.facet("runs", PATH=self.make_maven("exit 1"))
        self.assertIn(f"The disk of {self.home} is full. Free some space there and try again.\n", answer.stderr)

    def make_python_environment(self):
        """Stands for the one with JupyterLab, whose program tells what it was asked."""
        venv = self.home / "environment/.venv"
        write(self.home / "environment/requirements.txt", "jupyterlab\n")
        write(self.home / "environment/kernel/kernel.json", "{}\n")
        write(venv / "installed.txt", "jupyterlab\n")
        for jar in ("java/jjava.jar", "facet-java/facet-kernel.jar"):
            write(venv / "share/jupyter/kernels" / jar)
        write(venv / "bin/python", "#!/bin/sh\ncase \"$1 $2\" in -c*json*) echo {} ;; -m*) umask ;; esac\n", program=True)
        return venv / "jupyter"

    def test_a_running_labs_token_is_for_its_user_alone(self):
        jupyter = self.make_python_environment()
        token = jupyter / "runtime/jpserver-1-open.html"
        write(token)
        for path, mode in ((jupyter, 0o755), (jupyter / "runtime", 0o755), (token, 0o644)):
            path.chmod(mode)
        answer = self.facet("lab")
        self.assertEqual(0, answer.returncode, answer)
        self.assertEqual([0o700, 0o700, 0o600], [path.stat().st_mode & 0o777 for path in (jupyter, jupyter / "runtime", token)])
        self.assertIn("Predict first", (jupyter / "config/custom/custom.css").read_text(), "a folded output does not show its first line")
        shutil.rmtree(jupyter)
        self.facet("lab")
        self.assertEqual([0o700, 0o700], [path.stat().st_mode & 0o777 for path in (jupyter, jupyter / "runtime")])

    @unittest.skipUnless(os.uname().sysname == "Linux", "macOS always has fonts")
    def test_a_system_without_fonts_is_told_before_a_chart_is_drawn(self):
        self.make_python_environment()
        write(self.home / "jdk/bin/java", JAVA.replace("  *-version*", """  *Fonts.java*)
    echo 'Exception in thread "main" java.lang.InternalError: java.lang.reflect.InvocationTargetException' >&2
    echo 'Caused by: java.lang.RuntimeException: Fontconfig head is null, check your fonts or fonts configuration' >&2; exit 1 ;;
  *-version*"""), program=True)
        answer = self.facet("lab")
        self.assertEqual(1, answer.returncode)
        self.assertTrue(answer.stderr.startswith("Java can't draw text, which every chart needs: java.lang.RuntimeException: Fontconfig head is null"), answer)
        self.assertEqual(0, self.facet("runs").returncode, "a table needs none")

    def test_clean_leaves_without_a_question_what_is_dear(self):
        self.make_peer()
        runs, cache = self.home / "data/runs/0123/history.csv", self.home / "data/cache/windows/0123"
        for made in (self.home / "environment/.venv/python", self.home / "data/runs/notebooks/01.html", runs, cache):
            write(made)
        answer = self.facet("clean")
        self.assertEqual(["Removed environment/.venv", "Removed lib/target", "Removed environment/benchmark/target", "Removed data/runs/notebooks"],
                         answer.stdout.splitlines()[:4])
        self.assertTrue(runs.exists() and cache.exists() and self.peer.exists(), answer.stdout)
        self.assertIn("environment/benchmark/.venv stays (the benchmark's PyTorch); environment/facet clean --all removes it too.\n", answer.stdout)
        answer = self.facet("clean", "--all")
        self.assertEqual("Removed data/runs\nRemoved data/cache\nRemoved environment/benchmark/.venv\n", answer.stdout)

    def test_clean_removes_the_judges_embeddings_without_a_question(self):
        other = self.home / "other-cache"
        here, there, kept = self.home / "data/cache/judge/sface.embeddings", other / "judge/sface.embeddings", other / "windows/0123"
        aligned = other / "aligned/0123.png"
        for made in (here, there, kept, aligned):
            write(made)
        answer = self.facet("clean", FACET_CACHE=str(other))
        self.assertEqual([False, False, False, True], [made.exists() for made in (here, there, aligned, kept)], answer.stdout)
        self.assertIn(f"Removed {other}/judge (made of faces)\n", answer.stdout)

    def test_demo_becomes_the_notebook_runner_which_so_gets_each_signal(self):
        environment = self.home / "environment"
        write(environment / "requirements.txt")
        write(environment / ".venv/installed.txt")
        write(environment / ".venv/share/jupyter/kernels/java/jjava.jar")
        write(environment / ".venv/share/jupyter/kernels/facet-java/facet-kernel.jar")
        write(environment / ".venv/bin/python", '#!/bin/sh\ncase "$1 $2" in -c*json*) echo spec ;; -c*) ;; *) echo $$ "${1##*/}" $2 ;; esac\n', program=True)
        with subprocess.Popen([environment / "facet", "demo"], stdout=subprocess.PIPE, text=True, env={**os.environ, **self.settings}) as command:
            self.assertEqual(f"{command.pid} notebooks.py --html\n", command.communicate(timeout=20)[0])

    def test_the_benchmarks_help_needs_no_environment(self):
        self.assertEqual("Java: benchmark --help\n", self.facet("benchmark", "--help").stdout)
        self.assertFalse(self.peer.exists())


@unittest.skipUnless(os.uname().sysname == "Linux", "only there another allocator is preloaded")
@unittest.skipIf([*Path("/usr").glob("lib*/libjemalloc.so.2"), *Path("/usr/lib").glob("*-linux-gnu/libjemalloc.so.2"), *Path("/usr/local/lib").glob("libjemalloc.so.2")],
                 "the system's jemalloc goes first")
class AllocatorTest(Checkout):
    """mimalloc for Java alone; a small library that is there stands for it."""

    def setUp(self):
        super().setUp()
        self.settings.update(FACET_ALLOCATOR="", FACET_JEMALLOC="", LD_PRELOAD="", MALLOC_MMAP_MAX_="", MIMALLOC_PURGE_DELAY="")
        write(self.home / "jdk/bin/java", JAVA.replace("Java: ", "Java: [$LD_PRELOAD] [$MIMALLOC_PURGE_DELAY] [$MALLOC_MMAP_MAX_] "), program=True)
        self.folder = self.home / "environment/allocator"
        write(self.folder / "requirements.txt", "cmeel-mimalloc\n")
        self.library = self.folder / ".wheel/cmeel.prefix/lib/libmimalloc.so"
        libc = re.search(r"/\S+/libc[.-]\S*so\S*", Path("/proc/self/maps").read_text(encoding="utf-8")).group()
        self.loadable = Path(libc).with_name("libm.so.6").read_bytes()

    def bring(self, content):
        write(self.folder / ".wheel/installed.txt", "cmeel-mimalloc\n")
        self.library.parent.mkdir(parents=True, exist_ok=True)
        self.library.write_bytes(content)

    def make_pip(self, work):
        write(self.home / "loadable")
        (self.home / "loadable").write_bytes(self.loadable)
        write(self.home / "environment/.venv/bin/python", f'#!/bin/sh\n[ "$1" = -m ] || exit 0\necho $* >>{self.home}/asked\n{work}\n', program=True)

    def test_it_is_preloaded_into_java_and_nothing_else(self):
        self.bring(self.loadable)
        write(self.home / "bin/df", f'#!/bin/sh\necho "[$LD_PRELOAD]" >>{self.home}/others\n', program=True)
        answer = self.facet("runs", PATH=f"{self.home}/bin:{os.environ['PATH']}")
        self.assertEqual((f"Java: [{self.library}] [-1] [] runs\n", ""), (answer.stdout, answer.stderr))
        self.assertEqual({"[]"}, set((self.home / "others").read_text(encoding="utf-8").split()))
        self.assertTrue(self.kernel().stdout.startswith(f"Java: [{self.library}] [-1] [] "), "the notebooks' kernel")

    def test_what_the_user_preloads_stays_and_an_allocator_of_the_users_goes_first(self):
        self.bring(self.loadable)
        for name, expected in (("mine.so", "{ours}:{mine}"), ("libtcmalloc.so", "{mine}")):
            mine = self.home / name
            mine.write_bytes(self.loadable)
            answer = self.facet("runs", LD_PRELOAD=str(mine))
            self.assertIn("[" + expected.format(ours=self.library, mine=mine) + "]", answer.stdout, answer)

    def test_one_that_does_not_load_is_not_used(self):
        other_processor = bytearray(self.loadable)
        other_processor[18] = 0xF3  # e_machine: RISC-V
        for content in (b"no library", bytes(other_processor), self.loadable[:5000]):
            self.bring(content)
            answer = self.facet("runs")
            self.assertEqual((0, "Java: [] [] [0] runs\n", ""), (answer.returncode, answer.stdout, answer.stderr))

    def test_off_is_the_systems_under_both_names(self):
        self.bring(self.loadable)
        for name in ("FACET_ALLOCATOR", "FACET_JEMALLOC"):
            self.assertEqual("Java: [] [] [0] runs\n", self.facet("runs", **{name: "off"}).stdout)

    def test_set_up_brings_it_once(self):
        self.make_pip(f'mkdir -p {self.library.parent} && cp {self.home}/loadable {self.library}')
        first, second = self.facet("runs"), self.facet("runs")
        self.assertEqual(f"Allocator mimalloc, with which training is faster ...\nJava: [{self.library}] [-1] [] runs\n", first.stdout, first)
        self.assertEqual(f"Java: [{self.library}] [-1] [] runs\n", second.stdout, second)
        asked = (self.home / "asked").read_text(encoding="utf-8").splitlines()
        self.assertEqual(1, len(asked))
        self.assertTrue("--require-hashes" in asked[0] and asked[0].endswith(f"-r {self.folder}/requirements.txt"), asked)

    def test_without_it_everything_works_and_the_next_day_it_is_tried_again(self):
        self.make_pip("echo no network; exit 1")
        answer = self.facet("runs")
        self.assertEqual(0, answer.returncode)
        self.assertIn("Facet works without it, and training takes longer; the reason stands in", answer.stdout)
        self.assertEqual("no network\n", (self.home / "data/cache/logs/allocator.log").read_text(encoding="utf-8"))
        self.assertEqual("Java: [] [] [0] runs\n", self.facet("runs").stdout)
        os.utime(self.home / "data/cache/allocator-failed", (0, 0))
        self.assertIn("Allocator mimalloc", self.facet("runs").stdout)

    def test_one_that_set_up_brings_and_the_system_cannot_load_is_told_once(self):
        self.make_pip(f'mkdir -p {self.library.parent} && echo no library >{self.library}')
        answer = self.facet("runs")
        self.assertIn("Facet works without it, and training takes longer; the reason stands in", answer.stdout, answer)
        self.assertIn("cannot be preloaded", (self.home / "data/cache/logs/allocator.log").read_text(encoding="utf-8"))
        os.utime(self.home / "data/cache/allocator-failed", (0, 0))
        self.assertEqual("Java: [] [] [0] runs\n", self.facet("runs").stdout)


class OtherPyTorchTest(Checkout):
    """DJL's variables for a PyTorch that is there."""

    def setUp(self):
        super().setUp()
        write(self.home / "pom.xml", "  <pytorch.version>2.7.1</pytorch.version>\n")
        self.change("lib/target/facet.built")
        write(self.home / "jdk/bin/java", JAVA.replace("Java: ", "Java: [$PYTORCH_LIBRARY_PATH] [$PYTORCH_VERSION] [$PYTORCH_FLAVOR] "), program=True)
        self.torch = self.home / "site-packages/torch/lib"
        self.suffix = "dylib" if os.uname().sysname == "Darwin" else "so"

    def make_torch(self, version):
        write(self.torch / f"libtorch.{self.suffix}")
        write(self.torch.parent / "version.py", f"from typing import Optional\n__version__ = '{version}'\n")

    def test_without_a_path_djl_gets_none_of_them(self):
        answer = self.facet("runs", PYTORCH_VERSION="2.6.0", PYTORCH_FLAVOR="cu124", PYTORCH_LIBRARY_PATH="")
        self.assertEqual("Java: [] [] [] runs\n", answer.stdout, answer)

    def test_a_pytorch_that_fits_is_passed_on_with_its_kind(self):
        self.make_torch("2.7.1+cpu")
        answer = self.facet("runs", PYTORCH_LIBRARY_PATH=str(self.torch), PYTORCH_VERSION="2.6.0")
        self.assertEqual(f"Java: [{self.torch}] [2.7.1] [cpu] runs\n", answer.stdout, answer)
        self.assertTrue(self.kernel(PYTORCH_LIBRARY_PATH=str(self.torch)).stdout.startswith(f"Java: [{self.torch}] [2.7.1] [cpu] "), "the notebooks' kernel")
        write(self.torch / f"libtorch_cuda.{self.suffix}")
        answer = self.facet("runs", PYTORCH_LIBRARY_PATH=os.path.relpath(self.torch))
        self.assertTrue(answer.stdout.startswith("Java: [/") and answer.stdout.endswith("/site-packages/torch/lib] [2.7.1] [cu128] runs\n"), answer)
        answer = self.facet("runs", PYTORCH_LIBRARY_PATH=str(self.torch), PYTORCH_FLAVOR="cpu")
        self.assertEqual(f"Java: [{self.torch}] [2.7.1] [cpu] runs\n", answer.stdout, answer)

    def test_a_path_without_pytorch_is_named(self):
        answer = self.facet("runs", PYTORCH_LIBRARY_PATH=str(self.home))
        self.assertEqual((1, "", f"PYTORCH_LIBRARY_PATH is {self.home}, which holds no libtorch.{self.suffix}. "
                          "Name the folder torch/lib of a PyTorch 2.7.1, or unset it.\n"), (answer.returncode, answer.stdout, answer.stderr))

    def test_a_pytorch_of_another_version_is_named(self):
        self.make_torch("2.6.0+cu124")
        answer = self.facet("runs", PYTORCH_LIBRARY_PATH=str(self.torch))
        self.assertEqual((1, ""), (answer.returncode, answer.stdout))
        self.assertIn("which holds PyTorch 2.6.0+cu124, and Facet's link to PyTorch fits 2.7.1 alone: pip install torch==2.7.1", answer.stderr)
        (self.torch.parent / "version.py").unlink()
        write(self.torch.parent / "build-version", "2.5.1+cpu\n")
        self.assertIn("which holds PyTorch 2.5.1+cpu,", self.facet("runs", PYTORCH_LIBRARY_PATH=str(self.torch)).stderr)


class VersionsTest(unittest.TestCase):
    """Versions that stand in several places are the same."""

    def texts(self, *names):
        return [(FACET.parent.parent / name).read_text(encoding="utf-8") for name in names]

    def test_facets_own(self):
        pom, library, benchmark, provenance, guide, citation = self.texts(
            "pom.xml", "lib/pom.xml", "environment/benchmark/pom.xml", "lib/src/main/java/facet/model/weights/ModelProvenance.java",
            "environment/guide/java.md", "CITATION.cff")
        version = re.search(r"<artifactId>facet-parent</artifactId>\s*<version>(.+?)</version>", pom).group(1)
        self.assertIn(f"<version>{version}</version>", library)
        self.assertIn(f"<version>{version}</version>", benchmark)
        self.assertIn(f'"{version}"', provenance)
        self.assertIn(f"<artifactId>facet</artifactId><version>{version}</version>", guide)
        self.assertIn(f"\nversion: {version}\n", citation)

    def test_pytorch_on_both_sides_of_the_benchmark(self):
        pom, peer = self.texts("pom.xml", "environment/benchmark/requirements.in")
        self.assertIn(f"torch=={re.search('<pytorch.version>(.+?)<', pom).group(1)}\n", peer)

    def test_what_is_required_is_locked_to_the_same_and_every_file_has_its_hash(self):
        for folder in ("environment", "environment/benchmark", "environment/allocator"):
            wanted, locked = self.texts(f"{folder}/requirements.in", f"{folder}/requirements.txt")
            required = {line.strip().lower().replace("_", "-") for line in wanted.splitlines() if "==" in line}
            entries = [entry for entry in re.split(r"\n(?=\S)", locked) if not entry.startswith("#")]
            self.assertTrue(required)
            self.assertEqual(set(), required - {re.split("[ ;]", entry)[0] for entry in entries}, "environment/lock.sh makes requirements.txt")
            for entry in entries:
                self.assertRegex(entry, r"^\S+==\S+ .*\\\n +--hash=sha256:[0-9a-f]{64}")
            self.assertNotIn("://", locked, "names no registry")


class LicencesTest(unittest.TestCase):
    """LICENCES.md lists all that set-up brings, in the version that it brings."""

    def setUp(self):
        page = (FACET.parent / "LICENCES.md").read_text(encoding="utf-8")
        self.rows = {(name.split(":")[-1].lower().replace("_", "-"), version): licence
                     for name, version, licence in re.findall(r"^\| (\S+) \| (\S+) \| (.+) \|$", page, re.MULTILINE)}

    def test_every_row_states_a_licence(self):
        self.assertTrue(self.rows)
        for row, licence in self.rows.items():
            self.assertNotIn(licence.strip().lower(), ("", "unknown", "none"), row)
            self.assertNotIn("not stated", licence, row)

    def test_the_python_packages(self):
        for folder in (FACET.parent, FACET.parent / "benchmark", FACET.parent / "allocator"):
            for line in (folder / "requirements.txt").read_text(encoding="utf-8").splitlines():
                if "==" in line and not re.search("'win32'|'nt'", line.replace("!= 'win32'", "").replace("!= 'nt'", "")):
                    self.assertIn(tuple(line.split()[0].split("==")), self.rows, "environment/lock.sh writes LICENCES.md")

    def test_the_librarys_jars(self):
        jars = list((FACET.parent.parent / "lib/target/dependency").glob("*.jar"))
        if not jars:
            self.skipTest("the library is not built")
        for jar in jars:
            stem = jar.stem.lower().replace("_", "-")
            self.assertTrue(any(f"{stem}-".startswith(f"{name}-{version}-") for name, version in self.rows), f"{jar.name}: environment/lock.sh writes LICENCES.md")

    def test_the_archives_reader_brings_a_commons_lang_that_ends(self):
        """CVE-2025-48924: before 3.18 a long class name overflowed the stack."""
        version = next(version for name, version in self.rows if name == "commons-lang3")
        self.assertGreaterEqual(tuple(map(int, version.split("."))), (3, 18))


if __name__ == "__main__":
    unittest.main()

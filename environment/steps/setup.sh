# Makes what is missing, and only that. Every need_... returns at once where all is there.

VENV="$FACET_HOME/environment/.venv"
PYTHON="$VENV/bin/python"

# Jupyter, and npm, which JupyterLab calls where there is one, keep everything in the virtual environment, nothing in the user's home.
export JUPYTER_CONFIG_DIR="$VENV/jupyter/config" JUPYTER_DATA_DIR="$VENV/jupyter/data" JUPYTER_RUNTIME_DIR="$VENV/jupyter/runtime"
export JUPYTERLAB_SETTINGS_DIR="$VENV/jupyter/settings" JUPYTERLAB_WORKSPACES_DIR="$VENV/jupyter/workspaces"
export JUPYTER_CONFIG_PATH="$FACET_HOME/environment/lab" IPYTHONDIR="$VENV/jupyter/ipython" PYTHONDONTWRITEBYTECODE=1
export npm_config_cache="$VENV/jupyter/npm"

need_all() {
  need_python_environment
  need_library
  need_kernel
}

# One set-up at a time. The lock is a link that names its process.
SETUP_LOCK="$FACET_HOME/data/cache/set-up.lock"

lock_setup() {
  local holder said=no
  mkdir -p "$FACET_HOME/data/cache"
  until ln -s $$ "$SETUP_LOCK" 2>/dev/null; do
    holder="$(readlink "$SETUP_LOCK")"
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then # it was killed
      [ "$(readlink "$SETUP_LOCK")" != "$holder" ] || rm -f "$SETUP_LOCK"
      continue
    fi
    [ $said = yes ] || say "Another set-up (process $holder) is at work; waiting for it. If there is none: rm $SETUP_LOCK"
    said=yes
    sleep 1
  done
}

unlock_setup() { rm -f "$SETUP_LOCK"; }

# step_unless CHECK WHAT LOG COMMAND...: a step, after any other command's set-up, which may have done what is checked.
step_unless() {
  local check="$1"
  shift
  lock_setup
  "$check" || step "$@"
  unlock_setup
}

# --- Python: made again when requirements or constraints changed or the Python it stands on is gone ---

need_python_environment() {
  has_python_environment && return
  check_platform; check_java; check_maven; check_python; stop_if_missing
  step_unless has_python_environment "Python environment with JupyterLab and the Java kernel" python.log make_python_environment
}

has_python_environment() { requirements | cmp -s - "$VENV/installed.txt" && python_runs; }
python_runs() { "$PYTHON" -c '' 2>/dev/null; }
requirements() { cat "$FACET_HOME/environment/requirements.txt" "$FACET_HOME/environment/constraints.txt"; }

make_python_environment() {
  python_runs || rm -rf "$VENV"
  "$BASE_PYTHON" -m venv "$VENV" &&
    PYTHONDONTWRITEBYTECODE= "$PYTHON" -m pip install --disable-pip-version-check -r "$FACET_HOME/environment/requirements.txt" -c "$FACET_HOME/environment/constraints.txt" &&
    mkdir -p "$JUPYTER_RUNTIME_DIR" "$IPYTHONDIR" &&
    requirements >"$VENV/installed.txt"
}

# --- the library: built again when its source is newer than the last build, or the options of the build are others ---

BUILT="$FACET_HOME/lib/target/facet.built"

need_library() {
  check_java
  suggest_jemalloc
  if ! is_built; then
    check_platform; check_maven; stop_if_missing
    local note=""
    [ -d "$FACET_HOME/lib/target/dependency" ] || note=" (Maven downloads what it has not yet: up to 200 MB, most of it PyTorch)"
    step_unless is_built "Facet's library$note" library.log build_library -Dmaven.test.skip=true
  fi
  stop_if_missing
}

is_built() { [ -f "$FACET_HOME/lib/target/facet.jar" ] && has_jars && [ -z "$(newer_than_build lib/src/main)" ]; }
# The jars that the library needs, which the poms and the build's options choose.
has_jars() { [ -f "$BUILT" ] && [ "$(cat "$BUILT")" = "${FACET_MAVEN_OPTS:-}" ] && [ -z "$(newer_than_build pom.xml lib/pom.xml)" ]; }
newer_than_build() { cd "$FACET_HOME" && find "$@" -newer "$BUILT" | head -n 1; }

# Said once, since everything works without it.
suggest_jemalloc() {
  local said="$FACET_HOME/data/cache/jemalloc-suggested"
  [ "$(uname -s)" = Linux ] && [ ! -f "$said" ] && [ "${FACET_JEMALLOC:-}" != off ] || return 0
  (use_allocator; has_jemalloc) && return
  say "Training is faster with the allocator jemalloc, which Facet finds by itself: $(install_command libjemalloc2 jemalloc)"
  mkdir -p "$FACET_HOME/data/cache" && touch "$said"
}

# A Java that is still running keeps the jar that it opened, since the old one is removed and not written over. The jars that it may not have opened yet
# stay where they are, unless others are needed.
build_library() {
  mkdir -p "$FACET_HOME/lib/target"
  has_jars || rm -rf "$FACET_HOME/lib/target/dependency"
  printf '%s' "${FACET_MAVEN_OPTS:-}" >"$FACET_HOME/lib/target/facet.building"
  rm -f "$FACET_HOME/lib/target/facet.jar" "$BUILT"
  # FACET_MAVEN_OPTS=-Dcuda takes the natives for a GPU.
  "$MAVEN" -B -ntp -f "$FACET_HOME/pom.xml" ${FACET_MAVEN_OPTS:-} "$@" package && mv "$FACET_HOME/lib/target/facet.building" "$BUILT"
}

# The same build with its tests, of which the terminal shows what counts.
test_library() {
  check_platform; check_java; check_maven; stop_if_missing
  say "JUnit tests"
  mkdir -p "$LOGS"
  rm -rf "$FACET_HOME/lib/target/features" # what earlier tests computed of images: each has a folder of its own
  local status
  lock_setup
  (use_jvm_settings; build_library) 2>&1 | tee "$LOGS/test.log" | grep --line-buffered -E 'Running |Tests run:|ERROR|FAIL|BUILD'
  status="${PIPESTATUS[0]}"
  unlock_setup
  return "$status"
}

# --- the kernel: its jar, and the kernel spec, which is the template with this folder's path filled in ---

KERNELS="$VENV/share/jupyter/kernels"
KERNEL_JAR="$KERNELS/facet-java/facet-kernel.jar"

has_kernel_jar() { [ -f "$KERNEL_JAR" ] && [ -z "$(find "$FACET_HOME/environment/kernel/java" "$KERNELS/java/jjava.jar" -newer "$KERNEL_JAR")" ]; }

make_kernel_jar() {
  local classes="$KERNELS/facet-java/classes"
  rm -rf "$classes" && mkdir -p "$classes" &&
    "$JAVA_HOME/bin/javac" --release 17 -d "$classes" -cp "$KERNELS/java/jjava.jar" "$FACET_HOME"/environment/kernel/java/facet/kernel/*.java &&
    "$JAVA_HOME/bin/jar" --create --file "$KERNEL_JAR.part" -C "$classes" . &&
    rm -r "$classes" && mv "$KERNEL_JAR.part" "$KERNEL_JAR"
}

need_kernel() {
  has_kernel_jar || step_unless has_kernel_jar "Kernel \"Facet (Java)\"" kernel.log make_kernel_jar
  local spec="$KERNELS/facet-java/kernel.json"
  local text; text="$(kernel_spec)" && [ -n "$text" ] || stop "Could not make the kernel spec of $FACET_HOME/environment/kernel/kernel.json."
  [ "$(cat "$spec" 2>/dev/null)" = "$text" ] && return
  mkdir -p "$(dirname "$spec")" && printf '%s\n' "$text" >"$spec" || stop "Could not write the kernel spec $spec"
}

kernel_spec() {
  FACET_HOME="$FACET_HOME" "$PYTHON" -c 'import json, os, sys
text = sys.stdin.read()
print(text.replace("FACET_HOME", json.dumps(os.environ["FACET_HOME"])[1:-1]), end="")' <"$FACET_HOME/environment/kernel/kernel.json"
}

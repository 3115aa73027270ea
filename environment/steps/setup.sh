# Makes what is missing, and only that. Every need_... returns at once where all is there.

VENV="$FACET_HOME/environment/.venv"
PYTHON="$VENV/bin/python"
LOGS="$FACET_CACHE/logs"

# Jupyter, and npm, which JupyterLab calls where there is one, keep everything in the virtual environment, nothing in the user's home; in another user's
# checkout, in the cache.
JUPYTER="$VENV/jupyter"
can_write "$JUPYTER" && { [ ! -e "$JUPYTER" ] || [ -O "$JUPYTER" ]; } || JUPYTER="$FACET_CACHE/jupyter-$(id -un)"
export JUPYTER_CONFIG_DIR="$JUPYTER/config" JUPYTER_DATA_DIR="$JUPYTER/data" JUPYTER_RUNTIME_DIR="$JUPYTER/runtime"
export JUPYTERLAB_SETTINGS_DIR="$JUPYTER/settings" JUPYTERLAB_WORKSPACES_DIR="$JUPYTER/workspaces"
export JUPYTER_CONFIG_PATH="$FACET_HOME/environment/lab" IPYTHONDIR="$JUPYTER/ipython" PYTHONDONTWRITEBYTECODE=1
export npm_config_cache="$JUPYTER/npm"

need_all() {
  need_python_environment
  need_library
  need_kernel
  need_private_folders
  need_fonts
}

# Who can read a running lab's token runs code as its user. Jupyter makes these folders for all to read.
need_private_folders() {
  make_folder "$JUPYTER_RUNTIME_DIR"
  make_folder "$IPYTHONDIR"
  chmod 700 "$JUPYTER" "$JUPYTER"/*/ || stop "Could not make $JUPYTER private to you; a running lab's password lies there. Who owns that folder?"
  find "$JUPYTER_RUNTIME_DIR" -type f -exec chmod 600 {} + 2>/dev/null || true # a kernel that ends takes its file away meanwhile
}

# --- Python: made again when requirements changed or the Python it stands on is gone ---

need_python_environment() {
  has_python_environment && return
  check_platform; check_java; check_maven; check_python; stop_if_missing
  step_unless has_python_environment "Python environment with JupyterLab and the Java kernel" python.log make_python_environment
}

REQUIREMENTS="$FACET_HOME/environment/requirements.txt"
has_python_environment() { cmp -s "$REQUIREMENTS" "$VENV/installed.txt" && python_runs; }
python_runs() { "$PYTHON" -c '' 2>/dev/null; }

make_python_environment() {
  # Jupyter's folder, with the user's settings and a running lab's files, outlasts the Python that was upgraded.
  python_runs || [ ! -d "$VENV" ] || find "$VENV" -mindepth 1 -maxdepth 1 ! -name jupyter -exec rm -rf {} +
  rm -f "$VENV/installed.txt" # until all is there again
  "$BASE_PYTHON" -m venv "$VENV" &&
    PYTHONDONTWRITEBYTECODE='' "$PYTHON" -m pip install --disable-pip-version-check --require-hashes --only-binary :all: -r "$REQUIREMENTS" &&
    cp "$REQUIREMENTS" "$VENV/installed.txt"
}

# --- the library: built again when its source is newer than the last build, or the options of the build are others ---

BUILT="$FACET_HOME/lib/target/facet.built"
LIBRARY_JAR="$FACET_HOME/lib/target/facet.jar"
BENCHMARK_JAR="$FACET_HOME/environment/benchmark/target/facet-benchmark.jar" # a module of its own, which the library and the notebooks don't know

need_library() {
  check_java
  if ! is_built; then
    check_platform; check_maven; stop_if_missing
    local note=""
    [ -d "$FACET_HOME/lib/target/dependency" ] || note=" (Maven downloads what it has not yet: up to 250 MB, most of it PyTorch and OpenCV)"
    step_unless is_built "Facet's library$note" library.log build_library -Dmaven.test.skip=true
  fi
  stop_if_missing
  need_allocator
}

is_built() { [ -f "$LIBRARY_JAR" ] && [ -f "$BENCHMARK_JAR" ] && has_jars && [ -z "$(newer_than_build lib/src/main environment/benchmark/src/main)" ]; }
# The jars that the library needs, which the poms and the build's options choose.
has_jars() { [ -f "$BUILT" ] && [ "$(cat "$BUILT")" = "${FACET_MAVEN_OPTS:-}" ] && [ -z "$(newer_than_build pom.xml lib/pom.xml environment/benchmark/pom.xml)" ]; }
newer_than_build() { cd "$FACET_HOME" && find "$@" -newer "$BUILT" | head -n 1; }

# A Java that is still running keeps the jar that it opened, since the old one is removed and not written over. The jars that it may not have opened yet
# stay where they are, unless others are needed.
build_library() {
  mkdir -p "$FACET_HOME/lib/target"
  has_jars || rm -rf "$FACET_HOME/lib/target/dependency"
  printf '%s' "${FACET_MAVEN_OPTS:-}" >"$FACET_HOME/lib/target/facet.building"
  rm -f "$LIBRARY_JAR" "$BENCHMARK_JAR" "$BUILT"
  # shellcheck disable=SC2086 # FACET_MAVEN_OPTS may be several
  "$MAVEN" -B -ntp --strict-checksums -f "$FACET_HOME/pom.xml" ${FACET_MAVEN_OPTS:-} "$@" package && mv "$FACET_HOME/lib/target/facet.building" "$BUILT"
}

# The same build with its tests, of which the terminal shows what counts.
test_library() {
  check_platform; check_java; check_maven; stop_if_missing
  say "JUnit tests"
  make_folder "$LOGS"
  rm -rf "$FACET_HOME/lib/target/features" # what earlier tests computed of images: each has a folder of its own
  local status
  stop_if_unwritable "JUnit tests"
  lock_setup
  (use_jvm_settings; build_library "-DforkCount=$(test_programs /proc/meminfo /sys/fs/cgroup/memory.max)") 2>&1 | tee "$LOGS/test.log" | grep --line-buffered -E 'Running |Tests run:|ERROR|FAIL|BUILD'
  status="${PIPESTATUS[0]}"
  unlock_setup
  return "$status"
}

# test_programs MEMINFO CONTAINER: in how many programs the tests run; in two, which takes two minutes less on two cores, where there is memory for both.
test_programs() {
  local kilobytes bytes
  kilobytes="$(sed -n 's/^MemTotal: *\([0-9]*\) kB$/\1/p' "$1" 2>/dev/null)"
  bytes="$(cat "$2" 2>/dev/null)" # of a container: a number, or max
  case "$bytes" in "" | *[!0-9]*) bytes=$((${kilobytes:-0} * 1024)) ;; esac
  if [ "$((${kilobytes:-0} / 1048576))" -ge 12 ] && [ "$((bytes / 1073741824))" -ge 12 ]; then say 2; else say 1; fi
}

# --- mimalloc, on Linux, where the system has no jemalloc: training is faster with it, and everything works without it ---

ALLOCATOR="$FACET_HOME/environment/allocator"

# What failed is tried again a day later.
need_allocator() {
  local failed="$FACET_CACHE/allocator-failed"
  [ "$(uname -s)" = Linux ] && [ "$FACET_ALLOCATOR" != off ] && ! has_mimalloc && can_write "$ALLOCATOR/.wheel" && can_write "$FACET_HOME/data/cache" || return 0
  # shellcheck disable=SC2030 # meant: what the system has, asked without ours
  (MIMALLOC=""; use_allocator; has_allocator) && return
  [ -z "$(find "$failed" -mtime -1 2>/dev/null)" ] || return 0
  say "Allocator mimalloc, with which training is faster ..."
  make_folder "$LOGS"
  lock_setup
  trap 'exit 130' INT
  if ! has_mimalloc && ! (make_mimalloc) >"$LOGS/allocator.log" 2>&1 </dev/null; then
    touch "$failed"
    say "Allocator mimalloc: not to be had here. Facet works without it, and training takes longer; the reason stands in $LOGS/allocator.log"
  fi
  trap - INT
  unlock_setup
}

has_mimalloc() { cmp -s "$ALLOCATOR/requirements.txt" "$ALLOCATOR/.wheel/installed.txt"; }

# One library: a terminal command needs no JupyterLab for it. Its package names another one, of which nothing is used.
make_mimalloc() {
  local python="$PYTHON"
  rm -rf "$ALLOCATOR/.wheel"
  if ! python_runs; then
    check_python; stop_if_missing
    python="$ALLOCATOR/.wheel/venv/bin/python"
    "$BASE_PYTHON" -m venv "$ALLOCATOR/.wheel/venv" || return
  fi
  "$python" -m pip install --disable-pip-version-check --retries 1 --timeout 15 --no-deps --require-hashes --only-binary :all: \
    --target "$ALLOCATOR/.wheel" -r "$ALLOCATOR/requirements.txt" &&
    rm -rf "$ALLOCATOR/.wheel/venv" &&
    cp "$ALLOCATOR/requirements.txt" "$ALLOCATOR/.wheel/installed.txt" || return
  # shellcheck disable=SC2031 # the subshell above changed a copy
  can_preload "$MIMALLOC" || { LD_PRELOAD="$MIMALLOC" /bin/true; return 1; } # a slim system may lack libatomic.so.1
}

# Looked at once for each Java: charts have text. macOS always has fonts.
need_fonts() {
  local found="$FACET_CACHE/fonts-found" problem
  check_java; stop_if_missing
  [ "$(uname -s)" = Linux ] && [ "$(cat "$found" 2>/dev/null)" != "$JAVA" ] || return 0
  problem="$("$JAVA" -Djava.awt.headless=true -Duser.home="$FACET_CACHE/home" "$FACET_HOME/environment/steps/Fonts.java" 2>&1)" ||
    stop "Java can't draw text, which every chart needs: $(printf '%s\n' "$problem" | sed -n 's/^Exception in thread "main" //p; s/^Caused by: //p' | tail -n 1)
Install fonts: $(install_command "fontconfig fonts-dejavu-core" "fontconfig dejavu-sans-fonts")"
  make_folder "$FACET_CACHE"
  printf '%s\n' "$JAVA" >"$found"
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
  { mkdir -p "$(dirname "$spec")" && printf '%s\n' "$text" >"$spec"; } || stop "Could not write the kernel spec $spec"
}

kernel_spec() {
  FACET_HOME="$FACET_HOME" "$PYTHON" -c 'import json, os, sys
text = sys.stdin.read()
print(text.replace("FACET_HOME", json.dumps(os.environ["FACET_HOME"])[1:-1]), end="")' <"$FACET_HOME/environment/kernel/kernel.json"
}

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

# --- Python: made again when requirements.txt changed or the Python it stands on is gone ---

need_python_environment() {
  cmp -s "$FACET_HOME/environment/requirements.txt" "$VENV/installed.txt" && [ -x "$PYTHON" ] && return
  check_java; check_maven; check_python; stop_if_missing
  step "Python environment with JupyterLab and the Java kernel" python.log make_python_environment
}

make_python_environment() {
  [ -x "$PYTHON" ] || rm -rf "$VENV"
  "$BASE_PYTHON" -m venv "$VENV" &&
    PYTHONDONTWRITEBYTECODE= "$PYTHON" -m pip install --disable-pip-version-check -r "$FACET_HOME/environment/requirements.txt" &&
    mkdir -p "$JUPYTER_RUNTIME_DIR" "$IPYTHONDIR" &&
    cp "$FACET_HOME/environment/requirements.txt" "$VENV/installed.txt"
}

# --- the library: built again when its source is newer than the last build, or the options of the build are others ---

BUILT="$FACET_HOME/lib/target/facet.built"

need_library() {
  check_java
  suggest_jemalloc
  if [ ! -f "$BUILT" ] || [ ! -f "$FACET_HOME/lib/target/facet.jar" ] || [ -n "$(changed_source)" ] ||
    [ "$(cat "$BUILT")" != "${FACET_MAVEN_OPTS:-}" ]; then
    check_maven; stop_if_missing
    local note=""
    [ -d "$FACET_HOME/lib/target/dependency" ] || note=" (Maven downloads what it has not yet: up to 200 MB, most of it PyTorch)"
    step "Facet's library$note" library.log build_library -Dmaven.test.skip=true
  fi
  stop_if_missing
}

# Said once, since everything works without it.
suggest_jemalloc() {
  local said="$FACET_HOME/data/cache/jemalloc-suggested"
  [ "$(uname -s)" = Linux ] && [ ! -f "$said" ] && [ "${FACET_JEMALLOC:-}" != off ] || return 0
  (use_allocator; has_jemalloc) && return
  say "Training is faster with the allocator jemalloc, which Facet finds by itself: $(install_command libjemalloc2 jemalloc)"
  mkdir -p "$FACET_HOME/data/cache" && touch "$said"
}

changed_source() {
  cd "$FACET_HOME" && find pom.xml lib/pom.xml lib/src/main -newer "$BUILT" | head -n 1
}

# A Java that is still running keeps the jar that it opened, since the old one is removed and not written over.
build_library() {
  mkdir -p "$FACET_HOME/lib/target"
  printf '%s' "${FACET_MAVEN_OPTS:-}" >"$FACET_HOME/lib/target/facet.building"
  rm -f "$FACET_HOME/lib/target/facet.jar" "$BUILT"
  rm -rf "$FACET_HOME/lib/target/dependency"
  # FACET_MAVEN_OPTS=-Dcuda takes the natives for a GPU.
  "$MAVEN" -B -ntp -f "$FACET_HOME/pom.xml" ${FACET_MAVEN_OPTS:-} "$@" package && mv "$FACET_HOME/lib/target/facet.building" "$BUILT"
}

# The same build with its tests, of which the terminal shows what counts.
test_library() {
  check_java; check_maven; stop_if_missing
  say "JUnit tests"
  mkdir -p "$LOGS"
  (use_jvm_settings; build_library) 2>&1 | tee "$LOGS/test.log" | grep --line-buffered -E 'Running |Tests run:|ERROR|FAIL|BUILD'
  return "${PIPESTATUS[0]}"
}

# --- the kernel spec: the template with this folder's path filled in ---

need_kernel() {
  local spec="$VENV/share/jupyter/kernels/facet-java/kernel.json"
  local text; text="$(kernel_spec)"
  [ "$(cat "$spec" 2>/dev/null)" = "$text" ] && return
  mkdir -p "$(dirname "$spec")" && printf '%s\n' "$text" >"$spec" || stop "Could not write the kernel spec $spec"
  say "Kernel \"Facet (Java)\": ready"
}

kernel_spec() {
  FACET_HOME="$FACET_HOME" "$PYTHON" -c 'import json, os, sys
text = sys.stdin.read()
print(text.replace("FACET_HOME", json.dumps(os.environ["FACET_HOME"])[1:-1]), end="")' <"$FACET_HOME/environment/kernel/kernel.json"
}

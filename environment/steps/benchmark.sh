# The benchmark's own Python environment, with PyTorch. Made on demand, and again when its requirements changed.

PEER="$FACET_HOME/environment/benchmark"
PEER_PYTHON="$PEER/.venv/bin/python"

need_benchmark_environment() {
  has_benchmark_environment && return
  check_peer_python; stop_if_missing
  step_unless has_benchmark_environment "Python environment with PyTorch for the benchmark ($(peer_download))" benchmark-python.log make_benchmark_environment
}

PEER_REQUIREMENTS="$PEER/requirements.txt"
has_benchmark_environment() { cmp -s "$PEER_REQUIREMENTS" "$PEER/.venv/installed.txt" && [ -x "$PEER_PYTHON" ]; }

# The pinned PyTorch has no packages for other Pythons.
check_peer_python() {
  local candidate
  for candidate in python3.13 python3.12 python3.11 python3; do
    command -v "$candidate" >/dev/null || continue
    "$candidate" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null || continue
    PEER_BASE="$candidate"
    return
  done
  missing "Python 3.11, 3.12 or 3.13, with venv, for the benchmark's PyTorch" "python3.12 python3.12-venv" python3.12 python@3.12
}

peer_download() {
  if [ "$(uname -s)" = Linux ] && [ -z "${PIP_EXTRA_INDEX_URL:-}${PIP_INDEX_URL:-}" ]; then
    printf 'a download of about 3 GB, most of it CUDA; with PIP_EXTRA_INDEX_URL set to the CPU index of PyTorch far less'
  else
    printf 'pip downloads PyTorch'
  fi
}

make_benchmark_environment() {
  [ -x "$PEER_PYTHON" ] || rm -rf "$PEER/.venv"
  "$PEER_BASE" -m venv "$PEER/.venv" &&
    install_peer_packages &&
    cp "$PEER_REQUIREMENTS" "$PEER/.venv/installed.txt"
}

# PyTorch's CPU index has other files of the same versions: from an index that the user adds, the versions hold, and the hashes can't.
install_peer_packages() {
  local versions="$PEER/.venv/versions.txt"
  if [ -z "${PIP_EXTRA_INDEX_URL:-}" ]; then
    set -- --require-hashes -r "$PEER_REQUIREMENTS"
  else
    sed -e 's/ \\$//' -e '/--hash=/d' "$PEER_REQUIREMENTS" >"$versions"
    set -- -r "$PEER/requirements.in" -c "$versions"
  fi
  PYTHONDONTWRITEBYTECODE='' "$PEER_PYTHON" -m pip install --disable-pip-version-check --only-binary :all: "$@"
}

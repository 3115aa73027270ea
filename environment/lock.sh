#!/usr/bin/env bash
# Writes what set-up installs: each requirements.txt from its requirements.in, with all that those packages bring and the hashes of their files, for every
# Python and system; and LICENCES.md. Versions stay as they are. With --upgrade they become the newest.
# Needs uv (pip install uv) and a lab that is set up. An older pip does not report licence expressions.
set -e
environment="$(CDPATH="" cd "$(dirname "$0")" && pwd)"

# lock FOLDER OLDEST-PYTHON [OPTION...]
lock() {
  cd "$environment/$1"
  uv pip compile --quiet --universal --python-version "$2" --generate-hashes --no-annotate --no-emit-index-url --custom-compile-command environment/lock.sh \
    requirements.in --output-file requirements.txt "${@:3}"
}

lock . 3.10 "$@"
lock allocator 3.10 --no-deps "$@"
lock benchmark 3.11 "$@"
uv run --quiet --no-project --with 'pip>=25.3' --with packaging "$environment/licences.py"

# Removes what the other commands made. Trained runs and downloads took hours or gigabytes: only after a question.

clean() {
  local all=no answer
  case "${1:-}" in
    '') ;;
    --all) all=yes ;;
    *) wrong_usage "clean takes no option but --all." ;;
  esac
  remove environment/.venv environment/benchmark/.venv lib/target data/runs/notebooks
  if kept data/runs || kept data/cache; then
    if [ $all = no ] && [ -t 0 ]; then
      du -sh "$FACET_HOME/data/runs" "$FACET_HOME/data/cache" 2>/dev/null
      read -r -p "Remove these trained runs and downloads too? [y/N] " answer
      case "$answer" in [yY]*) all=yes ;; esac
    fi
    if [ $all = yes ]; then remove data/runs data/cache
    else say "Trained runs (data/runs) and downloads (data/cache) stay; environment/facet clean --all removes them too."; fi
  fi
}

kept() { [ -n "$(ls -A "$FACET_HOME/$1" 2>/dev/null)" ]; }

remove() {
  local path
  for path in "$@"; do
    [ -e "$FACET_HOME/$path" ] || continue
    rm -rf "${FACET_HOME:?}/$path" && say "Removed $path"
  done
}

# Removes what the other commands made. What took hours or gigabytes goes only after a question.

clean() {
  local all=no
  [ $# -le 1 ] || wrong_usage "clean takes no option but --all."
  case "${1:-}" in
    '') ;;
    --all) all=yes ;;
    *) wrong_usage "clean takes no option but --all." ;;
  esac
  remove environment/.venv lib/target environment/benchmark/target environment/spark/target data/runs/notebooks environment/allocator/.wheel
  remove_faces "$FACET_HOME/data/cache/judge" "$FACET_CACHE/judge" "$FACET_HOME/data/cache/aligned" "$FACET_CACHE/aligned"
  ask_and_remove $all data/runs "trained runs"
  ask_and_remove $all data/cache "downloads, and what networks computed of images"
  ask_and_remove $all environment/benchmark/.venv "the benchmark's PyTorch"
}

# What was made of real people's faces, embeddings and aligned images, without a question: it is made again in minutes.
remove_faces() {
  local folder
  for folder in "$@"; do
    remove_path "$folder" "$folder" " (made of faces)"
  done
}

# ask_and_remove ALL PATH WHAT: where nobody can be asked, it stays.
ask_and_remove() {
  local all="$1" path="$2" what="$3" answer=no
  [ -n "$(ls -A "$FACET_HOME/$path" 2>/dev/null)" ] || return 0
  if [ "$all" = yes ]; then
    answer=yes
  elif [ -t 0 ]; then
    read -r -p "Remove $path too ($what, $(du -sh "$FACET_HOME/$path" 2>/dev/null | cut -f 1))? [y/N] " answer
  fi
  case "$answer" in
    [yY]*) remove "$path" ;;
    *) say "$path stays ($what); environment/facet clean --all removes it too." ;;
  esac
}

remove() {
  local path
  for path in "$@"; do
    remove_path "${FACET_HOME:?}/$path" "$path"
  done
}

# remove_path PATH NAME [NOTE]: where it is there; NAME and NOTE are for people.
remove_path() {
  [ -e "$1" ] || return 0
  rm -rf "${1:?}" || stop "Could not remove all of $2."
  say "Removed $2${3:-}"
}

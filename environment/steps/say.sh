# What the user sees: sentences, steps with their time, and how a step failed.

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }
wrong_usage() { printf '%s\n' "$*" >&2; exit 2; }

# 75 -> 1:15
duration() { printf '%d:%02d' $(($1 / 60)) $(($1 % 60)); }

# step WHAT LOG COMMAND... runs a command quietly, with a clock, and shows the end of its log when it fails. A note in brackets at the end of WHAT is shown at the start alone.
step() {
  local what="$1" log="$LOGS/$2" start=$SECONDS status=0
  shift 2
  make_folder "$LOGS"
  set -m # a process group of its own: pip and Maven have children, and all of them are to end
  "$@" >"$log" 2>&1 </dev/null &
  local child=$!
  set +m
  # shellcheck disable=SC2064 # which child, the trap has to know by itself
  {
    trap "stop_step $child 130" INT
    trap "stop_step $child 143" TERM
    trap "stop_step $child 129" HUP
  }
  if [ -t 1 ]; then
    local line="$what ... "
    if [ ${#line} -gt $(($(tput cols 2>/dev/null || echo 80) - 8)) ]; then say "$line"; line="    "; fi # the clock can't go back over a line that wraps
    while kill -0 $child 2>/dev/null; do
      printf '\r%s%s ' "$line" "$(duration $((SECONDS - start)))"
      sleep 1
    done
    printf '\r%*s\r' $((${#line} + 7)) '' # the line with a note is longer than the one that follows
  else
    say "$what ..."
  fi
  wait $child || status=$?
  case "$what" in *\)) what="${what% (*}" ;; esac # a note in brackets, not a name with some
  trap - INT TERM HUP
  if [ $status -ne 0 ]; then
    say "$what: failed after $(duration $((SECONDS - start)))" >&2
    sed 's/ -> \[Help 1\]//' "$log" | grep -vE '^\[ERROR\] *$|Help 1|Re-run Maven|To see the full|For more information|After correcting|mvn <args>' | tail -n 20 | sed 's/^/    /' >&2
    explain_full_disk "$log" >&2
    stop "All of it: $log"
  fi
  say "$what: done in $(duration $((SECONDS - start)))"
}

# Names the full disk where a step failed for want of space: a log often stops before its cause, since it lay on the same disk.
explain_full_disk() {
  local folder
  for folder in "$FACET_HOME" "$FACET_CACHE" "${HOME:-/}" "${TMPDIR:-/tmp}"; do
    [ -d "$folder" ] && [ "$(free_megabytes "$folder")" -lt 10 ] || continue
    say "The disk of $folder is full. Free some space there and try again."
    return
  done
  grep -qE 'No space left on device|Disk quota exceeded' "$1" || return 0
  say "A disk or your quota of it was full: the lines above name what could not be written. Free some space there and try again."
}

free_megabytes() { df -Pk "$1" 2>/dev/null | awk 'NR == 2 { free = int($4 / 1024); found = 1 } END { print found ? free : 999999 }'; }

# make_folder FOLDER
make_folder() {
  local reason
  reason="$(mkdir -p "$1" 2>&1)" || stop "Could not make the folder $1 (${reason##*: })."
}

# stop_step PROCESS STATUS
stop_step() {
  kill -TERM -- "-$1" 2>/dev/null
  printf '\n'
  exit "$2"
}

# or_stop SENTENCE COMMAND...: the sentence when it fails, and nothing more where it was interrupted.
or_stop() {
  local sentence="$1" status
  shift
  "$@" && return
  status=$?
  case $status in 129 | 130 | 143) exit $status ;; esac
  stop "$sentence"
}

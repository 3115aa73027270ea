# What the user sees: sentences, steps with their time, and how a step failed.

LOGS="$FACET_HOME/data/cache/logs"

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }
wrong_usage() { printf '%s\n' "$*" >&2; exit 2; }

# 75 -> 1:15
duration() { printf '%d:%02d' $(($1 / 60)) $(($1 % 60)); }

# step WHAT LOG COMMAND... runs a command quietly, with a clock, and shows the end of its log when it fails.
step() {
  local what="$1" log="$LOGS/$2" start=$SECONDS status=0
  shift 2
  mkdir -p "$LOGS"
  set -m # a process group of its own: pip and Maven have children, and all of them are to end
  "$@" >"$log" 2>&1 </dev/null &
  local child=$!
  set +m
  trap "stop_step $child 130" INT
  trap "stop_step $child 143" TERM
  trap "stop_step $child 129" HUP
  if [ -t 1 ]; then
    local line="$what ... "
    if [ ${#line} -gt $(($(tput cols 2>/dev/null || echo 80) - 8)) ]; then say "$line"; line="    "; fi # the clock can't go back over a line that wraps
    while kill -0 $child 2>/dev/null; do
      printf '\r%s%s ' "$line" "$(duration $((SECONDS - start)))"
      sleep 1
    done
    printf '\r'
  else
    say "$what ..."
  fi
  wait $child || status=$?
  trap - INT TERM HUP
  if [ $status -ne 0 ]; then
    say "$what: failed after $(duration $((SECONDS - start)))" >&2
    grep -vE '^\[ERROR\] *$|Help 1|Re-run Maven|To see the full|For more information|After correcting|mvn <args>' "$log" | tail -n 20 | sed 's/^/    /' >&2
    stop "All of it: $log"
  fi
  say "$what: done in $(duration $((SECONDS - start)))"
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

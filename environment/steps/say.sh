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
  "$@" >"$log" 2>&1 </dev/null &
  local child=$!
  trap 'kill_tree '$child'; printf "\n"; exit 130' INT TERM
  if [ -t 1 ]; then
    while kill -0 $child 2>/dev/null; do
      printf '\r%s ... %s ' "$what" "$(duration $((SECONDS - start)))"
      sleep 1
    done
    printf '\r'
  else
    say "$what ..."
  fi
  wait $child || status=$?
  trap - INT TERM
  if [ $status -ne 0 ]; then
    say "$what: failed after $(duration $((SECONDS - start)))" >&2
    grep -vE '^\[ERROR\] *$|Help 1|Re-run Maven|To see the full|For more information|After correcting|mvn <args>' "$log" | tail -n 20 | sed 's/^/    /' >&2
    stop "All of it: $log"
  fi
  say "$what: done in $(duration $((SECONDS - start)))"
}

# A step may have started pip or Maven, which have children of their own.
kill_tree() {
  local child
  for child in $(pgrep -P "$1" 2>/dev/null); do kill_tree "$child"; done
  kill "$1" 2>/dev/null
}

# One set-up at a time. The kernel frees the lock when the process that took it and all the steps that it started have ended, however they ended.

SETUP_LOCK="$FACET_HOME/data/cache/set-up.lock"

# step_unless CHECK WHAT LOG COMMAND...: a step, after any other command's set-up, which may have done what is checked.
step_unless() {
  local check="$1"
  shift
  stop_if_unwritable "$1"
  lock_setup
  "$check" || step "$@"
  unlock_setup
}

# stop_if_unwritable WHAT
stop_if_unwritable() {
  local folder
  for folder in "$FACET_HOME/environment/.venv" "$FACET_HOME/environment/benchmark/.venv" "$FACET_HOME/environment/benchmark/target" "$FACET_HOME/environment/spark/target" "$FACET_HOME/lib/target" "$FACET_HOME/data/cache"; do
    can_write "$folder" || stop "$1: $(id -un) can't use what is there, if anything is, and may not write to $folder.
Ask the owner of this checkout to run environment/facet lab --version there, or copy the checkout to a folder of your own."
  done
}

# The lock is on the open file 9, which the steps inherit; the number in the file is for the sentence alone.
lock_setup() {
  local problem
  make_folder "$FACET_HOME/data/cache"
  { exec 9>>"$SETUP_LOCK"; } 2>/dev/null || stop "Could not open $SETUP_LOCK, which keeps two set-ups apart. Is the disk full, or is it a folder? Remove it and try again."
  problem="$(lock_file_9 -n 2>&1)"
  case $? in
    0) ;;
    1)
      say "Another set-up (process $(cat "$SETUP_LOCK")) is at work; waiting for it."
      lock_file_9 ;;
    *) say "Could not lock $SETUP_LOCK (${problem##*: }). Set-up goes on; start no second one at the same time." ;;
  esac
  printf '%s\n' $$ >"$SETUP_LOCK"
}

unlock_setup() { exec 9>&-; }

# lock_file_9 [-n]: with -n it does not wait, and returns 1 where another process holds the lock. macOS has Perl and no flock.
lock_file_9() {
  if command -v flock >/dev/null; then
    flock "$@" 9
  else
    perl -e 'use Fcntl ":flock"; use Errno; open(my $file, ">>&=", 9) or die "$!\n";
      flock($file, @ARGV ? LOCK_EX | LOCK_NB : LOCK_EX) or $!{EWOULDBLOCK} ? exit 1 : die "$!\n"' -- "$@"
  fi
}

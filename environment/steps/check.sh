# Are Java, Maven and Python here? Where one is missing, say how to get it on this system.

MISSING=""

check_java() {
  find_java && return
  # shellcheck disable=SC2016 # what the user is to type
  missing "a JDK, version 17 or later (a JRE is not enough: notebooks compile Java)" \
    openjdk-17-jdk java-21-openjdk-devel openjdk@21 \
    'then: export JAVA_HOME="$(brew --prefix openjdk@21)/libexec/openjdk.jdk/Contents/Home"'
}

# Before downloads that would end in a kernel without PyTorch, or in one that DJL fetches by itself, unchecked.
check_platform() {
  case "$(uname -s) $(uname -m)" in
    "Linux x86_64" | "Darwin arm64") ;;
    *) stop "DJL's PyTorch comes for Linux (and WSL) on x86-64 and for macOS on Apple silicon, not for $(uname -s) on $(uname -m)." ;;
  esac
}

# Maven, or the wrapper, which downloads Maven and needs unzip to open it.
check_maven() {
  if command -v mvn >/dev/null; then
    MAVEN=mvn
  else
    MAVEN="$FACET_HOME/environment/mvnw"
    command -v unzip >/dev/null || missing "Maven (or unzip, then Facet downloads a Maven of its own)" maven maven maven
  fi
}

check_python() {
  local candidate
  for candidate in python3 python3.14 python3.13 python3.12 python3.11 python3.10 python; do
    command -v "$candidate" >/dev/null || continue
    "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || continue
    BASE_PYTHON="$candidate"
    return
  done
  missing "Python, version 3.10 or later, with venv" "python3 python3-venv" python3 python@3.12
}

# missing WHAT APT DNF BREW [BREW-NOTE]
missing() {
  MISSING="$MISSING
  $1
      $(install_command "$2" "$3" "$4" "$5")"
}

install_command() {
  case "$(uname -s)" in
    Darwin) say "brew install $3${4:+   $4}" ;;
    Linux)
      if command -v apt-get >/dev/null; then say "sudo apt install $1"
      elif command -v dnf >/dev/null; then say "sudo dnf install $2"
      else say "with your system's package manager (Debian: $1; Fedora: $2)"; fi ;;
    *) say "on Windows, use WSL: wsl --install, then there: sudo apt install $1" ;;
  esac
}

stop_if_missing() {
  [ -z "$MISSING" ] || stop "Facet needs, and did not find:$MISSING"
}

# How Facet's Java starts: one place for the notebooks' kernel (start.sh) and the terminal commands (../facet).
# Needs FACET_HOME. find_java sets JAVA; use_jvm_settings sets JVM_OPTIONS and FACET_CLASSPATH and exports the rest.

# The first JDK 17 or later of: JAVA_HOME, the PATH, what macOS knows.
find_java() {
  local home
  for home in "${JAVA_HOME:-}" "$(home_of_java_on_path)" "$(/usr/libexec/java_home -F -v 17+ 2>/dev/null)"; do
    [ -n "$home" ] && [ -x "$home/bin/javac" ] && [ "$(java_version "$home")" -ge 17 ] || continue
    JAVA="$home/bin/java"
    export JAVA_HOME="$home"
    return 0
  done
  return 1
}

# From the link on the PATH, or where that is a version manager's script, from Java itself, which takes a moment to start.
home_of_java_on_path() {
  local java home
  java="$(command -v java)" || return 1
  home="$(readlink -f "$java" 2>/dev/null)"
  home="${home%/bin/java}"
  if [ -f "$home/release" ]; then printf '%s\n' "$home"; return; fi
  "$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# A JDK says it in a file (JAVA_VERSION="17.0.15"), and if asked (openjdk version "17.0.15" 2025-04-15): 17
java_version() {
  local version
  version="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)"
  version="${version:-$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')}"
  echo "${version:-0}"
}

# Sets FACET_CACHE, where downloads and all that can be made again are kept: data/cache, or in a checkout that this user may not write the user's own folder of
# caches. PyTorch's unpacked libraries can only be read by the user who unpacked them.
find_cache() {
  local folder="$FACET_HOME/data/cache" part
  if [ -z "${FACET_CACHE:-}" ]; then
    FACET_CACHE="$folder"
    for part in "$folder" "$folder/home" "$folder/logs" "$folder/djl" "$folder"/djl/pytorch/*; do
      can_write "$part" && continue
      if [ -z "${XDG_CACHE_HOME:-}${HOME:-}" ]; then
        echo "You may not write to $folder, and HOME is not set: set FACET_CACHE to a folder of your own." >&2
        return 1
      fi
      FACET_CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/facet"
      break
    done
  fi
  export FACET_CACHE
}

# can_write PATH: the path, or where it does not exist yet the folder that it would be made in.
can_write() {
  local path="$1"
  until [ -e "$path" ]; do path="$(dirname "$path")"; done
  [ -w "$path" ]
}

# PyTorch's libraries take 450 MB once unpacked; DJL's error does not say that the disk is full.
has_room_for_pytorch() {
  local free
  [ -z "${PYTORCH_LIBRARY_PATH:-}" ] || return 0
  [ -z "$(ls "$ENGINE_CACHE_DIR"/pytorch/*/libtorch_cpu.* 2>/dev/null)" ] || return 0
  free="$(df -Pk "$ENGINE_CACHE_DIR" 2>/dev/null | awk 'NR == 2 { print int($4 / 1024) }')"
  [ "${free:-500}" -ge 500 ] && return
  echo "PyTorch's libraries need 500 MB in $ENGINE_CACHE_DIR, and its disk has $free MB free. Free some space there, or set FACET_CACHE to a folder on another disk." >&2
  return 1
}

use_jvm_settings() {
  find_cache || exit 1
  FACET_CLASSPATH="$FACET_HOME/lib/target/facet.jar:$FACET_HOME/lib/target/dependency/*:$FACET_HOME/environment/kernel"
  export DJL_CACHE_DIR="${DJL_CACHE_DIR:-$FACET_CACHE/djl}"
  export ENGINE_CACHE_DIR="${ENGINE_CACHE_DIR:-$FACET_CACHE/djl}"
  export OPT_OUT_TRACKING=true                            # DJL reports its use otherwise
  export DJL_OFFLINE=true
  export OPENCV_LOG_LEVEL="${OPENCV_LOG_LEVEL:-SILENT}"  # what is wrong with a file, Facet says in a sentence
  use_pytorch || exit 1
  export OMP_NUM_THREADS="${OMP_NUM_THREADS:-$(cores)}"
  export OMP_WAIT_POLICY="${OMP_WAIT_POLICY:-PASSIVE}"    # spinning threads cost a shared machine a factor of five
  use_utf8
  local reason
  reason="$(mkdir -p "$FACET_CACHE/home" "$ENGINE_CACHE_DIR" 2>&1)" ||
    { echo "Could not make a folder in $FACET_CACHE (${reason##*: }): set FACET_CACHE to a folder that you may write." >&2; exit 1; }
  has_room_for_pytorch || exit 1
  # shellcheck disable=SC2206 # FACET_JAVA_OPTS may be several
  JVM_OPTIONS=(
    -ea
    -XX:+UseSerialGC -Xms32m                              # a small heap, with few objects: two collecting threads would only wait
    -XX:MaxRAMPercentage=30                               # images and networks live outside of Java's heap
    -Djava.awt.headless=true
    -Djdk.console=java.base --enable-native-access=ALL-UNNAMED  # Java 22 and later: a log is no terminal, and DJL may load PyTorch
    -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8
    -Duser.language=en -Duser.country=US                  # numbers look the same in every figure
    # Java's font list, JNA's library, a crash's report and a JVM's counters would go to the user's home or to /tmp.
    -Duser.home="$FACET_CACHE/home" -Djna.tmpdir="$FACET_CACHE/home"
    -XX:ErrorFile="$FACET_CACHE/java-crash-%p.log" -XX:+PerfDisableSharedMem
    ${FACET_JAVA_OPTS:-}
  )
  use_allocator                                           # last: it is for Java alone, and nothing but Java starts after it
}

# Physical cores of those that this process may use: PyTorch gains nothing from hyper-threads.
cores() {
  local usable physical quota
  if [ "$(uname -s)" = Darwin ]; then
    sysctl -n hw.perflevel0.physicalcpu 2>/dev/null || sysctl -n hw.physicalcpu
    return
  fi
  usable="$(nproc)"
  physical="$(lscpu -p=CORE,SOCKET 2>/dev/null | grep -v '^#' | sort -u | wc -l)"
  quota="$(awk '$1 != "max" { n = int($1 / $2); print n > 0 ? n : 1 }' /sys/fs/cgroup/cpu.max 2>/dev/null)"
  printf '%s\n' "$usable" "$physical" "$quota" | awk '$1 > 0 && (!least || $1 < least) { least = $1 } END { print least ? least : 1 }'
}

# In a plain C locale Java could not even open a file whose name has an accent.
use_utf8() {
  case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
    *[Uu][Tt][Ff]-8 | *[Uu][Tt][Ff]8) ;;
    *) [ "$(uname -s)" = Darwin ] || export LC_ALL=C.UTF-8 ;;
  esac
}

# PYTORCH_LIBRARY_PATH, as DJL documents it, names a PyTorch that is there, such as one with CUDA; Facet then sets DJL's other two variables. Without it they go:
# DJL would fetch another PyTorch, unchecked, where PYTORCH_VERSION (PyTorch's images set it) names one.
use_pytorch() {
  local folder="${PYTORCH_LIBRARY_PATH:-}" suffix=so needed found flavor=cpu
  if [ -z "$folder" ]; then
    unset PYTORCH_LIBRARY_PATH PYTORCH_VERSION PYTORCH_FLAVOR
    return
  fi
  [ "$(uname -s)" != Darwin ] || suffix=dylib
  needed="$(sed -n 's:.*<pytorch.version>\(.*\)</pytorch.version>.*:\1:p' "$FACET_HOME/pom.xml")"
  if [ ! -f "$folder/libtorch.$suffix" ]; then
    echo "PYTORCH_LIBRARY_PATH is $folder, which holds no libtorch.$suffix. Name the folder torch/lib of a PyTorch $needed, or unset it." >&2
    return 1
  fi
  # A package of PyTorch says its version in the one file, an archive of libtorch in the other.
  found="$(sed -n "s/^__version__ = '\(.*\)'/\1/p" "$folder/../version.py" 2>/dev/null)"
  found="${found:-$(cat "$folder/../build-version" 2>/dev/null)}"
  found="${found:-${PYTORCH_VERSION:-$needed}}"
  if [ "${found%%+*}" != "$needed" ]; then
    echo "PYTORCH_LIBRARY_PATH is $folder, which holds PyTorch $found, and Facet's link to PyTorch fits $needed alone: pip install torch==$needed in an environment of its own." >&2
    return 1
  fi
  [ ! -f "$folder/libtorch_cuda.$suffix" ] || flavor=cu128 # DJL's link to it: for CPUs, or for CUDA 12
  export PYTORCH_VERSION="$needed" PYTORCH_FLAVOR="${PYTORCH_FLAVOR:-$flavor}"
}

MIMALLOC="$FACET_HOME/environment/allocator/.wheel/cmeel.prefix/lib/libmimalloc.so"
FACET_ALLOCATOR="${FACET_ALLOCATOR:-${FACET_JEMALLOC:-}}" # as it was called once

has_allocator() { case "${LD_PRELOAD:-}" in *jemalloc* | *mimalloc* | *tcmalloc*) ;; *) return 1 ;; esac; }

# A quarter of a training step goes into fresh pages of memory unless freed ones are kept: by the system's jemalloc, else by the mimalloc that set-up brings,
# else by glibc told so. What the user preloads stays.
use_allocator() {
  [ "$(uname -s)" = Linux ] || return 0
  has_allocator && return 0
  local library
  [ "$FACET_ALLOCATOR" = off ] || for library in ${FACET_ALLOCATOR:+"$FACET_ALLOCATOR"} /usr/lib/*-linux-gnu/libjemalloc.so.2 /usr/lib64/libjemalloc.so.2 \
    /usr/lib/libjemalloc.so.2 /usr/local/lib/libjemalloc.so.2 "$MIMALLOC"; do
    can_preload "$library" || continue
    export LD_PRELOAD="$library${LD_PRELOAD:+:$LD_PRELOAD}"
    export MALLOC_CONF="${MALLOC_CONF:-thp:always,dirty_decay_ms:-1,muzzy_decay_ms:-1,oversize_threshold:0}" # jemalloc's
    export MIMALLOC_PURGE_DELAY="${MIMALLOC_PURGE_DELAY:--1}"
    return 0
  done
  export MALLOC_MMAP_MAX_="${MALLOC_MMAP_MAX_:-0}" MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-1}"
}

# Not one of another processor's, whose own libraries are missing, or whose path has a space, which divides LD_PRELOAD.
can_preload() {
  local problem
  [ -f "$1" ] && problem="$(LD_PRELOAD="$1" /bin/true 2>&1)" && [ -z "$problem" ]
}

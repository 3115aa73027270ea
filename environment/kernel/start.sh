#!/usr/bin/env bash
# Starts the kernel "Facet (Java)": start.sh FOLDER-OF-JJAVA CONNECTION-FILE
# It is JJava, IJava's successor, in Facet's own main class (java/facet/kernel), which set-up put into a jar beside the kernel spec.

FACET_HOME="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)" || exit 1
export FACET_HOME
. "$FACET_HOME/environment/kernel/jvm.sh"

find_java || { echo "Facet's kernel needs a JDK, version 17 or later; environment/facet lab says how to get it." >&2; exit 1; }
use_jvm_settings

export JJAVA_CLASSPATH="$FACET_CLASSPATH${JJAVA_CLASSPATH:+:$JJAVA_CLASSPATH}"
export JJAVA_STARTUP_SCRIPTS_PATH="$FACET_HOME/environment/kernel/startup.jshell"

exec "$JAVA" "${JVM_OPTIONS[@]}" -Djava.util.logging.config.file="$FACET_HOME/environment/kernel/logging.properties" \
  --add-opens jdk.jshell/jdk.jshell=ALL-UNNAMED -cp "$1/../facet-java/facet-kernel.jar:$1/jjava.jar" facet.kernel.FacetKernel "$2" "$PPID"

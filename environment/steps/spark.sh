# Apache Spark and Facet's module for it (environment/spark), fetched and built on demand: nobody else downloads them.

SPARK="$FACET_HOME/environment/spark"
SPARK_JAR="$SPARK/target/facet-spark.jar"
SPARK_HOME_FOLDER="$SPARK/target/home" # its folder jars is what Spark's workers look for

need_spark() {
  need_library
  is_spark_built && return
  local note=""
  [ -d "$SPARK_HOME_FOLDER/jars" ] || note=" (Maven downloads what it has not yet: up to 230 MB)"
  check_maven; stop_if_missing
  step_unless is_spark_built "Facet on Apache Spark$note" spark.log build_library -Pspark -Dmaven.test.skip=true
}

is_spark_built() {
  [ -f "$SPARK_JAR" ] && [ -z "$(cd "$FACET_HOME" && find environment/spark/src/main environment/spark/pom.xml pom.xml lib/target/facet.jar -newer "$SPARK_JAR" | head -n 1)" ]
}

# asks_for_spark ARGUMENT...
asks_for_spark() {
  local argument
  for argument in "$@"; do
    case "$argument" in --spark | --spark=*) return 0 ;; esac
  done
  return 1
}

# spark_java CLASS ARGUMENT...: what runs on Spark, and Spark itself. Executors find the library where this machine has it.
spark_java() {
  need_spark
  use_jvm_settings
  FACET_CLASSPATH="$SPARK_JAR:$FACET_CLASSPATH"
  JVM_OPTIONS+=(
    "@$SPARK/java-options"
    -Dspark.executor.extraClassPath="$FACET_CLASSPATH"
    -Dorg.slf4j.simpleLogger.log.org.apache.spark="${FACET_SPARK_LOG:-off}" # what went wrong is a sentence of the command
  )
  FACET_CLASSPATH="$FACET_CLASSPATH:$SPARK_HOME_FOLDER/jars/*"
  start_java "$@"
}

# spark_cluster master|worker OPTION...: a cluster without Spark's own distribution. The options are those of Spark's standalone mode.
spark_cluster() {
  local role="${1:-}" class
  case "$role" in
    master) class=org.apache.spark.deploy.master.Master ;;
    worker) class=org.apache.spark.deploy.worker.Worker ;;
    *) wrong_usage "environment/facet spark master, or environment/facet spark worker spark://HOST:7077; environment/spark/README.md says how." ;;
  esac
  shift
  export SPARK_HOME="$SPARK_HOME_FOLDER" SPARK_SCALA_VERSION=2.13 SPARK_WORKER_DIR="${SPARK_WORKER_DIR:-$FACET_CACHE/spark}" FACET_SPARK_LOG="${FACET_SPARK_LOG:-info}"
  spark_java "$class" "$@"
}

test_spark() {
  need_spark
  use_jvm_settings
  # shellcheck disable=SC2086 # FACET_MAVEN_OPTS may be several
  "$MAVEN" -B -f "$FACET_HOME/pom.xml" ${FACET_MAVEN_OPTS:-} -Pspark -pl environment/spark -am test -Dtest='facet.spark.*Test' -Dsurefire.failIfNoSpecifiedTests=false
}

# Sourced by the commands of this folder: builds what is missing or stale, then runs one class.
# shellcheck shell=sh

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(dirname -- "$here")
stamp="$here/target/built"
java=java
if [ -n "${JAVA_HOME:-}" ]; then
  java="$JAVA_HOME/bin/java"
fi

build() {
  if [ ! -f "$stamp" ] || [ ! -f "$root/cart-app/target/poscart.jar" ] || [ -n "$(find "$root"/pom.xml \
    "$root"/*/pom.xml "$root"/*/src/main -type f -newer "$stamp" 2>/dev/null | head -n 1)" ]; then
    echo "benchmarks: building" >&2
    mvn -B -q -f "$root/pom.xml" -Pbenchmarks -pl benchmarks -am -DskipTests \
      -Dspotless.check.skip=true package >&2
    touch "$stamp"
  fi
}

if [ "${1:-}" = --help ]; then
  sed -n '2,/^set /{/^#/s/^# \{0,1\}//p;}' "$0"
  exit 0
fi

# run CLASS WORD...: the reports go to benchmarks/results.
run() {
  build
  mkdir -p "$here/results"
  "$java" -XX:+UseSerialGC -Xmx768m -Dbenchmarks.root="$root" -DLOG_LEVEL=ERROR \
    -cp "$here/target/classes:$here/target/lib/*" "$@"
}

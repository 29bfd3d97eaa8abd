# Runs the service. The launchers of a checkout and of the distribution archive source this file; they set
#   home          the folder of poscart.jar and its libraries (lib)
#   prepare       a function that builds them if they are missing or stale
#   only_prepare  non-empty: prepare class data, start nothing

if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
  java="$JAVA_HOME/bin/java"
elif command -v java >/dev/null 2>&1; then
  java=java
else
  echo "poscart: no Java found (expected: JDK 17 or newer on the PATH or in JAVA_HOME)" >&2
  exit 1
fi

properties=$("$java" -XshowSettings:properties -version 2>&1)
# '17.0.15' gives 17, '1.8.0_402' gives 1, '25-ea' gives 25.
version=$(printf '%s\n' "$properties" | sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p')
if [ "${version:-0}" -lt 17 ]; then
  echo "poscart: Java ${version:-?} found (expected: JDK 17 or newer; set JAVA_HOME)" >&2
  exit 1
fi

prepare

quiet=
if [ "$version" -ge 24 ]; then
  # Netty and SQLite use native code and off-heap memory; newer JDKs would warn of it at each start.
  quiet="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
fi

# Class data that this Java has prepared for this build: loading it takes half of the time to start, or less. Java
# ignores what does not belong to the jar, or to itself.
if [ "$version" -ge 25 ]; then
  make=-XX:AOTCacheOutput use=-XX:AOTCache suffix=aot
else
  make=-XX:ArchiveClassesAtExit use=-XX:SharedArchiveFile suffix=jsa
fi
runtime=$(printf '%s\n' "$properties" | sed -n 's/^ *java\.runtime\.version = //p' | tr -c 'A-Za-z0-9.\n' _)
archives=${POSCART_CLASS_DATA:-$home}
archive="$archives/poscart-$runtime.$suffix"

# Starts the demo store once, with nothing of the caller's settings, and stops it as soon as it listens. A Java that
# cannot prepare class data leaves an empty file, so that it is not asked again.
make_archive() {
  trial=$(mktemp -d) || return 0
  # shellcheck disable=SC2086 # the options are words
  (
    cd "$trial"
    env -i LOG_LEVEL=INFO "$java" $quiet -XX:+UseSerialGC "$make=$archive.$$" \
      -jar "$home/poscart.jar" --port 0 --data-dir "$trial/data" > log 2>&1 &
    echo $! > pid
    wait $! || true
    echo ended >> log
  ) &
  tenths=0
  until [ "$tenths" -ge 300 ] || grep -q -e 'listening on port' -e '^ended$' "$trial/log" 2>/dev/null; do
    sleep 0.1
    tenths=$((tenths + 1))
  done
  kill "$(cat "$trial/pid")" 2>/dev/null || true
  wait
  mv "$archive.$$" "$archive" 2>/dev/null || : > "$archive"
  rm -rf "$trial"
}

is_outdated() {
  [ ! -f "$archive" ] || [ -n "$(find "$home/poscart.jar" "$home/lib" -type f -newer "$archive" | head -n 1)" ]
}

case "${1:-serve}" in
  -h | --help | -V | --version) ;;
  serve | demo | -*)
    if [ -w "$archives" ] && is_outdated; then
      echo "poscart: preparing class data for faster starts" >&2
      make_archive
    fi ;;
esac
if [ -n "${only_prepare:-}" ]; then
  exit 0
fi
share=
if [ -s "$archive" ]; then
  share="$use=$archive"
fi

options=${JAVA_OPTS:--XX:+UseSerialGC -Xmx512m}
if [ "${1:-}" = health ]; then
  # It runs beside the service, whose own options may name a port or a file that only one process can have.
  options="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx64m"
fi

# shellcheck disable=SC2086 # the options are words
exec "$java" $quiet ${share:+"$share"} $options -XX:+ExitOnOutOfMemoryError \
  -Dstdout.encoding=UTF-8 -jar "$home/poscart.jar" "$@"

#!/bin/sh
# Does what the second stage of the Dockerfile does, in a scratch folder and without Docker: copies, records, serves, asks for
# health, stops. Needs what mvn package made. Prints how long the start took.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
file="$root/docker/Dockerfile"
scratch=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; rm -rf "$scratch"' EXIT
server=

# COPY --from=build /build/target/lib lib: what the first stage has under /build lies here under the root
awk '$1 == "COPY" && $2 == "--from=build" { print $3, $4 }' "$file" | while read -r from to; do
  cp -r "$root/${from#/build/}" "$scratch/$to"
done
cd "$scratch"

record=$(awk '$1 == "RUN" && $2 ~ /plainclaim/ { print $2, $3 }' "$file")
[ -n "$record" ] || { echo "the Dockerfile records nothing" >&2; exit 1; }
$record >record.log 2>&1 || { cat record.log >&2; exit 1; }
[ -s plainclaim.aot ] || [ -s plainclaim.jsa ] || { echo "$record kept nothing" >&2; exit 1; }

# the address is that of this machine only: others would need an issuer
PLAINCLAIM_HOST=127.0.0.1
PLAINCLAIM_PORT=${PLAINCLAIM_PORT:-18080}
PLAINCLAIM_DATABASE_URL="jdbc:h2:file:$scratch/data/plainclaim"
export PLAINCLAIM_HOST PLAINCLAIM_PORT PLAINCLAIM_DATABASE_URL
entry=$(sed -n 's/^ENTRYPOINT \["\(.*\)"\]$/\1/p' "$file")
command=$(sed -n 's/^CMD \["\(.*\)"\]$/\1/p' "$file")
health=$(sed -n 's/^    CMD \[\(.*\)\]$/\1/p' "$file" | tr -d '",')
start=$(date +%s%N)
"$entry" "$command" >log 2>&1 &
server=$!
until $health >/dev/null 2>&1; do
  kill -0 "$server" 2>/dev/null || { cat log >&2; echo "the server ended" >&2; exit 1; }
  [ $(($(date +%s%N) - start)) -lt 120000000000 ] || { cat log >&2; echo "the server is not ready in two minutes" >&2; exit 1; }
done
echo "image: ready $((($(date +%s%N) - start) / 1000000)) ms after its start, health asked of a process of its own"
kill -TERM "$server"
wait "$server" || [ $? -eq 143 ] || { cat log >&2; echo "the server did not stop in order" >&2; exit 1; }
server=
echo "image: stopped in order"

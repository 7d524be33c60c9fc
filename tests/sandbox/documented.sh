#!/usr/bin/env bash
# What docs/sandbox.md shows works as it stands there: documented.sh LIAISONCTL SANDBOX.md. Each `curl` line, each fault,
# and each example of a flag that takes no fixed port. R74
set -euo pipefail
binary=$1 page=$2
export no_proxy='*'
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill $server; rm -rf "$folder"' EXIT

fail() { echo "FAILED: $*" >&2; cat "$folder"/* >&2 || true; exit 1; }
# serve ARGUMENTS...: the sandbox of these flags, its control URL in C
serve() {
  "$binary" sandbox "$@" >"$folder/ready" 2>"$folder/errors" &
  server=$!
  for _ in $(seq 600); do
    grep -q control "$folder/ready" && break
    kill -0 $server 2>/dev/null || fail "does not start: $*"
    sleep 0.05
  done
  C=$(tr -d '\n ' <"$folder/ready" | sed 's/.*"control":"\([^"]*\)".*/\1/')
}
stop() { kill $server; wait $server 2>/dev/null || true; server=; }

serve --scale small
cd "$folder"

# The lines of the section on the control URL, in order; each has to be answered with success.
lines=0
while IFS= read -r line; do
  line=${line/#curl/curl -sS -f -o /dev/null}
  # What is sent to a file stays so.
  case $line in *'> world.json'*) line=${line/-o \/dev\/null /} ;; esac
  eval "$line" || fail "$line"
  lines=$((lines + 1))
done < <(grep '^curl .*\$C' "$page" | sed 's/  *#.*//')
[ "$lines" -ge 10 ] || fail "only $lines lines of curl"

faults=0
while IFS= read -r rule; do
  curl -sS -f -o /dev/null -d "$rule" "$C/faults" || fail "$rule"
  faults=$((faults + 1))
done < <(grep -o '{[^{}]*"do":"[a-z-]*"[^{}]*}' "$page")
[ "$faults" -ge 12 ] || fail "only $faults faults"
for kind in status delay hang truncate html empty ratelimit revoke reset reset-after; do
  grep -q "^| \`$kind\` .*{\"do\":\"$kind\"" "$page" || fail "no example of $kind in the table"
done
curl -sS -f -o /dev/null -X DELETE "$C/faults"
stop
cd "$(dirname "$page")/.." # where the paths of the examples begin

flags=0
while IFS= read -r example; do
  case $example in *--port* | *--chat-port* | *1000x60*) continue ;; esac
  eval "serve $example"
  stop
  flags=$((flags + 1))
done < <(sed -n '/^## Flags/,/^## The control URL/p' "$page" | grep '^| `--' | sed 's/.* | `\(--.*\)` |$/\1/;t;d')
[ "$flags" -ge 5 ] || fail "only $flags examples of flags"
echo "$lines lines of curl, $faults faults, $flags flags"

#!/usr/bin/env bash
# Runs a command with a Secret Service of its own: a session bus, an unlocked gnome-keyring, a fresh home.
# Nothing of the keyring of whoever runs the tests is touched.
set -euo pipefail
if [ "${1:-}" != --inside ]; then
  home=$(mktemp -d)
  trap 'rm -rf "$home"' EXIT
  export HOME=$home XDG_RUNTIME_DIR=$home/run XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data
  mkdir -p "$XDG_RUNTIME_DIR" "$XDG_CONFIG_HOME" "$XDG_DATA_HOME/keyrings"
  chmod 700 "$XDG_RUNTIME_DIR"
  dbus-run-session -- bash "$0" --inside "$@" 2> >(grep -v 'Failed to set fd limit' >&2)
  exit
fi
shift
eval "$(printf %s test-password | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null)"
export LIAISON_TEST_KEYRING=1
"$@"

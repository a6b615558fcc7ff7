#!/usr/bin/env bash
# Sends the newest email.eml unchanged through the server named in SMTP_URL, signed in with
# SMTP_USER and SMTP_PASSWORD. TLS is required unless the server is this machine.
set -euo pipefail

to=${1:-}
if [ -z "$to" ]; then
  echo "usage: make email TO=somebody@example.com" >&2
  exit 2
fi
: "${SMTP_URL:?set SMTP_URL, for example smtp://mail.example.com:587}"
eml=$(ls -t Reports/*/email.eml 2>/dev/null | head -n 1 || true)
if [ -z "$eml" ]; then
  echo "tacit: error: no email.eml below Reports; run make audit first" >&2
  exit 3
fi
from=$(sed -n 's/^From: //p' "$eml" | head -n 1 | tr -d '\r')

options=(--fail --silent --show-error --url "$SMTP_URL" --mail-from "$from" --mail-rcpt "$to" --upload-file "$eml")
case "$SMTP_URL" in
smtp://localhost* | smtp://127.* | smtp://\[::1\]*) ;;
*) options+=(--ssl-reqd) ;;
esac
# The password goes in by a file descriptor, so that no list of processes shows it.
if [ -n "${SMTP_USER:-}" ]; then
  curl "${options[@]}" --config <(printf 'user = "%s:%s"\n' "$SMTP_USER" "${SMTP_PASSWORD:-}")
else
  curl "${options[@]}"
fi
echo "$eml sent to $to"

#!/usr/bin/env bash
# Sends the newest email.eml, or the one in EML, unchanged through the server named in SMTP_URL, signed in with
# SMTP_USER and SMTP_PASSWORD. TLS is required unless the server is this machine; SMTP_CACERT names a certificate of
# one's own. The same message goes to the same address once: SEND_AGAIN=yes sends it a second time.
# Exit codes: 0 sent or sent before, 2 wrong use, 3 no message, otherwise curl's (67 sign-in refused, 55 and 56 the
# connection broke, 60 a certificate that cannot be trusted, 64 no TLS).
set -euo pipefail

to=${1:-}
if [ -z "$to" ]; then
  echo "usage: make email TO=somebody@example.com[,somebody.else@example.com]" >&2
  exit 2
fi
case "$to" in *[[:space:]\<\>\"]*)
  echo "tacit: error: '$to' is no list of mail addresses" >&2
  exit 2
  ;;
esac
if [ -z "${SMTP_URL:-}" ]; then
  echo "tacit: error: set SMTP_URL, for example smtp://mail.example.com:587 or smtps://mail.example.com" >&2
  exit 2
fi
eml=${EML:-$(ls -t Reports/*/email.eml 2>/dev/null | head -n 1 || true)}
if [ -z "$eml" ] || [ ! -f "$eml" ]; then
  echo "tacit: error: no email.eml below Reports; run make audit first" >&2
  exit 3
fi
header() { sed -n "s/^$1: //p;/^\r*\$/q" "$eml" | head -n 1 | tr -d '\r'; }

# The message's identifier comes from its content, so that the same report is the same message.
receipts=${RECEIPTS:-Reports/.sent}
receipt="$receipts/$(printf '%s %s' "$(header Message-ID)" "$to" | sha256sum | cut -c 1-32)"
if [ -e "$receipt" ] && [ "${SEND_AGAIN:-}" != yes ]; then
  echo "$eml was sent to $to before ($(cat "$receipt")); SEND_AGAIN=yes sends it again"
  exit 0
fi

options=(--silent --show-error --max-time 120 --url "$SMTP_URL" --mail-from "$(header From)" --upload-file "$eml")
IFS=, read -r -a addresses <<<"$to"
for address in "${addresses[@]}"; do options+=(--mail-rcpt "$address"); done
case "$SMTP_URL" in
smtp://localhost* | smtp://127.* | smtp://\[::1\]*) options+=(--ssl) ;;
*) options+=(--ssl-reqd) ;;
esac
if [ -n "${SMTP_CACERT:-}" ]; then options+=(--ssl-reqd --cacert "$SMTP_CACERT"); fi
# The password goes in by a file descriptor, so that no list of processes shows it.
if [ -n "${SMTP_USER:-}" ]; then
  quoted() { printf '%s' "$1" | sed 's/[\\"]/\\&/g'; }
  curl "${options[@]}" --config <(printf 'user = "%s:%s"\n' "$(quoted "$SMTP_USER")" "$(quoted "${SMTP_PASSWORD:-}")")
else
  curl "${options[@]}"
fi
mkdir -p "$receipts"
date -u +%Y-%m-%dT%H:%M:%SZ >"$receipt"
echo "$eml sent to $to"

#!/usr/bin/env bash
# One audit in a CI job: the report, the step summary and the outputs of the step; exits as tacit does.
# Inputs come by the environment (TACIT_DATA, one path a line, and the rest of action.yml), so that no value of a
# workflow is ever read as a command.
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
binary=${TACIT_BINARY:-$here/.build/release/tacit}
output=${TACIT_OUTPUT:-tacit-report}
options=(--output "$output" --language "${TACIT_LANGUAGE:-en}" --fail-on "${TACIT_FAIL_ON:-never}")
if [ -n "${TACIT_CONFIG:-}" ]; then options+=(--config "$TACIT_CONFIG"); fi
if [ -n "${TACIT_QUARTER:-}" ]; then options+=(--quarter "$TACIT_QUARTER"); fi
if [ "${TACIT_ANONYMIZE:-true}" = true ]; then options+=(--anonymize); fi
if [ -n "${TACIT_BASELINE:-}" ] && [ -f "$TACIT_BASELINE" ]; then options+=(--baseline "$TACIT_BASELINE"); fi

data=()
while IFS= read -r line; do
  if [ -n "$line" ]; then data+=("$line"); fi
done <<<"${TACIT_DATA:?TACIT_DATA names the exports}"

# What the program prints may hold words of an export; a line that begins with :: would be a command to the runner.
status=0
"$binary" audit "${options[@]}" -- "${data[@]}" 2>&1 | sed 's/^::/ ::/' || status=${PIPESTATUS[0]}

case $status in
0) verdict=pass ;;
1) verdict=fail ;;
*) exit "$status" ;;
esac
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat "$output/summary.md" >>"$GITHUB_STEP_SUMMARY"; fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  {
    echo "report=$output"
    echo "verdict=$verdict"
    echo "findings=$(python3 -c 'import json,sys; print(len(json.load(open(sys.argv[1]))["findings"]))' "$output/audit.json")"
    echo "at_risk=$(python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))["company"]["loss"])' "$output/audit.json")"
  } >>"$GITHUB_OUTPUT"
fi
exit "$status"

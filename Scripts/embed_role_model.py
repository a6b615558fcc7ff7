#!/usr/bin/env python3
"""Makes a model file of `tacit train` the built-in one: embed_role_model.py MODEL."""

import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "Sources/Analysis/Classification/PostingModel/BuiltInModelText.swift"


def main():
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    if not text.startswith("tacit-role-model ") or '"""#' in text:
        sys.exit(f"{sys.argv[1]} is no model file of 'tacit train'")
    TARGET.write_text(
        "// swift-format-ignore-file\n"
        "// Written by Scripts/embed_role_model.py from a model file of `tacit train`; see docs/RoleModel.md.\n\n"
        "/// The built-in posting model, a model file as it stands.\n"
        "enum BuiltInModelText {\n"
        '  static let text: StaticString = #"""\n' + text + '"""#\n'
        "}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes the files of Templates/ into the program: embed_templates.py [--check].

A literal compiles in a few milliseconds a kilobyte; `.embedInCode` makes an array of bytes and takes a third of a
second. A bundle of resources would be looked for beside the program or at the place where it was built.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "Sources/Reporting/Templating/TemplateTexts.swift"


def text():
    parts = [
        "// swift-format-ignore-file\n"
        "// Written by Scripts/embed_templates.py from Templates/; `make templates` writes it anew.\n\n"
        "/// The files of `Templates/` as they stand, by their names.\n"
        "enum TemplateTexts {\n"
        "  static let all: [(name: String, text: StaticString)] = [\n"
    ]
    for path in sorted((ROOT / "Templates").iterdir()):
        if path.name.startswith("."):
            continue
        content = path.read_text(encoding="utf-8")
        if '"""##' in content or "\\##(" in content or not content.endswith("\n"):
            sys.exit(f"{path}: cannot be written as a literal")
        parts.append(f'    ("{path.name}", ##"""\n{content}\n"""##),\n')
    parts.append("  ]\n}\n")
    return "".join(parts)


def main():
    if sys.argv[1:] == ["--check"]:
        if TARGET.read_text(encoding="utf-8") != text():
            sys.exit("TemplateTexts.swift is not what Templates/ says; run make templates")
    else:
        TARGET.write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    main()

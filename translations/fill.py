#!/usr/bin/env python3
"""Fills what lupdate left unfinished in translations/liaison_*.ts from the tables ui/**/fr.tsv.

A line of fr.tsv:  source<TAB>context<TAB>French[<TAB>French plural]
`context` is the class ("liaison::ui::MainWindow"; its last part is enough). In `source` and the French, "\\n" is a line
break. With %n the French is the singular (0 and 1) and the fourth field the plural. English needs nothing but
its plurals: "%n room(s)" gives "%n room" and "%n rooms"; other sources give themselves.
French is typed with ordinary spaces: the no-break ones are put in here (guide section 9).
Prints what is still missing and exits 1 then. `--check` writes nothing.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parent.parent
NARROW, WIDE = "\u202f", "\u00a0"


def typography(text):
    text = re.sub(r" ([?!;])", NARROW + r"\1", text)
    text = re.sub(r"(?<=\d) %(?!\w)", NARROW + "%", text)
    text = re.sub(r" (:)", WIDE + r"\1", text)
    text = text.replace("« ", "«" + WIDE).replace(" »", WIDE + "»")
    return text.replace("'", "’")


def tables():
    found = {}
    for path in sorted(ROOT.glob("ui/**/fr.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            fields = [f.replace("\\n", "\n") for f in line.split("\t")]
            if len(fields) not in (3, 4):
                sys.exit(f"{path}:{number}: needs source, context, French and perhaps the plural, separated by tabs")
            source, context, *french = fields
            found[(context.split("::")[-1], source)] = [typography(f) for f in french]
    return found


def english(source, plural):
    if not plural:
        return [source]
    return [re.sub(r"\(s\)", "", source), source.replace("(s)", "s")]


def fill(path, words, is_french, write):
    tree = ET.parse(path)
    missing = []
    changed = False
    for context in tree.getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            target = message.find("translation")
            if target.get("type") not in ("unfinished",):
                continue
            source = message.findtext("source")
            plural = message.get("numerus") == "yes"
            if is_french:
                forms = words.get((name.split("::")[-1], source))
                if forms is None or plural and len(forms) < 2:
                    missing.append(f"{path.name}: {name}: {source!r}" + (" (needs a plural)" if forms else ""))
                    continue
            else:
                forms = english(source, plural)
            for old in list(target):
                target.remove(old)
            target.text = None
            if plural:
                for form in forms[:2]:
                    ET.SubElement(target, "numerusform").text = form
            else:
                target.text = forms[0]
            del target.attrib["type"]
            changed = True
    if changed and write:
        path.write_text(serialised(tree.getroot()), encoding="utf-8")
    return missing


def serialised(root):
    """As lupdate writes, so that the next update changes nothing."""
    def quote(text):
        return escape(text or "", {'"': "&quot;", "'": "&apos;", NARROW: "&#x202f;", WIDE: "&#xa0;"})

    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    attributes = "".join(f' {k}="{quote(v)}"' for k, v in root.attrib.items())
    lines.append(f"<TS{attributes}>")
    for context in root.iter("context"):
        lines += ["<context>", f"    <name>{quote(context.findtext('name'))}</name>"]
        for message in context.iter("message"):
            numerus = ' numerus="yes"' if message.get("numerus") == "yes" else ""
            lines.append(f"    <message{numerus}>")
            for child in message:
                if child.tag == "translation":
                    state = f' type="{child.get("type")}"' if child.get("type") else ""
                    forms = child.findall("numerusform")
                    if forms:
                        lines.append(f"        <translation{state}>")
                        lines += [f"            <numerusform>{quote(f.text)}</numerusform>" for f in forms]
                        lines.append("        </translation>")
                    else:
                        lines.append(f"        <translation{state}>{quote(child.text)}</translation>")
                else:
                    lines.append(f"        <{child.tag}>{quote(child.text)}</{child.tag}>")
            lines.append("    </message>")
        lines.append("</context>")
    lines.append("</TS>")
    return "\n".join(lines) + "\n"


def main():
    write = "--check" not in sys.argv
    words = tables()
    missing = fill(ROOT / "translations/liaison_fr.ts", words, True, write)
    missing += fill(ROOT / "translations/liaison_en.ts", words, False, write)
    print("\n".join(missing))
    sys.exit(1 if missing else 0)


main()

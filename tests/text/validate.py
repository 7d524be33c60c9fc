#!/usr/bin/env python3
"""Checks JSON documents against one of docs/schemas, with the standard library only.

usage: validate.py SCHEMA FILE...      (FILE may be - for standard input)

Exit 0: every document is valid. 1: the first failure of each bad document is printed with its place. 2: the schema or the
arguments are wrong. Only the keywords below are known; any other is an error, so that no rule of a schema is ignored.
"""

import json
import re
import sys

ANNOTATIONS = {"$schema", "$id", "$comment", "$defs", "title", "description"}
KEYWORDS = {"type", "enum", "const", "properties", "required", "additionalProperties", "patternProperties", "items",
            "oneOf", "anyOf", "$ref", "pattern", "minimum", "maximum"}
TYPES = {
    "null": lambda v: v is None,
    "boolean": lambda v: isinstance(v, bool),
    "string": lambda v: isinstance(v, str),
    "integer": lambda v: isinstance(v, int) and not isinstance(v, bool) or isinstance(v, float) and v.is_integer(),
    "number": lambda v: isinstance(v, (int, float)) and not isinstance(v, bool),
    "array": lambda v: isinstance(v, list),
    "object": lambda v: isinstance(v, dict),
}


class SchemaError(Exception):
    """The schema itself is wrong."""


class Failure(Exception):
    """A document does not follow the schema; `place` is a path such as $.steps[3].kind."""

    def __init__(self, place, reason):
        super().__init__(f"{place}: {reason}")
        self.place = place


def unique(pairs):
    out = {}
    for key, value in pairs:
        if key in out:
            raise ValueError(f"the key {key!r} appears twice in one object")
        out[key] = value
    return out


def not_a_number(text):
    raise ValueError(f"{text} is not JSON")


def parse(text):
    return json.loads(text, object_pairs_hook=unique, parse_constant=not_a_number)


def compiled(pattern):
    """The patterns are those of ECMAScript, where $ is the very end: Python's also stands before a last line feed."""
    return re.compile(re.sub(r"(?<!\\)\$$", r"\\Z", pattern))


def short(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:57] + "..."


def same(a, b):
    """Equality of JSON: true is not 1, 1 is 1.0."""
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[k], b[k]) for k in a)
    return a == b


def member(place, key):
    return f"{place}.{key}" if re.fullmatch(r"\w+", key) else f"{place}[{json.dumps(key, ensure_ascii=False)}]"


class Validator:
    def __init__(self, schema):
        self.root = schema
        self.inspect(schema, "#")

    def inspect(self, schema, place):
        """Refuses, before any document is read, what `check` would not honour."""
        if isinstance(schema, bool):
            return
        if not isinstance(schema, dict):
            raise SchemaError(f"{place} is not a schema")
        for key, value in schema.items():
            if key not in KEYWORDS and key not in ANNOTATIONS:
                raise SchemaError(f"{place}: the keyword {key} is not known")
            if key == "type":
                for name in value if isinstance(value, list) else [value]:
                    if name not in TYPES:
                        raise SchemaError(f"{place}: there is no type {name}")
            elif key == "$ref":
                self.resolve(value, place)
            elif key in ("properties", "patternProperties", "$defs"):
                for name, child in value.items():
                    self.inspect(child, f"{place}/{key}/{name}")
                    if key == "patternProperties":
                        compiled(name)
            elif key in ("items", "additionalProperties"):
                self.inspect(value, f"{place}/{key}")
            elif key in ("oneOf", "anyOf"):
                for index, child in enumerate(value):
                    self.inspect(child, f"{place}/{key}/{index}")
            elif key == "pattern":
                compiled(value)

    def resolve(self, ref, place):
        name = ref.removeprefix("#/$defs/")
        if name == ref or name not in self.root.get("$defs", {}):
            raise SchemaError(f"{place}: {ref} leads nowhere")
        return self.root["$defs"][name]

    def check(self, value, schema, place="$"):
        if schema is True:
            return
        if schema is False:
            raise Failure(place, "nothing is allowed here")
        if "$ref" in schema:
            self.check(value, self.resolve(schema["$ref"], place), place)
        if "type" in schema:
            names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
            if not any(TYPES[name](value) for name in names):
                raise Failure(place, f"{short(value)} is not of type {' or '.join(names)}")
        if "const" in schema and not same(value, schema["const"]):
            raise Failure(place, f"{short(value)} is not {short(schema['const'])}")
        if "enum" in schema and not any(same(value, allowed) for allowed in schema["enum"]):
            raise Failure(place, f"{short(value)} is not one of {', '.join(map(short, schema['enum']))}")
        if "pattern" in schema and isinstance(value, str) and not compiled(schema["pattern"]).search(value):
            raise Failure(place, f"{short(value)} does not match {schema['pattern']}")
        if "minimum" in schema and TYPES["number"](value) and value < schema["minimum"]:
            raise Failure(place, f"{value} is less than {schema['minimum']}")
        if "maximum" in schema and TYPES["number"](value) and value > schema["maximum"]:
            raise Failure(place, f"{value} is more than {schema['maximum']}")
        if isinstance(value, dict):
            self.check_object(value, schema, place)
        if isinstance(value, list) and "items" in schema:
            for index, item in enumerate(value):
                self.check(item, schema["items"], f"{place}[{index}]")
        if "anyOf" in schema:
            self.check_choice(value, schema["anyOf"], place, exactly_one=False)
        if "oneOf" in schema:
            self.check_choice(value, schema["oneOf"], place, exactly_one=True)

    def check_object(self, value, schema, place):
        for key in schema.get("required", []):
            if key not in value:
                raise Failure(place, f"the key {key} is missing")
        properties = schema.get("properties", {})
        patterns = schema.get("patternProperties", {})
        for key, item in value.items():
            known = False
            if key in properties:
                known = True
                self.check(item, properties[key], member(place, key))
            for pattern, child in patterns.items():
                if compiled(pattern).search(key):
                    known = True
                    self.check(item, child, member(place, key))
            if not known and "additionalProperties" in schema:
                if schema["additionalProperties"] is False:
                    raise Failure(place, f"the key {json.dumps(key, ensure_ascii=False)} is not allowed")
                self.check(item, schema["additionalProperties"], member(place, key))

    def check_choice(self, value, choices, place, exactly_one):
        failures = []
        for choice in choices:
            try:
                self.check(value, choice, place)
            except Failure as failure:
                failures.append(failure)
        fitting = len(choices) - len(failures)
        if fitting == 0:
            # The branch that went deepest is the one that was meant.
            deepest = max(failures, key=lambda failure: len(failure.place))
            if deepest.place != place:
                raise deepest
            raise Failure(place, "; ".join(str(failure).removeprefix(place + ": ") for failure in failures))
        if exactly_one and fitting > 1:
            raise Failure(place, f"{short(value)} fits {fitting} of the alternatives, not one")


def load(path):
    if path == "-":
        return parse(sys.stdin.read())
    with open(path, encoding="utf-8") as file:
        return parse(file.read())


def main(arguments):
    if len(arguments) < 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    try:
        validator = Validator(load(arguments[0]))
    except (OSError, ValueError, SchemaError, re.error) as error:
        print(f"{arguments[0]}: {error}", file=sys.stderr)
        return 2
    bad = False
    for path in arguments[1:]:
        try:
            validator.check(load(path), validator.root)
        except (OSError, ValueError, Failure) as error:
            print(f"{path}: {error}", file=sys.stderr)
            bad = True
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

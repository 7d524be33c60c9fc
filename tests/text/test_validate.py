#!/usr/bin/env python3
"""The validator against small schemas, and every schema of docs/schemas against documents of the design."""

import copy
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
SCHEMAS = HERE.parent.parent / "docs" / "schemas"
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

from validate import Failure, SchemaError, Validator, parse  # noqa: E402

SHA = "0123456789abcdef" * 4
KINDS = ["create-account", "create-room", "unarchive", "set-retention", "add", "promote", "demote", "remove", "archive"]
PERSON = {"moodle": 7, "chat": None, "username": "zoé"}
STEP = {"id": "0123456789abcdef", "kind": "add", "site": "main", "course": 42, "cmid": 1207, "room": "r7Kx",
        "person": PERSON, "before": None, "after": "member", "reason": None, "cause": "left", "certainty": "certain"}
LINK = {"site": "main", "course": 42, "shortname": "ALG LIN", "fullname": "Algèbre linéaire", "cmid": 1207,
        "state": "drift", "source": "companion", "room": "r7Kx", "roomName": "a1_ALG_1207", "expected": 31,
        "members": 30, "add": 1, "promote": 0, "demote": 0, "remove": 0, "guests": 2, "findings": None,
        "unknownReason": None}

DOCUMENTS = {
    "error": {"error": {"code": "timeout", "text": "Le serveur n’a pas répondu.", "remedy": ""}},
    "plan": {
        "format": "liaison-plan", "version": 1, "plan": SHA, "origin": "diff", "classes": ["add", "promote"],
        "servers": {"moodle": {"main": "https://moodle.example.org"}, "chat": "https://chat.example.org"},
        "basedOn": SHA,
        "steps": [STEP,
                  {**STEP, "kind": "create-account", "cmid": None, "room": None},
                  {**STEP, "kind": "set-retention", "person": None, "before": {},
                   "after": {"enabled": True, "overrideGlobal": True, "maxAge": 90, "filesOnly": False}}],
        "withheld": [{**STEP, "kind": "remove", "before": "member", "after": None, "rule": "no-right",
                      "detail": "kick-user-from-any-p-room"}],
        "findings": [{"code": "no-account", "site": "main", "course": 42, "cmid": 1207, "room": "r7Kx",
                      "person": PERSON}],
        "unknown": [{"site": "main", "course": 42, "cmid": 8, "room": None, "reason": "moodle-down"}],
        "counts": {**{kind: 0 for kind in KINDS}, "withheld": 1, "findings": 1, "unknown": 1,
                   "notSelected": {"remove": 3}},
        "noise": {"messages": 1, "notifications": 1}},
    "apply": {"run": "r1", "planned": 2, "done": 1, "skipped": 0, "stale": 1, "failed": 0,
              "steps": [{"id": "0123456789abcdef", "outcome": "done", "detail": None},
                        {"id": "0123456789abcdee", "outcome": "stale", "outcomeText": "Périmé", "detail": "already-so",
                         "detailText": "Déjà fait"}]},
    "courses": {"links": [LINK, {**LINK, "state": "unknown", "stateText": "Inconnu", "unknownReason": "chat-down",
                                 "unknownReasonText": "Chat injoignable", "members": None}],
                "totals": {"links": 2, "drift": 1, "unknown": 1, "add": 1}},
    "show": {"links": [{**LINK, "people": [
        {"person": PERSON, "expected": "member", "observed": None, "kind": "add", "kindText": "Ajouter", "rule": None},
        {"person": PERSON, "expected": None, "observed": "moderator", "kind": "protected", "rule": None}]}]},
    "runs": {"runs": [{"run": "r1", "plan": SHA, "startedAt": "2026-11-20T08:00:00Z", "by": "mlopez", "state": "partly",
                       "done": 1, "skipped": 0, "stale": 1, "failed": 0}]},
    "sandbox-ready": {"moodle": {"url": "http://127.0.0.1:8080/moodle", "token": "t"},
                      "moodles": [{"id": "annexe", "url": "http://127.0.0.1:8080/annexe", "token": "t"}],
                      "rocketchat": {"url": "http://127.0.0.1:8080/chat", "userId": "u", "token": "t"},
                      "control": "http://127.0.0.1:8080/control/9f"},
    "requests": {"requests": [
        {"n": 1, "at": "2026-11-20T08:00:00.123Z", "server": "moodle", "site": "main", "method": "POST",
         "path": "/webservice/rest/server.php", "function": "core_webservice_get_site_info", "status": 200,
         "write": False},
        {"n": 2, "at": "2026-11-20T08:00:01Z", "server": "rocketchat", "site": None, "method": "POST",
         "path": "/api/v1/groups.invite", "function": None, "status": None, "write": True}]},
    "world": {
        "format": "liaison-world", "version": 1, "now": "2026-11-20T08:00:00Z",
        "moodle": [{
            "id": "main", "version": "4.5", "companion": True, "capabilities": ["moodle/course:view"],
            "plugin": {"account": "u0", "format": "{$a->moodleid}_{$a->courseshortname}_{$a->moduleid}",
                       "replacements": [["/\\/s/", "_"]], "regex": "/[^0-9a-zA-Z-_.]/",
                       "moderatorRoles": ["editingteacher"], "memberRoles": ["student"]},
            "reports": [{"id": 1, "source": "roles", "titles": {"role": "role"}, "activeOnly": True}],
            "categories": [{"id": 1, "parent": 0, "name": "Sciences"}],
            "roles": [{"id": 3, "shortname": "editingteacher", "name": ""}],
            "roleAssignments": [{"person": 7, "role": "manager", "category": 0}],
            "people": [{"id": 7, "username": "zoe", "firstname": "Zoé", "lastname": "D’Almeida",
                        "email": "zoe@example.org", "idnumber": "", "suspended": False, "deleted": False}],
            "courses": [{"id": 42, "category": 1, "shortname": "ALG LIN", "fullname": "Algèbre", "visible": True,
                         "groupmode": 1, "created": "2026-09-01T00:00:00Z", "groups": [{"id": 1, "name": "TD 1"}],
                         "enrolments": [{"person": 7, "roles": ["student"], "status": "active", "method": "manual",
                                         "start": None, "groups": [1]}],
                         "activities": [{"cmid": 1207, "name": "Salon", "visible": True, "visibleOnCoursePage": True,
                                         "room": None, "moderatorRoles": ["editingteacher"],
                                         "memberRoles": ["student"],
                                         "retention": {"enabled": True, "maxAge": 90, "filesOnly": False,
                                                       "excludePinned": True}}]}],
            "recycleBin": [{"cmid": 9, "course": 42, "name": "Salon", "room": "r9", "kind": "course",
                            "deleted": "2026-11-01T00:00:00Z", "expires": "2026-11-08T00:00:00Z"}],
            "restoreTasks": [{"id": 1, "requester": 7, "status": -1, "course": None, "enrolmentMode": 2}],
            "runner": {"running": False, "lastRun": None, "disabled": False}}],
        "rocketchat": {
            "version": "7.10", "apiUser": "u0", "settings": {"RetentionPolicy_Enabled": True, "API_Upper_Count_Limit": 100},
            "grants": {"view-room-administration": ["admin"]}, "presence": "changing",
            "users": [{"id": "u0", "username": "moodle", "name": "Moodle", "active": True, "roles": ["bot"],
                       "type": "bot"}],
            "rooms": [{"id": "r7Kx", "name": "x", "type": "p", "creator": "u0", "archived": False, "encrypted": False,
                       "topic": "", "customFields": {"any": [1]}, "retention": {"enabled": True, "maxAge": 30},
                       "newestMessage": "2026-11-19T00:00:00Z",
                       "members": [{"user": "u0", "roles": ["owner"]}],
                       "events": [{"at": "2026-11-19T00:00:00Z", "type": "role+", "user": "u0", "by": "u0"}]}]}},
    # The defaults of the design, section 8.
    "config": {
        "format": "liaison-config", "version": 1, "name": "", "environment": "test", "readOnly": False,
        "moodle": [{"id": "main", "url": "", "ca": None, "pluginAccount": None, "namePrefix": None}],
        "chat": {"kind": "rocketchat", "url": "", "user": "", "ca": None, "connections": 6},
        "proxy": None, "hours": None, "scope": {"categories": [], "courses": ["12", "annexe:3"], "expression": None},
        "policy": {
            "source": "auto", "preset": "plugin", "inactiveEnrolment": None, "suspendedAccount": "keep",
            "roles": {"site": {"moderator": ["editingteacher", "teacher"], "member": ["student"]},
                      "categories": {"4": {}}, "courses": {"annexe:3": {"member": []}}, "activities": {"1207": {}}},
            "groups": {"12": []},
            "identity": {"rule": "lower", "pattern": None, "replace": None, "exceptions": {"zoe": "zdalmeida"}},
            "exclude": ["bbot"], "apiAccounts": ["u0"], "createAccounts": False, "pendingMinutes": 30,
            "timeline": False, "measureRetention": False, "retention": {"default": None},
            "thresholds": {"roomPercent": 20, "roomFloor": 5, "roomMax": 25, "roomHalfFrom": 4, "runMax": 200}}},
}

# What the program printed once, shortened to two elements a list.
for printed in sorted((pathlib.Path(__file__).parent.parent / "data" / "documents").glob("*.json")):
    DOCUMENTS[printed.stem] = json.loads(printed.read_text(encoding="utf-8"))


def objects(value, path=()):
    """Every place in a document where an object is."""
    if isinstance(value, dict):
        yield path
        for key, item in value.items():
            yield from objects(item, path + (key,))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from objects(item, path + (index,))


def at(document, path):
    for key in path:
        document = document[key]
    return document


# Objects whose keys are free: a site, a setting, a login; what chat rooms carry in customFields.
FREE = {"moodle", "settings", "grants", "titles", "customFields", "exceptions", "any"}


# A configuration inside another document is that of config.json.
def embedded(path):
    return "config" in path


# Rows of the journal may be older than a field; `profile token` prints what the command was about.
def may_lack(name, path):
    return (name == "journal" and path and path[-1] in ("body", "servers", "decisions")) or (name == "tokens" and not path)


class Documents(unittest.TestCase):
    def test_every_schema_has_a_document(self):
        self.assertEqual({path.stem for path in SCHEMAS.glob("*.json")}, set(DOCUMENTS))

    def test_documents_are_valid(self):
        for name, document in DOCUMENTS.items():
            with self.subTest(name):
                validator = Validator(parse((SCHEMAS / f"{name}.json").read_text(encoding="utf-8")))
                validator.check(document, validator.root)

    def test_unknown_keys_are_refused_everywhere(self):
        for name, document in DOCUMENTS.items():
            validator = Validator(parse((SCHEMAS / f"{name}.json").read_text(encoding="utf-8")))
            for path in objects(document):
                if path and path[-1] in FREE and not (name == "sandbox-ready") or embedded(path):
                    continue
                changed = copy.deepcopy(document)
                at(changed, path)["surprise key"] = 1
                with self.subTest(f"{name} {path}"), self.assertRaises(Failure):
                    validator.check(changed, validator.root)

    def test_required_keys(self):
        """In what the program prints every key is there; a world or a configuration may leave nearly all out."""
        for name in set(DOCUMENTS) - {"world", "config"}:
            validator = Validator(parse((SCHEMAS / f"{name}.json").read_text(encoding="utf-8")))
            for path in objects(DOCUMENTS[name]):
                if path and (path[-1] in ("moodle", "notSelected", "totals", "before", "after") and name != "sandbox-ready"):
                    continue
                if embedded(path) or may_lack(name, path):
                    continue
                for key in at(DOCUMENTS[name], path):
                    if key.endswith("Text") or key in ("detail", "totals") and name in ("plan", "show"):
                        continue
                    changed = copy.deepcopy(DOCUMENTS[name])
                    del at(changed, path)[key]
                    with self.subTest(f"{name} {path} {key}"), self.assertRaises(Failure):
                        validator.check(changed, validator.root)
        for name in ("world", "config"):
            validator = Validator(parse((SCHEMAS / f"{name}.json").read_text(encoding="utf-8")))
            validator.check({"format": f"liaison-{name}", "version": 1}, validator.root)

    def test_plans_hold_no_text(self):
        validator = Validator(parse((SCHEMAS / "plan.json").read_text(encoding="utf-8")))
        plan = copy.deepcopy(DOCUMENTS["plan"])
        plan["steps"][0]["kindText"] = "Ajouter"
        with self.assertRaises(Failure) as caught:
            validator.check(plan, validator.root)
        self.assertIn("$.steps[0]", str(caught.exception))


class Rules(unittest.TestCase):
    def valid(self, schema, value):
        Validator(schema).check(value, schema)

    def invalid(self, schema, value, place="$"):
        with self.assertRaises(Failure) as caught:
            Validator(schema).check(value, schema)
        self.assertEqual(caught.exception.place, place)

    def test_types(self):
        self.valid({"type": "integer"}, 3)
        self.valid({"type": "integer"}, 3.0)
        self.invalid({"type": "integer"}, 3.5)
        self.invalid({"type": "integer"}, True)
        self.invalid({"type": "number"}, False)
        self.valid({"type": ["string", "null"]}, None)
        self.invalid({"type": ["string", "null"]}, 0)

    def test_values(self):
        self.invalid({"const": 1}, True)
        self.valid({"const": 1}, 1)
        self.invalid({"enum": ["a", "b"]}, "c")
        self.invalid({"pattern": "^a+$"}, "ab")
        self.invalid({"pattern": "^a+$"}, "a\n")
        self.valid({"pattern": "^a+$"}, 7)
        self.invalid({"minimum": 0}, -1)

    def test_objects(self):
        schema = {"properties": {"a": {"type": "integer"}}, "patternProperties": {"^x": {"type": "string"}},
                  "required": ["a"], "additionalProperties": False}
        self.valid(schema, {"a": 1, "xy": "z"})
        self.invalid(schema, {"xy": "z"})
        self.invalid(schema, {"a": 1, "b": 2})
        self.invalid(schema, {"a": 1, "x y": 2}, '$["x y"]')
        self.invalid({"additionalProperties": {"type": "integer"}}, {"k": "v"}, "$.k")

    def test_lists_and_references(self):
        schema = {"items": {"$ref": "#/$defs/n"}, "$defs": {"n": {"type": "integer"}}}
        self.valid(schema, [1, 2])
        self.invalid(schema, [1, "2"], "$[1]")

    def test_choices(self):
        schema = {"anyOf": [{"type": "null"}, {"type": "object", "properties": {"a": {"type": "integer"}}}]}
        self.valid(schema, None)
        self.invalid(schema, {"a": "x"}, "$.a")
        self.invalid({"oneOf": [{"type": "integer"}, {"minimum": 0}]}, 3)
        self.valid({"oneOf": [{"type": "integer"}, {"type": "string"}]}, 3)

    def test_schemas_are_checked(self):
        for schema in ({"maxLength": 3}, {"$ref": "#/$defs/none"}, {"type": "int"}, {"items": {"format": "uri"}}):
            with self.subTest(schema), self.assertRaises(SchemaError):
                Validator(schema)


class Command(unittest.TestCase):
    def run_on(self, text, schema="error"):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "document.json"
            path.write_text(text, encoding="utf-8")
            return subprocess.run([sys.executable, HERE / "validate.py", SCHEMAS / f"{schema}.json", path],
                                  capture_output=True, text=True, timeout=30, check=False)

    def test_exit_codes(self):
        self.assertEqual(self.run_on(json.dumps(DOCUMENTS["error"])).returncode, 0)
        bad = self.run_on('{"error":{"code":"nonsense","text":"x","remedy":""}}')
        self.assertEqual(bad.returncode, 1)
        self.assertIn("document.json: $.error.code: \"nonsense\" is not one of", bad.stderr)
        self.assertEqual(self.run_on("{").returncode, 1)
        self.assertEqual(self.run_on('{"error":1,"error":2}').returncode, 1)
        self.assertEqual(self.run_on("NaN").returncode, 1)
        self.assertEqual(self.run_on("{}", schema="no-such-schema").returncode, 2)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""R76: each point of docs/management-page.md names a test that exists; docs/scope.md says what is left to others."""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
POINT = re.compile(r"^\| (.+) \| (.+) \| `(tests/[\w/.]+)` (\w+) \|$", re.MULTILINE)


class Checklist(unittest.TestCase):
    def test_every_point_is_kept_by_a_test(self):
        page = (ROOT / "docs" / "management-page.md").read_text(encoding="utf-8")
        rows = [line for line in page.splitlines() if line.startswith("| ")][1:]
        points = POINT.findall(page)
        self.assertEqual(len(points), len(rows), "a row does not name its test")
        for _, _, name, function in points:
            with self.subTest(name + " " + function):
                source = (ROOT / name).read_text(encoding="utf-8")
                self.assertRegex(source, rf"\bvoid {function}\(\);|\bvoid {function}\(\)\n|::{function}\(\)")


# What people ask for and the page has to answer: the row, and words of the answer.
ASKED = {
    "R244": "managing files",
    "R248": "the place from which the rooms of courses are administered",
    "R257": "BigBlueButton",
    "R262": "Slack",
    "R263": "Microsoft Teams",
    "R267": "Whaller",
    "R272": "MongoDB",
    "R277": "Jitsi",
}


class Scope(unittest.TestCase):
    def test_what_is_left_to_others_is_said(self):
        page = (ROOT / "docs" / "scope.md").read_text(encoding="utf-8")
        for row, words in ASKED.items():
            with self.subTest(row):
                self.assertIn(words, page)

    def test_no_connector_that_the_page_denies(self):
        profile = (ROOT / "docs" / "schemas" / "config.json").read_text(encoding="utf-8")
        for name in ("slack", "teams", "whaller", "mongodb"):
            self.assertNotIn(name, profile.lower())


if __name__ == "__main__":
    unittest.main()

"""Scores an implementation in Python against the cases that the package ships.

    python3 score.py FOLDER [MODULE]

FOLDER holds the cases (dist/vectors of the package); MODULE has one function for each rule that it implements, named as the rule is
and called with the facts and the policy's departures: it gives the outcome and the detail.
"""

import importlib
import json
import pathlib
import sys


def score(cases, decide):
    """How many cases an implementation gets right, and what it says of the others."""
    wrong = []
    for case in cases:
        if case["outcome"] == "undetermined":
            expected = ("undetermined", None)
        else:
            expected = (case["outcome"], case["detail"])
        try:
            found = decide(case["facts"], case.get("policy", {}))
        except Exception as error:  # an implementation that breaks is wrong in that case, and in no other
            found = (type(error).__name__, None)
        if found != expected:
            wrong.append(f"  {case['clause']}: {case['name']}\n    {found[0]}, {found[1]}; and not {expected[0]}, {expected[1]}")
    return len(cases) - len(wrong), wrong


def main(folder, module="notice"):
    implementation = importlib.import_module(module)
    listed = json.loads((pathlib.Path(folder) / "index.json").read_text())["files"]
    failed = 0
    for entry in (entry for entry in listed if hasattr(implementation, entry.get("rule", ""))):
        cases = json.loads((pathlib.Path(folder) / entry["file"]).read_text())["vectors"]
        right, wrong = score(cases, getattr(implementation, entry["rule"]))
        print(f"{entry['rule']}: {right} of {len(cases)}", *wrong, sep="\n")
        failed += len(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

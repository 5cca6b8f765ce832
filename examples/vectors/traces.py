"""Scores an implementation of the whole programme, in Python, against the traces that the package ships.

    python3 traces.py FILE [MODULE]

FILE is dist/vectors/traces.jsonl of the package. MODULE has a class Case, made from a registration and the readings that are not the
standard ones; send(event) tells whether the event is accepted, and stage is where the case is then: after a restart, the new case.
"""

import importlib
import json
import sys


def first_wrong(trace, make):
    """The first answer of an implementation that is not the policy's, in words with its clause; none where all are right."""
    case = make(trace["registration"], trace["readings"])
    said = lambda accepted, stage: f"{'accepted' if accepted else 'refused'}, at {stage}"
    for index, step in enumerate(trace["steps"]):
        try:
            found = said(case.send(step["event"]), case.stage)
        except Exception as error:  # an implementation that breaks is wrong in that trace, and in no other
            found = type(error).__name__
        expected = said(step["accepted"], step["stage"])
        if found != expected:
            before = [each["event"]["type"] for each in trace["steps"][:index] if each["accepted"]]
            event = step["event"]
            return step["clause"], before, f"{event['type']} on {event.get('at', event.get('on'))}: {found}; and not {expected}"
    return None


def main(path, module="lifecycle"):
    make = importlib.import_module(module).Case
    with open(path, encoding="utf-8") as lines:
        next(lines)  # what the traces are, and what they were made from
        answers = [first_wrong(json.loads(line), make) for line in lines]
    wrong = sorted((each for each in answers if each is not None), key=lambda each: (each[0], len(each[1])))
    print(f"traces: {len(answers) - len(wrong)} of {len(answers)}")
    for clause in dict.fromkeys(each[0] for each in wrong):
        own = [each for each in wrong if each[0] == clause]
        _, before, told = own[0]
        print(f"  {clause}: wrong in {len(own)}; the shortest:\n    after {', '.join(before) or 'the registration'}\n    {told}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

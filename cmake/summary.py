"""summary.py [--broken N] JUNIT...: adds up what `ctest --output-junit` wrote.

Prints each skipped test with its reason, then "N passed, N failed, N skipped". A
test that could not be run (its program is missing) has failed; so have the N steps
that gave no results. Exit status 1 if something failed.
"""

import argparse
import re
import sys
import xml.etree.ElementTree as ElementTree

# googletest puts the reason on the line below, unittest behind the test's name.
REASONS = [r"^\S+:\d+: Skipped\n(.+)$", r"skipped ['\"](.+)['\"]$"]


def outcome(case):
    """passed, failed or skipped, and what the test said."""
    said = case.findtext("system-out") or ""
    if case.get("status") == "run":
        return "passed", said
    skipped = case.find("skipped")
    message = skipped.get("message", "") if skipped is not None else ""
    by_itself = message.startswith(("SKIP_REGULAR_EXPRESSION", "SKIP_RETURN_CODE"))
    if by_itself or case.get("status") == "disabled":
        return "skipped", said
    return "failed", said


def reasons(said):
    found = [text for pattern in REASONS
             for text in re.findall(pattern, said, re.MULTILINE)]
    return "; ".join(dict.fromkeys(found)) or "no reason given"


def main(broken, paths):
    counts = {"passed": 0, "failed": broken, "skipped": 0}
    for path in paths:
        for case in ElementTree.parse(path).iter("testcase"):
            which, said = outcome(case)
            counts[which] += 1
            if which == "skipped":
                print(f"skipped: {case.get('name')}: {reasons(said)}")
    print(", ".join(f"{count} {which}" for which, count in counts.items()))
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--broken", type=int, default=0, metavar="N")
    parser.add_argument("junit", nargs="*")
    arguments = parser.parse_args()
    sys.exit(main(arguments.broken, arguments.junit))

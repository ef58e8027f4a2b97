"""tidy.py BUILD FOLDER...: clang-tidy over the sources below FOLDERs.

A source whose text, project headers, command and .clang-tidy are those of its
last clean run is left out; BUILD/tidy.json remembers them. Needs a finished
Ninja build with the Clang that clang-tidy belongs to. Exit status 1: found
something.
"""

import concurrent.futures
import hashlib
import json
import os
import subprocess
import sys

TIDY = "clang-tidy-19"
SOURCE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def included(build):
    """{object: project files that it was made of}, as Ninja knows it."""
    listing = subprocess.run(["ninja", "-C", build, "-t", "deps"], check=True,
                             capture_output=True, text=True).stdout
    files, now = {}, []
    for line in listing.splitlines():
        if line.startswith("    "):
            path = os.path.normpath(os.path.join(build, line.strip()))
            if path.startswith(SOURCE + os.sep):
                now.append(path)
        elif ": #deps" in line:
            now = files.setdefault(line.split(": #deps")[0], [])
    return files


def fingerprint(entry, files):
    digest = hashlib.sha256(entry["command"].encode())
    for path in sorted({entry["file"], f"{SOURCE}/.clang-tidy", *files}):
        with open(path, "rb") as file:
            digest.update(path.encode() + b"\0" + file.read())
    return digest.hexdigest()


def check(build, path):
    done = subprocess.run([TIDY, "--quiet", "-p", build, path],
                          stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return path, done.returncode, done.stdout or done.stderr


def wanted(build, folders):
    """{source: fingerprint}; of several commands the first counts."""
    with open(f"{build}/compile_commands.json", encoding="utf-8") as file:
        entries = json.load(file)
    files, sources = included(build), {}
    for entry in entries:
        inside = os.path.relpath(entry["file"], SOURCE)
        if inside.split(os.sep)[0] in folders and entry["file"] not in sources:
            output = entry.get("output") or entry["command"].split(" -o ")[1].split()[0]
            sources[entry["file"]] = fingerprint(entry, files.get(output, []))
    return sources


def main(build, *folders):
    build = os.path.abspath(build)
    memory, clean = f"{build}/tidy.json", {}
    if os.path.exists(memory):
        with open(memory, encoding="utf-8") as file:
            clean = json.load(file)
    sources = wanted(build, folders)
    todo = [path for path, print_ in sources.items() if clean.get(path) != print_]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        for path, status, said in pool.map(lambda path: check(build, path), todo):
            if status == 0:
                clean[path] = sources[path]
            else:
                failed += 1
                print(said, flush=True)
    with open(memory, "w", encoding="utf-8") as file:
        json.dump(clean, file)
    print(f"clang-tidy: {len(todo)} of {len(sources)} sources, {failed} with findings")
    return 1 if failed else 0


sys.exit(main(*sys.argv[1:]))

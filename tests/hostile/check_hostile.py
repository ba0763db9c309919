#!/usr/bin/env python3
"""Indexes the files of make_hostile.py and holds the command to its promise.

check_hostile.py MINUTES [--scale N] [--each]: every file ends indexed or skipped with a reason, the sound documents beside them are found, the index is
sound, and nothing was written outside. --each also indexes every file alone, within 20 s of processor time and 512 MB."""
import argparse
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

MOST_SECONDS, MOST_MEGABYTES = 20, 512
faults = []


def run(command, **more):
    """Exit code, output, seconds of processor time, and megabytes at most of one of its processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False, **more)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss >> 10


def indexed(minutes, index, path):
    done, seconds, megabytes = run([minutes, "index", "--index", str(index), str(path), "--format", "json"], timeout=600)
    if done.returncode != 0:
        faults.append(f"{path}: exit {done.returncode}: {done.stderr[-300:]}")
        return {"skipped": []}, seconds, megabytes
    return json.loads(done.stdout), seconds, megabytes


def check_all(minutes, folder, work):
    summary, seconds, megabytes = indexed(minutes, work / "index", folder)
    skipped = summary["skipped"]
    for entry in skipped:
        if not entry["reason"].strip():
            faults.append(f"{entry['path']}: skipped without a reason")
    found = subprocess.run([minutes, "search", "--index", str(work / "index"), "neighbourly lamps", "--limit", "all", "--format", "jsonl"], capture_output=True, text=True, check=False).stdout
    paths = {json.loads(line)["source"]["path"].rsplit("/", 1)[-1] for line in found.splitlines()}
    for name in ("neighbour-a.txt", "neighbour-z.txt", "year-1969.txt", "year-2100.txt", "new\nline.txt", "-rf", "deep.txt",
                 *(f"neighbour-in-{archive}.txt" for archive in ("bomb", "many", "escape", "twice", "outer-nest", "locked"))):
        if name not in paths and not any(entry["path"].endswith(name) and "deep" in name for entry in skipped):
            faults.append(f"{name!r} was harmed: it is not found")
    for escaped in ("/tmp/minutes-escaped", "/etc/minutes-escaped"):
        if os.path.exists(escaped):
            faults.append(f"{escaped} was written")
    sound = subprocess.run([minutes, "check", "--index", str(work / "index")], capture_output=True, text=True, check=False)
    if sound.returncode != 0:
        faults.append(f"the index is not sound: {sound.stdout}{sound.stderr}")
    again, _, _ = indexed(minutes, work / "index", folder)
    if again.get("added") != 0 or again.get("changed") != 0:
        faults.append(f"the second run reads again: {again.get('added')} added, {again.get('changed')} changed")
    print(f"all: {len(skipped)} skipped, {seconds:.1f} s, largest process {megabytes} MB", flush=True)


def check_each(minutes, folder, work):
    for path in sorted(folder.iterdir()):
        if not path.is_file() or path.is_symlink():
            continue
        child = os.fork()  # so that its usage is that of this file alone
        if child == 0:
            faults.clear()
            summary, seconds, megabytes = indexed(minutes, work / f"one-{os.getpid()}", path)
            reason = summary["skipped"][0]["reason"] if summary["skipped"] else "indexed"
            print(f"{seconds:6.1f} s {megabytes:5} MB  {path.name[:40]!r}: {reason}", flush=True)
            print("".join(fault + "\n" for fault in faults), end="", flush=True)
            os._exit(1 if faults or seconds > MOST_SECONDS or megabytes > MOST_MEGABYTES else 0)
        if os.waitpid(child, 0)[1] != 0:
            faults.append(f"{path.name!r} failed, or took more than {MOST_SECONDS} s or {MOST_MEGABYTES} MB")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("minutes")
    parser.add_argument("--scale", default="100")
    parser.add_argument("--each", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="minutes-hostile-") as name:
        work = pathlib.Path(name)
        maker = pathlib.Path(__file__).parent / "make_hostile.py"
        subprocess.run([sys.executable, str(maker), str(work / "files"), "--scale", given.scale], check=True)
        check_all(given.minutes, work / "files", work)
        if given.each:
            check_each(given.minutes, work / "files", work)
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Reads the exports of a folder with readers that are not ours, and holds each against the JSON Lines of the same passages.

formats_check.py FOLDER SCHEMA: FOLDER holds what formats_test.cpp wrote, SCHEMA is docs/minutes.schema.json. Prints what is wrong; exits
with 1 if anything is."""
import csv
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

import feedparser
import jsonschema

folder, schema_file = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
faults = []
ATOM = "{http://www.w3.org/2005/Atom}"
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
MINE = "{urn:minutes:atom:1}"
XML_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def check(truth, message):
    if not truth:
        faults.append(message)


def lines(name):
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


def rows(name, **dialect):
    with open(folder / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True, **dialect))


def folded(text):
    """White space and control characters as exports have them."""
    return " ".join(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", "\ufffd", text).split())


def unguarded(cell):
    return cell[1:] if re.match("'+[=+\\-@\t\r\n]", cell) else cell


def tables():
    passages = lines("export.jsonl")
    for name, dialect in (("export.csv", {}), ("export.tsv", {"delimiter": "\t", "quoting": csv.QUOTE_NONE})):
        table = rows(name, **dialect)
        check(len(table) == len(passages), f"{name}: {len(table)} rows for {len(passages)} passages")
        for row, passage in zip(table, passages):
            where = f"{name} {passage['id']}"
            check(None not in row and None not in row.values(), f"{where}: a row of another length")
            check(row["id"] == passage["id"], f"{where}: id {row['id']}")
            check(row["format"] == "minutes-search/1", f"{where}: format {row['format']}")
            check(not any((cell or "").startswith(tuple("=+-@\t\r\n")) for cell in row.values()), f"{where}: a formula")
            check(folded(unguarded(row["text"])) == folded(passage["text"]), f"{where}: text differs")
            check(row["sha256"] == passage["source"]["sha256"], f"{where}: sha256 differs")
            spans = [[int(n) for n in span.split("-")] for span in row["spans"].split(";")]
            check(spans == passage["source"]["parts"], f"{where}: spans differ")
    return passages


def sources(passages):
    """The spans are those of the files, which the test keeps in UTF-8 with Unix line ends."""
    for passage in passages:
        text = pathlib.Path(passage["source"]["path"]).read_bytes()
        joined = b" ".join(text[begin:end] for begin, end in passage["source"]["parts"] if end > begin).decode()
        check(" ".join(joined.split()) == " ".join(passage["text"].split()), f"{passage['id']}: the source says {joined[:60]!r}")
        for quote in passage["quotes"]:
            exact = b" ".join(text[begin:end] for begin, end in quote["at"]).decode()
            check(exact == quote["exact"], f"{passage['id']}: the quote {quote['exact']!r} is {exact!r} in the source")
            check(len(quote["prefix"]) <= 32 and len(quote["suffix"]) <= 32, f"{passage['id']}: a long context")
            check(quote["prefix"] + quote["exact"] + quote["suffix"] in passage["text"], f"{passage['id']}: a context that is not there")


def closed(node):
    """The schema with no member allowed that it does not name, so that a new one cannot be forgotten there."""
    if isinstance(node, list):
        return [closed(one) for one in node]
    if not isinstance(node, dict):
        return node
    shut = {key: closed(value) for key, value in node.items()}
    return {**shut, "additionalProperties": False} if "properties" in node and "required" in node and "allOf" not in node else shut


def shapes():
    """Every JSON document and line is of the shape that docs/minutes.schema.json gives its format, and each of these shapes was tried."""
    schema = json.loads(schema_file.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(closed(schema))
    tried = set()
    for file in sorted(folder.iterdir()):
        if file.suffix not in (".json", ".jsonl", ".popolo", ".manifest"):
            continue
        text = file.read_text(encoding="utf-8")
        for number, document in enumerate([json.loads(line) for line in text.splitlines()] if file.suffix == ".jsonl" else [json.loads(text)], 1):
            tried.add(document["format"])
            for error in validator.iter_errors(document):
                faults.append(f"{file.name} {number}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
                break
    known = {name for name in schema["$defs"] if name.startswith("minutes-")}
    check(tried == known, f"shapes without a document: {known - tried}; documents without a shape: {tried - known}")


def popolo():
    """References lead somewhere, and the rows for spreadsheets are the memberships."""
    data = json.loads((folder / "people.popolo").read_text(encoding="utf-8"))
    persons, bodies = ({one["id"]: one for one in data[name]} for name in ("persons", "organizations"))
    posts = {post["id"] for post in data["posts"]}
    for body in bodies.values():
        check(body["parent_id"] is None or bodies[body["parent_id"]]["classification"] == "council", f"popolo: {body} has no council above it")
    for one in data["memberships"]:
        check(one["person_id"] in persons and one["organization_id"] in {None, *bodies} and one["post_id"] in {None, *posts}, f"popolo: {one} leads nowhere")
    for event in data["events"]:
        seen = event["attendees"] + event["minutes"]["apologies"] + event["minutes"]["not_listed"]
        check(seen and all(persons[who["id"]]["name"] == who["name"] for who in seen), f"popolo: nobody, or somebody else, at {event['id']}")
    for name, dialect in (("people.csv", {}), ("people.tsv", {"delimiter": "\t", "quoting": csv.QUOTE_NONE})):
        table = rows(name, **dialect)
        check([(row["person_id"], row["role"], folded(unguarded(row["post"])), int(row["turns"])) for row in table] ==
              [(one["person_id"], one["role"], folded(one["label"] or ""), one["minutes"]["turns"]) for one in data["memberships"]], f"{name}: other rows than memberships")
        check(all(row["format"] == "minutes-people/1" for row in table), f"{name}: format")


def summaries():
    """Counts, coverage, absence and roles: rows that say what they are and hold what the JSON holds."""
    for name, rows_of in (("count", lambda json: json["cells"] + [json["all"]]), ("coverage", lambda json: json["committees"]), ("absent", lambda json: json["meetings"]),
                          ("roles", lambda json: [title for role in json["roles"] for title in role["titles"]])):
        expected = rows_of(json.loads((folder / f"{name}.json").read_text(encoding="utf-8")))
        for file, dialect in ((f"{name}.csv", {}), (f"{name}.tsv", {"delimiter": "\t", "quoting": csv.QUOTE_NONE})):
            table = rows(file, **dialect)
            check(len(table) == len(expected) > 1, f"{file}: {len(table)} rows for {len(expected)}")
            for row, values in zip(table, expected):
                check(None not in row and None not in row.values(), f"{file}: a row of another length")
                check(list(row)[-1] == "format" and row["format"] == f"minutes-{name}/1", f"{file}: format {row['format']}")
                for key in row.keys() & values.keys():
                    if isinstance(values[key], str):
                        check(folded(unguarded(row[key])) == folded(values[key]), f"{file}: {key} {row[key]} for {values[key]}")
    counted, whole = lines("count.jsonl"), json.loads((folder / "count.json").read_text(encoding="utf-8"))
    for row in counted:
        check((row.pop("format"), row.pop("version")) == ("minutes-count-row", 1), "count.jsonl: another format")
    check([row.pop("row") for row in counted] == ["cell"] * len(whole["cells"]) + ["all"], "count.jsonl: other rows")
    check(counted == whole["cells"] + [whole["all"]], "count.jsonl: other values than in count.json")


def vertical(passages):
    words, depth, found = {}, [], []
    for number, line in enumerate((folder / "export.vrt").read_text(encoding="utf-8").split("\n")[:-1], 1):
        check(not XML_FORBIDDEN.search(line), f"vrt line {number}: a character that XML forbids")
        if line.startswith("</"):
            check(depth and depth.pop() == line[2:-1], f"vrt line {number}: {line} closes nothing")
        elif line.startswith("<"):
            element = ET.fromstring(line[:-1] + "/>")
            depth.append(element.tag)
            if element.tag == "passage":
                found.append(element.get("id"))
                words[found[-1]] = []
        else:
            cells = line.split("\t")
            check(depth == ["corpus", "meeting", "item", "passage"], f"vrt line {number}: a token outside a passage")
            check(len(cells) == 3 and all(cells), f"vrt line {number}: {len(cells)} columns")
            words[found[-1]].append(ET.fromstring(f"<w>{cells[0]}</w>").text)
    check(not depth, f"vrt: {depth} left open")
    check(found == [passage["id"] for passage in passages], "vrt: other passages than in JSON Lines")
    for passage in passages:
        check("".join(words.get(passage["id"], [])) == "".join(folded(passage["text"]).split()), f"vrt {passage['id']}: other words")


def atom(name, jsonl):
    feed, hits = ET.parse(folder / name).getroot(), lines(jsonl)
    check(feed.tag == ATOM + "feed", f"{name}: no feed")
    for tag in ("id", "title", "updated", "author"):
        check(len(feed.findall(ATOM + tag)) == 1, f"{name}: not one {tag}")
    entries, ids = feed.findall(ATOM + "entry"), set()
    check(len(entries) == len(hits), f"{name}: {len(entries)} entries for {len(hits)} hits")
    for entry, hit in zip(entries, hits):
        for tag in ("id", "title", "updated"):
            check(len(entry.findall(ATOM + tag)) == 1, f"{name}: an entry without one {tag}")
        check(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", entry.findtext(ATOM + "updated")), f"{name}: {entry.findtext(ATOM + 'updated')}")
        ids.add(entry.findtext(ATOM + "id"))
        source = entry.find(MINE + "source")
        check(source.get("passage") == hit["id"] and source.get("sha256") == hit["source"]["sha256"], f"{name} {hit['id']}: another source")
        quotes = [quote.text for quote in entry.findall(MINE + "quote")]
        expected = [folded(quote["exact"]) for quote in hit.get("quotes", [hit.get("quote")])]
        check([folded(quote) for quote in quotes] == expected, f"{name} {hit['id']}: quotes {quotes}")
    check(len(ids) == len(entries), f"{name}: two entries of one id")
    read = feedparser.parse((folder / name).read_bytes())
    check(not read.bozo and read.version == "atom10", f"{name}: {read.version} {read.get('bozo_exception')}")
    check([(e.id, e.title, e.updated) for e in read.entries] ==
          [(e.findtext(ATOM + "id"), " ".join(e.findtext(ATOM + "title").split()), e.findtext(ATOM + "updated")) for e in entries],
          f"{name}: a feed reader reads other entries")


def debate():
    root = ET.parse(folder / "meeting.akn").getroot()
    shown = json.loads((folder / "meeting.json").read_text(encoding="utf-8"))["passages"]
    check(root.tag == AKN + "akomaNtoso", "akn: no akomaNtoso")
    declared = {element.get("eId") for element in root.iter() if element.tag in (AKN + "TLCPerson", AKN + "TLCRole", AKN + "TLCOrganization")}
    identified = [element.get("eId") for element in root.iter() if element.get("eId")]
    check(len(identified) == len(set(identified)), "akn: an eId twice")
    for element in root.iter():
        for name in ("by", "as", "source"):
            check(element.get(name) is None or element.get(name)[1:] in declared, f"akn: {name}={element.get(name)} is not declared")
    body = root.find(f"{AKN}debate/{AKN}debateBody")
    check([child.tag for child in root.find(AKN + "debate")] == [AKN + "meta", AKN + "debateBody"], "akn: other parts than meta and debateBody")
    speeches = body.findall(f".//{AKN}speech")
    check(speeches and all(s.get("class") == "reported" and s.get("by") and s.find(AKN + "from") is not None for s in speeches), "akn: a speech without by, from or class")
    text = "".join("".join(body.itertext()).split())
    for passage in shown:
        check("".join(folded(passage["text"]).split()) in text, f"akn: {passage['id']} is missing")


for part in (lambda: sources(tables()), lambda: vertical(lines("export.jsonl")), lambda: atom("search.atom", "search.jsonl"),
             lambda: atom("mentions.atom", "mentions.jsonl"), debate, summaries,
             shapes, popolo):
    part()
print("\n".join(faults[:20]))
sys.exit(1 if faults else 0)

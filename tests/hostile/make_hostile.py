#!/usr/bin/env python3
"""Writes files that are meant to harm a reader of documents.

make_hostile.py FOLDER [--scale N]: N (from 1 to 100, 100 unless told) is how large the large ones are, in hundredths. Beside them lie two sound
documents, neighbour-a.txt and neighbour-z.txt, which must be indexed whatever becomes of the rest."""
import argparse
import io
import os
import pathlib
import random
import socket
import struct
import warnings
import zipfile
import zlib

MEETING = "Quarry Panel\n\nMinutes of the meeting held on 3 May 2021\n\n1. KILNS\n\nThe Clerk reported that the kiln was cold.\n\n"
NEIGHBOUR = "Larkmere Council\n\nMinutes of the %s Panel held on 4 May 2021\n\n1. LAMPS\n\nThe Chair reported that the neighbourly lamps were lit.\n"
WORD_TYPE = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" '
             'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
WORD = ('<?xml version="1.0"?>%s<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>')


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(body, doctype="", more=()):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", WORD_TYPE)
        archive.writestr("word/document.xml", WORD % (doctype, body))
        for name, data in more:
            archive.writestr(name, data)
    return out.getvalue()


def pdf(objects, root=1, trailer=""):
    """A PDF of these objects, numbered from 1, with a sound cross-reference table."""
    out, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, trailer.encode(), start)


def stream(data, entries=b""):
    packed = zlib.compress(data)
    return b"<</Length %d/Filter/FlateDecode%s>>\nstream\n" % (len(packed), entries) + packed + b"\nendstream"


def page_pdf(content, more=(), resources=b"/Font<</F 5 0 R>>"):
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<" + resources + b">>>>", stream(content),
                b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", *more])


def html(n):
    yield "nested-div.html", b"<html><body>" + b"<div>" * n(1_000_000) + MEETING.encode()
    yield "font-soup.html", b"<html><body>" + b"<font><b><i><u>" * n(30_000) + MEETING.encode()
    yield "attributes.html", b"<html><body><p " + b" ".join(b'a%d="x"' % i for i in range(n(100_000))) + b">kiln</p></body></html>"
    yield "comment.html", b"<html><!--" + b"x" * n(5_000_000) + b"--><body><p>kiln</p></body></html>"
    yield "nuls.html", b"<html><body>" + b"<\0p>\0k\0i\0l\0n\0</\0p>" * n(20_000) + b"</body></html>"
    yield "script-soup.html", b"<html><body>" + b"<script>if(a<b){'</scr'+'ipt>'}</script><style></sty le>" * n(20_000) + b"<p>kiln</p></body></html>"
    yield "entities.html", b"<html><body><p>" + b"&amp;&#x41;&nosuch;&#99999999;" * n(100_000) + b"</p></body></html>"
    yield "doctype.html", b"<!DOCTYPE html [" + b"".join(b'<!ENTITY e%d "%s">' % (i, b"&e%d;" % (i - 1) * 10 if i else b"x" * 100) for i in range(12)) + b"]><html><body>&e11;</body></html>"
    yield "charsets.html", '<html><head><meta charset="utf-16"><meta charset="windows-1252"></head><body><p>kiln – café</p></body></html>'.encode()
    yield "utf7.html", b'<html><head><meta charset="utf-7"></head><body><p>+ADw-script+AD4-</p></body></html>'
    yield "one-node.html", b"<html><body><p>" + b"kiln and lamp " * n(3_500_000) + b"</p></body></html>"
    yield "tables.html", b"<html><body>" + b"<table><tr><td>" * n(50_000) + b"kiln"


def text(n):
    yield "no-newline.txt", b"kiln " * n(10_000_000)
    yield "one-word.txt", b"k" * n(10_000_000)
    yield "all-ff.txt", b"\xff" * n(1_000_000)
    yield "surrogates.txt", MEETING.encode() + b"\xed\xa0\x80" * 1000 + b"\n"
    yield "nuls.txt", b"\0".join(MEETING.encode()[i:i + 1] for i in range(len(MEETING)))
    yield "utf16-odd.txt", b"\xff\xfe" + MEETING.encode("utf-16-le") + b"x"
    yield "marks.txt", b"\xef\xbb\xbf" * 10_000 + MEETING.encode()
    yield "overrides.txt", (MEETING + "\u202egnp.exe\u2066" * n(10_000)).encode()
    yield "zalgo.txt", (MEETING + "k" + "\u0301\u0316" * 200_000).encode()  # not scaled: what is quadratic in these takes minutes
    yield "zalgo-apart.txt", (MEETING + "k" + "\u0f73" * 200_000).encode()  # each is two marks once it is normalised
    yield "headings.txt", "".join(f"{i}. KILNS\n\n" for i in range(n(200_000))).encode()
    yield "brackets.md", b"[" * n(500_000) + b"kiln" + b"](" * n(100_000)
    yield "emphasis.md", b"*a **b " * n(200_000)
    yield "quotes.md", b"> " * n(200_000) + b"kiln\n" + b"`" * n(300_000)
    yield "captions.txt", b"WEBVTT\n\n" + b"00:00:01.000 --> 00:00:00.000\nkiln\n\n" * n(100_000)
    yield "mail.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n" + b"--b\nContent-Type: multipart/mixed; boundary=\"b\"\n\n" * n(50_000)
    rng = random.Random(7)
    yield "noise.txt", bytes(rng.randrange(32, 255) for _ in range(n(1_000_000)))


def office(n):
    yield "bomb.docx", docx(paragraph("kiln " * n(60_000_000)))
    yield "members.docx", docx(paragraph("kiln"), more=[(f"word/m{i}", b"") for i in range(n(100_000))])
    yield "escape.docx", docx(paragraph("kiln"), more=[("../../../../tmp/minutes-escaped", b"escaped"), ("/etc/minutes-escaped", b"escaped")])
    laughs = "<!DOCTYPE w [" + "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "ha" * 50}">' for i in range(10)) + "]>"
    yield "laughs.docx", docx(paragraph("&l9;"), doctype=laughs)
    yield "outside.docx", docx(paragraph("&x;"), doctype='<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
    yield "nested.docx", docx("<w:tbl><w:tr><w:tc>" * n(50_000) + paragraph("kiln"))
    sound = docx(paragraph("kiln"))
    at = sound.rfind(b"PK\x01\x02")
    yield "lying.docx", sound[:at + 20] + struct.pack("<II", 0xFFFFFFF0, 0xFFFFFFF0) + sound[at + 28:]
    yield "encrypted.docx", sound[:6] + struct.pack("<H", 1) + sound[8:]
    for part in (4, 100, len(sound) // 2, len(sound) - 10):
        yield f"cut-{part}.docx", sound[:part]
    inner = sound
    for _ in range(8):
        inner = docx(paragraph("kiln"), more=[("word/inner.docx", inner)])
    yield "zip-in-zip.docx", inner


def zipped(members):
    """A zip of these (name, bytes); names may stand twice."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def archives(n):
    def neighbour(name):
        return (f"neighbour-in-{name}.txt", NEIGHBOUR % f"Archived {name}")

    yield "bomb.zip", zipped([neighbour("bomb"), ("bomb.txt", "kiln " * n(60_000_000)), ("text.txt", MEETING)])
    yield "many.zip", zipped([neighbour("many")] + [(f"{i}.txt", "") for i in range(n(100_000))])
    yield "escape.zip", zipped([("../../../../tmp/minutes-escaped", "escaped"), ("/etc/minutes-escaped", "escaped"), ("C:\\minutes-escaped", "escaped"), neighbour("escape")])
    yield "twice.zip", zipped([neighbour("twice"), ("a.txt", MEETING), ("a.txt", "other"), ("\x1b[31m\n.txt", MEETING)])
    inner = zipped([neighbour("nest")])
    for _ in range(8):
        inner = zipped([("inner.zip", inner), neighbour("outer-nest")])
    yield "nest.zip", inner
    sound = zipped([neighbour("locked"), ("locked.txt", MEETING)])
    at, listed = sound.find(b"PK\x03\x04", 4), sound.rfind(b"PK\x01\x02")
    locked = bytearray(sound)
    locked[at + 6] |= 1
    locked[listed + 8] |= 1
    yield "locked.zip", bytes(locked)
    rng = random.Random(8)
    for kind, data in (("words", bytes(rng.randrange(97, 122) for _ in range(n(1_000_000)))), ("bombs", b"k" * 3_000_000)):
        shared = zipped([("00000.txt", data)])  # and 9,999 files that are these bytes of the archive
        row, end = shared.rfind(b"PK\x01\x02"), shared.rfind(b"PK\x05\x06")
        rows = b"".join(shared[row:end].replace(b"00000", b"%05d" % i) for i in range(9_999))
        yield f"shared-{kind}.zip", shared[:row] + rows + b"PK\x05\x06\0\0\0\0" + struct.pack("<HHIIH", 9_999, 9_999, len(rows), row, 0)
    for part in (30, len(sound) // 2, len(sound) - 10):
        yield f"cut-{part}.zip", sound[:part]


def pdfs(n):
    yield "operators.pdf", page_pdf(b"BT /F 9 Tf " + b"1 0 Td (kiln) Tj " * n(2_000_000) + b"ET")
    yield "paints.pdf", page_pdf(b"q 1 0 0 1 0 0 cm Q " * n(5_000_000))
    yield "recursive.pdf", page_pdf(b"/X Do", more=[stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")], resources=b"/XObject<</X 6 0 R>>")
    yield "page-loop.pdf", pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>"])
    yield "length.pdf", pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Length 2 0 R>>\nstream\nx\nendstream"])
    yield "script.pdf", pdf([b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL('http://x'))>>>>", b"<</Type/Pages/Kids[]/Count 0>>"])
    yield "encrypted.pdf", pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"],
                               trailer="/Encrypt<</Filter/Standard/V 1/R 2/P -44/O<00>/U<00>>>/ID[<00><00>]")
    yield "no-table.pdf", b"%PDF-1.5\n" + b"1 0 obj<</Type/Catalog>>endobj\n" * n(100_000)
    sound = page_pdf(b"BT /F 12 Tf 50 700 Td (The Clerk reported that the kiln was cold.) Tj ET")
    for part in range(9, len(sound), max(1, len(sound) // 6)):
        yield f"cut-{part:04}.pdf", sound[:part]
    yield "bomb.pdf", page_pdf(b" " * n(400_000_000))


def odd_places(folder, n):
    """What a folder may hold that is no file, or has no ordinary name."""
    (folder / "loop").symlink_to(folder)
    (folder / "outside").symlink_to("/etc")
    (folder / "zero.txt").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        here = os.getcwd()
        os.chdir(folder)
        server.bind("socket.txt")
        os.chdir(here)
    for name in (b"-rf", b"new\nline.txt", b"\x1b[31mred.txt", b"caf\xe9.txt", b"n" * 251 + b".txt", "\u202etxt.exe".encode()):
        pathlib.Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(NEIGHBOUR % ("Odd " + name.hex()[:12]), encoding="utf-8")
    os.link(folder / "neighbour-a.txt", folder / "zz-hard-link.txt")
    for name, time in (("year-1969.txt", -86400), ("year-2100.txt", 4102444800)):
        (folder / name).write_text(NEIGHBOUR % name, encoding="utf-8")
        os.utime(folder / name, (time, time))
    with open(folder / "giant-line.txt", "wb") as file:
        file.truncate(n(1 << 30))
    deep = folder
    for _ in range(15):
        deep = deep / ("d" * 200)
        deep.mkdir()
    (deep / "deep.txt").write_text(NEIGHBOUR % "Deep", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--scale", type=int, default=100)
    given = parser.parse_args()

    def n(count):
        return max(1, count * given.scale // 100)

    given.folder.mkdir(parents=True)
    for letter in "az":
        (given.folder / f"neighbour-{letter}.txt").write_text(NEIGHBOUR % letter.upper(), encoding="utf-8")
    for family in (html, text, office, archives, pdfs):
        for name, data in family(n):
            (given.folder / name).write_bytes(data)
    odd_places(given.folder, n)


if __name__ == "__main__":
    main()

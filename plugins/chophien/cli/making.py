"""Adding a record to a commune's folder, and making the folder of a new commune."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from string import Template
from typing import NamedTuple

import chophien
from chophien import model, sources, text
from chophien.build.freshness import today

from . import schemas, units, wheels
from .console import Console, shown
from .pictures import placeholder
from .run import MARKER, Asked, Usage

SCAFFOLD = Path(__file__).parent.parent / "data" / "scaffold"
REFUSED = 6
"""Exit code of a safety stop."""

PICTURE = "minh-hoa.png"
HANDBOOK = "so-tay.md"
"""Every message carries a code that is looked up there; a commune has it beside its own files, without a network."""


class Made(NamedTuple):
    """One kind of record: its Vietnamese alias, its file and whether a drawn picture lies beside it."""

    alias: str
    file: str
    picture: bool = False


KINDS = {
    "product": Made("san-pham", "products/{id}/product.yaml", picture=True),
    "producer": Made("nguoi-lam", "content/producers/{id}.yaml"),
    "place": Made("dia-diem", "content/places/{id}/index.md", picture=True),
    "event": Made("su-kien", "content/events/{id}/index.md"),
    "trip": Made("hanh-trinh", "content/trips/{id}/index.md"),
    "need": Made("can-mua-can-ban", "content/demand/{id}.yaml"),
    "news": Made("tin", "content/news/{id}.md"),
    "page": Made("trang", "content/pages/{id}.md"),
}
"""What can be added to a commune's folder."""

EXAMPLES = (
    ("producer", "Nhóm nghề ví dụ", "nhom-nghe-vi-du"),
    ("product", "Giỏ tre ví dụ", "gio-tre-vi-du"),
    ("place", "Xóm Bản Mẫu (ví dụ)", "xom-ban-mau"),
    ("event", "Hội xuân ví dụ", "hoi-xuan-vi-du"),
    ("news", "Trang của xã đã mở (tin ví dụ)", "trang-da-mo"),
)
"""The records of a new commune: kind, name, id."""


def new(asked: Asked) -> int:
    """Add a record, or make a commune's folder."""
    kind, name = asked.words
    name = text.nfc(" ".join(name.split()))
    known = {**{made.alias: key for key, made in KINDS.items()}, "xa": "commune", "commune": "commune"}
    wanted = known.get(text.slug(kind), text.slug(kind))
    if wanted == "commune":
        return _new_commune(asked, name)
    if wanted not in KINDS:
        choices = ", ".join((*KINDS, "commune"))
        raise Usage(asked.console.word("bad-choice", found=kind, choices=choices))
    if not (asked.root / MARKER).is_file():
        asked.console.say("no-commune", folder=asked.root)
        return 2
    return _new_record(asked, wanted, name)


def _new_record(asked: Asked, kind: str, name: str) -> int:
    console, root = asked.console, asked.root
    id = text.slug(name, 60)
    if len(id) < 2:
        raise Usage(console.word("no-name", name=name))
    read = sources.load(root, sources.Unit("commune", "commune", MARKER))
    if not isinstance(read.record, model.Commune):
        console.mistakes(read.found)
        return 3
    values = _values(read.record)
    if kind == "product":
        makers = sorted(path.stem for path in (root / "content" / "producers").glob("*.y*ml"))
        if asked.producer and asked.producer not in makers:
            raise Usage(console.word("unknown-producer", found=asked.producer))
        if not makers:
            console.say("no-producer")
            return 2
        values["producer"] = asked.producer or makers[0]
    files = record(kind, id, name, values)
    for file in files:
        there = root / file
        beside = list(there.parent.glob("index.*")) if there.stem == "index" else []
        if there.exists() or beside:
            console.say("exists", file=file)
            return REFUSED
    write(root, files)
    console.say("made", names=", ".join(files))
    console.say("made-next")
    return 0


def record(kind: str, id: str, name: str, values: Mapping[str, str]) -> dict[str, bytes]:
    """Fill the template of one kind of record; paths are relative to the commune's folder."""
    made = KINDS[kind]
    file = made.file.format(id=id)
    own = {"name": quoted(name), "sku": quoted(id.upper()[:36].strip("-") + "-01")}
    source = SCAFFOLD / f"{kind}{Path(file).suffix}"
    files = {file: _filled(source, {**values, **own})}
    if made.picture:
        files[f"{file.rpartition('/')[0]}/{PICTURE}"] = placeholder(kind)
    return files


def write(root: Path, files: Mapping[str, bytes]) -> None:
    """Write new files; one that exists is an error, never overwritten."""
    for file, contents in files.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as out:
            out.write(contents)


def quoted(value: str) -> str:
    """Write a text as a YAML scalar: JSON's quotes are YAML's double quotes."""
    return json.dumps(value, ensure_ascii=False)


def _filled(source: Path, values: Mapping[str, str]) -> bytes:
    return Template(source.read_text(encoding="utf-8")).substitute(values).encode()


def _values(commune: model.Commune) -> dict[str, str]:
    name, province = model.say(commune.name, "vi"), model.say(commune.province, "vi")
    return {
        "commune": quoted(name),
        "province": quoted(province),
        "place_name": quoted(f"{commune.kind} {name}"),
        "owner": quoted(model.say(commune.owner.name, "vi")),
        "producer": "",
        "today": today().isoformat(),
        "later": (today() + timedelta(days=60)).isoformat(),
    }


# --- a whole commune -------------------------------------------------------------------------------


def _new_commune(asked: Asked, name: str) -> int:
    console = asked.console
    unit = _chosen(asked, name)
    if unit is None:
        return 2
    folder = asked.into or Path.cwd() / text.slug(unit.name)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        console.say("not-empty", folder=folder)
        return REFUSED
    files = commune(unit)
    write(folder, files)
    written = len(files) + len(schemas.write(folder))
    try:
        wheels.pack(folder / "banh-xe")
    except wheels.NotPacked as wrong:
        console.say("no-wheel", reason=wrong, version=chophien.__version__)
    console.say("commune-made", name=unit.full_name, folder=shown(folder, Path.cwd()), n=written)
    console.say("commune-next")
    return 0


def commune(unit: units.Unit) -> dict[str, bytes]:
    """Return the files of a new commune's folder, but its schemas and the packed software."""
    slug = text.slug(unit.name)
    owner = f"Ủy ban nhân dân {unit.full_name}"
    point = "" if unit.lat is None or unit.lon is None else f"point: {{lat: {unit.lat}, lon: {unit.lon}}}\n"
    values = {
        "commune": quoted(unit.name),
        "full_name": unit.full_name,
        "kind": unit.kind,
        "code": quoted(unit.code),
        "province": quoted(unit.province),
        "province_plain": unit.province,
        "former_names": json.dumps(units.former_names(unit), ensure_ascii=False),
        "slug": slug,
        "email": f"{slug}@{slug}.example",
        "tagline": quoted(f"Sản vật, con người và cảnh đẹp của {unit.full_name} (ví dụ)"),
        "point": point,
        "area": "" if unit.area_km2 is None else f"area_km2: {unit.area_km2}\n",
        "owner": quoted(owner),
        "contact_address": quoted(f"Trụ sở {owner}, {unit.province}"),
        "place_name": quoted(unit.full_name),
        "producer": EXAMPLES[0][2],
        "version": chophien.__version__,
        "categories": ", ".join(f"`{key}`" for key in model.shipped_categories()),
        "today": today().isoformat(),
        "later": (today() + timedelta(days=60)).isoformat(),
    }
    files = {MARKER: _filled(SCAFFOLD / MARKER, values)}
    for kind, name, id in EXAMPLES:
        files |= record(kind, id, name, values)
    for file in ("README.md", "requirements.txt"):
        files[file] = _filled(SCAFFOLD / file, values)
    for file in ("pelicanconf.py", "publishconf.py"):
        files[file] = (SCAFFOLD / file).read_bytes()
    files[".gitignore"] = (SCAFFOLD / "gitignore").read_bytes()
    files["tasks.py"] = _of_the_program("tasks.py")
    files[HANDBOOK] = _of_the_program("docs/" + HANDBOOK)
    return files


def _of_the_program(file: str) -> bytes:
    """Read a file of the source folder, which in a wheel lies beside the templates."""
    source = wheels.checkout()
    return (source / file if source else SCAFFOLD / Path(file).name).read_bytes()


def _chosen(asked: Asked, name: str) -> units.Unit | None:
    """Find the official commune that is meant; ask when there are several."""
    console = asked.console
    if asked.code:
        unit = units.units().get(asked.code)
        if unit is None:
            console.say("unit-code", code=asked.code)
        return unit
    matches = units.look_up(name)
    if len(matches) == 1:
        if matches[0].former is not None:
            # Who gave a former name sees which commune it became.
            console.line(f"  {_described(matches[0], console)}")
        return matches[0].unit
    if not matches:
        near = units.near(name)
        hint = console.word("unit-near", names="; ".join(near)) if near else ""
        console.say("unit-unknown", name=name, near=hint)
        return None
    console.say("unit-many", n=len(matches), name=name)
    for number, match in enumerate(matches, 1):
        console.line(f"  {number:>2}. {_described(match, console)}")
    if not (sys.stdin.isatty() and console.terminal):
        console.say("unit-choose", code=matches[0].unit.code)
        return None
    answer = input(console.word("unit-ask")).strip()
    if not re.fullmatch(r"[0-9]{1,3}", answer) or not 1 <= int(answer) <= len(matches):
        return None
    return matches[int(answer) - 1].unit


def _described(match: units.Match, console: Console) -> str:
    unit, former = match
    base = f"{unit.full_name}, {unit.province}  --code {unit.code}"
    if former is None:
        return base
    old = f"{former.name}, {former.district}" if former.district else former.name
    if not former.part:
        return f"{base}  {console.word('unit-whole', old=old)}"
    return f"{base}  {console.word('unit-split') if former.default else console.word('unit-part', old=old)}"

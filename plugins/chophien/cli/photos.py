"""Taking photos from ``hop-thu/`` into the commune's folder, one line a photo."""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from chophien import diagnostics, intake, text
from chophien.build.folder import Lock
from chophien.build.freshness import STATE_FOLDER, snapshot
from chophien.diagnostics import Level
from chophien.intake import FOLDER, Intake, Item, Names, Outcome, Status, Target

from .building import CONTENT, DONE
from .console import Console, size, spoken
from .run import Asked, Usage

FAILED = 1
"""Exit code: the run could not begin."""

MOST_LISTED = 9
"""So many records are offered at once."""

_FLAGGED = ("product", "place")

WORDS: dict[str, tuple[str, str]] = {
    "taken": ("NHẬN", "TAKEN"),
    "already": ("ĐÃ CÓ", "THERE ALREADY"),
    "undecided": ("CHƯA RÕ", "UNDECIDED"),
    "refused": ("KHÔNG NHẬN", "REFUSED"),
    "main": ("ảnh chính", "main photo"),
    "converted": ("đổi từ {format}", "made from {format}"),
    "the-same": ("chính là {file}, không thêm lần nữa.", "it is {file} and is not added again."),
    "count-taken": ("{n} ảnh nhận", "{n} taken"),
    "count-already": ("{n} đã có", "{n} there already"),
    "count-undecided": ("{n} chưa rõ của mục nào", "{n} undecided"),
    "count-refused": ("{n} không nhận", "{n} refused"),
    "would": (
        "Xem trước, chưa ghi gì. Nếu chạy thật, sẽ có: {counts}.",
        "Looked only, nothing was written. A real run would give: {counts}.",
    ),
    "did": ("Tổng cộng: {counts}.", "Total: {counts}."),
    "next": (
        "Ở mục của mỗi ảnh mới, ghi thêm alt: nói trong ảnh có gì. Ảnh có người? Ghi people: có và sự đồng ý.",
        "At each new photo, add alt: to say what it shows. People in it? Add people: yes and their consent.",
    ),
    "empty": (
        "hop-thu/ chưa có ảnh mới. Chép ảnh vào đó, tên ảnh hay thư mục theo tên sản phẩm, địa điểm, rồi chạy lại.",
        "Nothing new in hop-thu/. Put photos there, named after a product or place or in such a folder; run again.",
    ),
    "made": (
        "Đã tạo thư mục hop-thu/. Chép ảnh vào đó, tên ảnh hay thư mục theo tên sản phẩm, địa điểm, rồi chạy lại.",
        "Made the folder hop-thu/. Put photos there, named after a product or place or in such a folder; run again.",
    ),
    "refused-stay": (
        "Tệp không nhận vẫn nằm trong hop-thu/; xem xong có thể xóa.",
        "What was refused stays in hop-thu/; delete it when you have seen it.",
    ),
    "waiting": ("Một cửa sổ khác đang nhận ảnh, chờ xong rồi làm tiếp…", "Photos are being taken elsewhere, waiting…"),
    "both-flags": ("--product và --place không dùng cùng lúc.", "--product and --place exclude each other."),
    "no-record": ("{flag} {found}: không có mục này.{near}", "{flag} {found}: there is no such record.{near}"),
    "other-flag": (" Mã này là của {kind}: dùng {flag} {id}.", " It is a {kind}: use {flag} {id}."),
    "by-name": (
        " Mục này chỉ nhận ảnh theo tên: đặt tên ảnh hay thư mục là {id}.",
        " This one takes photos by name only: name the photo or its folder {id}.",
    ),
    "product": ("sản phẩm", "product"),
    "place": ("địa điểm", "place"),
    "not-started": (
        "Chưa bắt đầu được: không ghi được vào {place} ({why}).",
        "Not started: {place} cannot be written ({why}).",
    ),
    "near": (" Có phải: {names}?", " Did you mean {names}?"),
    "no-path": ("không có «{found}» trong hop-thu/.", "there is no “{found}” in hop-thu/."),
    "whose": ("{photo} ({size}) là ảnh của mục nào?", "What does {photo} ({size}) belong to?"),
    "answer": (
        "Số, một phần của tên, hoặc Enter để ảnh lại đó: ",
        "A number, part of a name, or Enter to leave it there: ",
    ),
    "none-such": ("Không có mục nào tên như vậy.", "No record has such a name."),
}
"""Vietnamese and English."""


def photos(asked: Asked) -> int:
    """Take the photos that lie in ``hop-thu/``."""
    say = _words(asked.console)
    if asked.product and asked.place:
        raise Usage(say("both-flags"))
    if asked.dry_run:
        return _taken(asked, say)
    _check(asked, say)
    lock = Lock(asked.root / STATE_FOLDER / "photos.lock")
    place = f"{FOLDER}/"
    try:
        made = intake.prepare(asked.root)
        if made and not asked.json:
            asked.console.line(say("made"))
            return DONE
        place = f"{STATE_FOLDER}/"
        lock.take(wait=True, told=lambda: None if asked.json else asked.console.line(say("waiting")))
    except BrokenPipeError:
        raise
    except OSError as wrong:
        told = say("not-started", place=place, why=wrong.strerror or type(wrong).__name__)
        shown = {"error": "not-started", "text": told}
        asked.console.line(json.dumps(shown, ensure_ascii=False, indent=1) if asked.json else told)
        return FAILED
    with lock:
        return _taken(asked, say)


def _check(asked: Asked, say: Callable[..., str]) -> None:
    """Refuse a wrong command line before anything is made."""
    _chosen(asked, intake.items(asked.root) if asked.paths else (), say)
    if asked.product or asked.place:
        stats, _ = snapshot(asked.root)
        _named(asked, Names(intake.targets(asked.root, stats)), say)


def _words(console: Console) -> Callable[..., str]:
    def say(key: str, **values: object) -> str:
        return WORDS[key][console.lang == "en"].format(**values)

    return say


def _taken(asked: Asked, say: Callable[..., str]) -> int:
    stats, _ = snapshot(asked.root)
    items = _chosen(asked, intake.items(asked.root), say)
    names = Names(intake.targets(asked.root, stats) if items or asked.product or asked.place else ())
    target = _named(asked, names, say)
    if not items and not asked.json:
        asked.console.line(say("empty"))
        return DONE
    talks = sys.stdin.isatty() and asked.console.terminal and not asked.json and not asked.dry_run
    run = Intake(
        asked.root,
        names,
        {path: size for path, (_, size) in stats.items()},
        target=target,
        ask=_Question(asked.console, say, names, asked.root) if talks else None,
        dry=asked.dry_run,
    )
    outcomes = []
    for outcome in run.run(items):
        outcomes.append(outcome)
        if not asked.json:
            asked.console.line(_line(outcome, asked.console, say))
    counts = Counter(outcome.status for outcome in outcomes)
    if asked.json:
        asked.console.line(_json(outcomes, counts, asked))
    else:
        parts = ", ".join(say(f"count-{status.value}", n=counts[status]) for status in Status if counts[status])
        asked.console.line(say("would" if asked.dry_run else "did", counts=parts))
        if counts[Status.TAKEN] and not asked.dry_run:
            asked.console.line(say("next"))
        if counts[Status.REFUSED] and not asked.dry_run:
            asked.console.line(say("refused-stay"))
    return CONTENT if counts[Status.REFUSED] or counts[Status.UNDECIDED] else DONE


def _named(asked: Asked, names: Names, say: Callable[..., str]) -> Target | None:
    """Find the record of ``--product`` or ``--place``."""
    for kind, written in (("product", asked.product), ("place", asked.place)):
        if not written:
            continue
        target = names.get(kind, text.nfc(written))
        if target is None:
            hint = _other(kind, written, names, say)
            near = text.nearest(written, [known.id for known in names.targets if known.kind == kind])
            hint = hint or (say("near", names=near) if near else "")
            raise Usage(say("no-record", flag=f"--{kind}", found=written, near=hint))
        return target
    return None


def _other(kind: str, written: str, names: Names, say: Callable[..., str]) -> str:
    """Say how photos reach a record of another kind that is called so."""
    others = dict.fromkeys(target.kind for target in names.targets if target.kind != kind and target.own_folder)
    for other in sorted(others, key=lambda name: name not in _FLAGGED):
        target = names.get(other, text.nfc(written))
        if target is not None:
            if other in _FLAGGED:
                return say("other-flag", kind=say(other), flag=f"--{other}", id=target.id)
            return say("by-name", id=target.id)
    return ""


def _chosen(asked: Asked, items: Sequence[Item], say: Callable[..., str]) -> list[Item]:
    """Keep what the words of the command line name: files or folders of ``hop-thu/``."""
    if not asked.paths:
        return list(items)
    kept: dict[Item, None] = {}
    for word in asked.paths:
        ways = [text.nfc(way) for way in _ways(asked.root, word)]
        found = [item for item in items if not item.path or any(_below(text.nfc(item.path), way) for way in ways)]
        if not found:
            raise Usage(say("no-path", found=word))
        kept.update(dict.fromkeys(found))
    return [item for item in items if item in kept]


def _ways(root: Path, word: str) -> list[str]:
    """Return what a path may mean below ``hop-thu/``: from here, from the commune's folder, or from there."""
    top = os.path.abspath(root / FOLDER)
    found = []
    for base in (os.getcwd(), os.fspath(root), top):
        try:
            below = os.path.relpath(os.path.abspath(os.path.join(base, word)), top)
        except ValueError:  # another drive
            continue
        if below != os.pardir and not below.startswith(os.pardir + os.sep):
            found.append("" if below == "." else below.replace(os.sep, "/"))
    return found


def _below(path: str, folder: str) -> bool:
    return not folder or path.rstrip("/") == folder or path.startswith(folder + "/")


# --- one photo -------------------------------------------------------------------------------------


def _line(outcome: Outcome, console: Console, say: Callable[..., str]) -> str:
    """Say in one line what became of a photo."""
    catalogue = spoken(console.lang)
    head = f"{say(outcome.status.value)}  {outcome.photo}"
    sentences = []
    for found in outcome.found:
        words, hint = diagnostics.sentence(found, catalogue)
        # Advice is repeated by the build, with its hint.
        whole = words if found.level is not Level.ERROR and outcome.file else f"{words} {hint}"
        sentences.append(f"{whole} [{found.code}]")
    more = " ".join(_capital(words) for words in sentences)
    if outcome.status is Status.TAKEN:
        notes = [say("main")] if outcome.main else []
        if outcome.format not in {"JPEG", ""}:
            notes.append(say("converted", format="HEIC" if outcome.format == "HEIF" else outcome.format))
        return f"{head} → {outcome.file}{' (' + ', '.join(notes) + ')' if notes else ''}. {more}".rstrip()
    if outcome.status is Status.ALREADY:
        return f"{head}: {say('the-same', file=outcome.file)} {more}".rstrip()
    return f"{head}: {more}"


def _capital(words: str) -> str:
    """Begin a sentence with a capital, but leave a path as it is."""
    first = words.split(" ", 1)[0].rstrip(".,:;")
    return words if "/" in first or "." in first else words[:1].upper() + words[1:]


def _json(outcomes: Sequence[Outcome], counts: Counter[Status], asked: Asked) -> str:
    catalogue = spoken(asked.console.lang)
    rows = []
    for outcome in outcomes:
        notes = []
        for found in outcome.found:
            words, hint = diagnostics.sentence(found, catalogue)
            notes.append({"code": found.code, "level": found.level.value, "text": words, "hint": hint})
        target = outcome.target
        rows.append(
            {
                "photo": outcome.photo,
                "status": outcome.status.value,
                "kind": target.kind if target else "",
                "id": target.id if target else "",
                "file": outcome.file,
                "width": outcome.size[0],
                "height": outcome.size[1],
                "format": outcome.format,
                "main": outcome.main,
                "moved": outcome.moved,
                "notes": notes,
            }
        )
    whole = {"dry_run": asked.dry_run, "counts": {s.value: counts[s] for s in Status}, "photos": rows}
    return json.dumps(whole, ensure_ascii=False, indent=1)


class _Question:
    """Asks a person at the terminal where a photo belongs; the record chosen last is offered first."""

    def __init__(self, console: Console, say: Callable[..., str], names: Names, root: Path) -> None:
        self._console = console
        self._say = say
        self._names = names
        self._root = root
        self._last: Target | None = None

    def __call__(self, item: Item, rivals: Sequence[Target]) -> Target | None:
        """Return the record chosen, or nothing to leave the photo where it is."""
        there = size(os.lstat(self._root / FOLDER / item.path).st_size)
        self._console.line(self._say("whose", photo=item.shown, size=there))
        near = rivals or self._names.near(item.path, MOST_LISTED)
        offered = list(dict.fromkeys((*([self._last] if self._last and not rivals else []), *near)))[:MOST_LISTED]
        while True:
            for number, target in enumerate(offered, 1):
                self._console.line(f"  {number}. {target.name}  ({target.id})")
            try:
                answer = " ".join(input(self._say("answer")).split())
            except (EOFError, OSError):  # closed, or the terminal has gone
                return None
            if not answer:
                return None
            if re.fullmatch(r"[1-9]", answer) and int(answer) <= len(offered):
                self._last = offered[int(answer) - 1]
                return self._last
            found = self._names.containing(answer, MOST_LISTED)
            if not found:
                self._console.line(self._say("none-such"))
            offered = found or offered

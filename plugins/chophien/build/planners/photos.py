"""Plans the derivatives of photos."""

from __future__ import annotations

from ..book import picture
from ..planner import Planner


def photos(planner: Planner) -> None:
    """Plan the derivatives of every photo that is shown; two records of one id and one photo share them."""
    book = planner.book
    owners = [(e.id, e.unit.folder, path, e.kind == "product")
              for kind in book.entries for e in book.entries[kind].values() if e.facts.variety != "draft"
              for path in (*e.facts.photos, *e.facts.inline)]  # fmt: skip
    owners += [("xa", "", photo.file, False) for photo in book.commune.photos]
    planned: dict[str, tuple[str, str, str, bool]] = {}
    for owner, folder, path, square in owners:
        state = book.photos.get(path)
        if state is not None and not state.code:
            # Goods add the square one.
            full = picture(owner, path[len(folder) + 1 if folder else 0 :], state).full
            squared = square or (full in planned and planned[full][3])
            planned[full] = (owner, folder, path, squared)
    for owner, folder, path, square in planned.values():
        state = book.photos[path]
        made = picture(owner, path[len(folder) + 1 if folder else 0 :], state, square=square)
        paths = (*(p for p, _ in made.sources), made.full, *((made.square,) if square else ()))
        depends = (state.digest.encode(),)
        planner.task(f"photo/{owner}/{path}", "photo", (path, square), paths, depends, salt=planner.photo_salt)

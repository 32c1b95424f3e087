"""The photos of a kit: their order, their names, the bytes of the file."""

from __future__ import annotations

import io
import zipfile

from chophien.kits import bundle, names


def test_goods_come_first_and_papers_have_names_of_their_own() -> None:
    photos = [("g/a.jpg", "place"), ("g/b.jpg", "label"), ("g/c.jpg", "main"), ("g/d.jpg", "certificate"),
              ("g/e.jpg", "detail"), ("g/f.jpg", "main"), ("g/g.jpg", "label")]  # fmt: skip
    assert names("mat-ong", photos) == (
        ("g/c.jpg", "1-mat-ong.jpg"),
        ("g/f.jpg", "2-mat-ong.jpg"),
        ("g/e.jpg", "3-mat-ong.jpg"),
        ("g/a.jpg", "4-mat-ong.jpg"),
        ("g/b.jpg", "nhan-mac.jpg"),
        ("g/g.jpg", "nhan-mac-2.jpg"),
        ("g/d.jpg", "giay-chung-nhan.jpg"),
    )


def test_the_same_photos_give_the_same_bytes_stored_as_they_are() -> None:
    files = [("1-mat-ong.jpg", b"\xff\xd8 one"), ("nhan-mac.jpg", b"\xff\xd8 two")]
    made = bundle(files)
    assert made == bundle(files)
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        assert [entry.filename for entry in opened.infolist()] == [name for name, _ in files]
        assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.compress_type for entry in opened.infolist()} == {zipfile.ZIP_STORED}
        assert [opened.read(name) for name, _ in files] == [content for _, content in files]

"""What a phone asks for before its owner scrolls, and that nothing moves under the finger."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import pytest

from demo.reading import Built

from .conftest import DESKTOP, PHONE, Visit, Visitor

MOST_REQUESTS = 8
MOST_PICTURE_BYTES = 60 * 1024
MOST_SHIFT = 0.01
PICTURES = """async () => {
  const found = [...document.images].map(image => {
    const box = image.getBoundingClientRect();
    const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
    const sources = image.parentElement.querySelectorAll("source");
    const sets = [image.src, image.srcset, ...[...sources].map(source => source.srcset)].join(", ");
    const files = sets.split(",").map(one => one.trim().split(" ")[0]).filter(Boolean)
      .map(file => new URL(file, document.baseURI).href);
    return {image, seen, lazy: image.loading === "lazy", files};
  });
  await Promise.all(found.filter(one => one.seen).map(one => one.image.decode()));
  return found.map(({image, seen, lazy, files}) => ({src: image.currentSrc, seen, lazy, files}));
}"""
CHOSEN = """async () => {
  const found = [...document.querySelectorAll("picture img")];
  for (const image of found) image.loading = "eager";
  await Promise.all(found.map(image => image.decode()));
  return found.filter(image => image.clientWidth).map(image => ({
    file: image.currentSrc, drawn: image.clientWidth * devicePixelRatio, among: image.parentElement.children[0].srcset,
  }));
}"""
SHIFTS = """self.shifted = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries()) self.shifted += entry.value; })
  .observe({type: "layout-shift", buffered: true});"""
SCROLL = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += 700) {
    scrollTo(0, y);
    await new Promise(done => requestAnimationFrame(() => setTimeout(done, 20)));
  }
  await Promise.all([...document.images].map(image => image.decode().catch(() => null)));
  await new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)));
  return self.shifted;
}"""


def test_the_first_view_of_every_kind_is_light_and_nothing_moves(
    phone: Visitor, vietnamese: dict[str, str], demo: Built
) -> None:
    phone.context.add_init_script(SHIFTS)
    for kind, path in vietnamese.items():
        phone.asked.clear()
        phone.open(path)
        # What the worker then fetches for a journey without a network is no part of the view.
        own = {one.url for one in phone.asked if not one.service_worker and not one.url.startswith("data:")}
        pictures: list[dict[str, Any]] = phone.page.evaluate(PICTURES)
        seen = [one for one in pictures if one["seen"]]
        # By the files a picture may choose from: one that is just being asked for has no ``currentSrc`` yet.
        below = {file for one in pictures if one["lazy"] and not one["seen"] for file in one["files"]}
        asked = own - below | {one["src"] for one in seen}
        assert len(asked) >= 3, (kind, asked)
        assert len(asked) <= MOST_REQUESTS, (kind, asked)
        weight = sum((demo.output / urlsplit(one["src"]).path.lstrip("/")).stat().st_size for one in seen)
        assert weight <= MOST_PICTURE_BYTES, (kind, seen)
        # The first one is likely the largest thing painted, and must not wait for the layout.
        assert not seen[:1] or not seen[0]["lazy"], (kind, seen)
        # At the end of some pages a script shows what is kept; nobody has scrolled there before, as this test could.
        if phone.page.locator("[data-road]").count():
            phone.page.locator("[data-road]").wait_for()
        assert phone.page.evaluate(SCROLL) <= MOST_SHIFT, kind


@pytest.mark.parametrize(
    "device",
    [PHONE, PHONE | {"viewport": {"width": 768, "height": 1024}, "device_scale_factor": 1}, DESKTOP],
    ids=["phone", "tablet", "desktop"],
)
def test_each_picture_comes_as_wide_as_it_is_drawn(
    device: dict[str, Any], visit: Visit, vietnamese: dict[str, str], demo: Built
) -> None:
    pages = [path for path in vietnamese.values() if "<picture>" in (demo.output / path).read_text("utf-8")]
    assert len(pages) > 8
    wrong = []
    for path in pages:
        # A browser of its own each time: one takes a wider file that it has already instead of fetching another.
        pictures: list[dict[str, Any]] = visit(on=device).open(path).evaluate(CHOSEN)
        widest: dict[str, int] = {}
        for one in pictures:
            photo, width = re.findall(r"([^/]+)-(\d+)\.webp$", one["file"])[0]
            among = sorted(int(found) for found in re.findall(r" (\d+)w", one["among"]))
            # The narrowest that is enough, give or take what a margin is worth.
            least, most = (
                next((wide for wide in among if wide >= one["drawn"] * share), among[-1]) for share in (0.93, 1.07)
            )
            widest[photo] = max(widest.get(photo, 0), most)
            if not least <= int(width) <= widest[photo] or (device is PHONE and int(width) > 640):
                wrong.append((path, one["drawn"], photo, width))
    assert wrong == []


def test_a_photo_still_to_come_has_a_ground_of_its_tone(phone: Visitor, vietnamese: dict[str, str]) -> None:
    phone.context.route("**/anh/**", lambda route: route.abort())
    phone.open(vietnamese["products"])
    grounds = phone.page.evaluate(
        "() => [...document.querySelectorAll('picture img')].map(image => getComputedStyle(image).backgroundColor)"
    )
    assert len(grounds) > 3
    assert len(set(grounds)) > 1
    assert "rgba(0, 0, 0, 0)" not in grounds

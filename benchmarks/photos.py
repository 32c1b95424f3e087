"""Make the pictures of made-up phone photos with Chợ Phiên, stock Pillow and libvips, and compare the cost."""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import corpus
import photo_corpus
from photo_sides import SIDES, Settings
from PIL import Image, features
from run import DISCARDED, HERE, MEGABYTE, REPOSITORY, WORK, Failed, discard, listing

PLUGINS = REPOSITORY / "plugins"
BUILD = (sys.executable, "-m", "chophien.cli", "build")
PRODUCTS = 40
"""Of the commune; the photos are dealt out to them in turn."""
PICTURES = {".webp", ".avif", ".jpg", ".jpeg", ".png"}
ORIENTATION, GPS = 0x0112, 0x8825
"""Tags of EXIF 2.32."""
PHOTOS_FOLDER = "anh"
"""Of the output, for pictures made of photos; others are share cards and the like."""
COUNTER = '''"""Notes each time that this process, or one forked off it, opens a picture."""
from pathlib import Path
from PIL import Image
def counted(*given, really=Image.open, **named):
    with Path(__file__).with_name("opened").open("a") as stream:
        stream.write(".")
    return really(*given, **named)
Image.open = counted
'''


@dataclass(frozen=True)
class Result:
    what: str
    """A contestant, or a build."""
    cores: int
    run: int
    photos: int
    cpu: float
    wall: float
    peak: int
    tree_peak: int
    bytes: int
    """Of the pictures made, all photos together."""
    pictures: int
    """Files made of photos and written."""
    cards: int = 0
    """Other picture files written, such as share cards."""
    opened: int = 0
    """How often a picture was opened, which comes before each decoding."""
    located: int = 0
    """Pictures that still say where the photo was taken."""


def settings() -> Settings:
    """Take the sizes and qualities from the product, so that all make the same."""
    sys.path.insert(0, str(PLUGINS))
    from chophien.images import derivatives

    return Settings(
        tuple(derivatives.WIDTHS),
        derivatives.WEBP_QUALITY,
        derivatives.WEBP_METHOD,
        derivatives.JPEG_QUALITY,
        derivatives.SQUARE,
        derivatives.SQUARE_QUALITY,
    )


def cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def measured(command: Sequence[str], log: Path, folder: Path, first: Sequence[Path] = ()) -> dict[str, float]:
    """Run one whole process, with folders put before all others that Python searches; 0 must be its exit code."""
    environment: Mapping[str, str] = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPATH": os.pathsep.join(map(str, (*first, PLUGINS))),
    }
    done = subprocess.run(
        [sys.executable, "-I", "-S", HERE / "measure.py", log, *command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    usage: dict[str, float] = json.loads(done.stdout)
    if usage.pop("status") != 0:
        raise Failed(f"{' '.join(command[:6])} … failed in {folder}\n{log.read_text()[-2000:]}")
    return usage


def side(name: str, n_cores: int, run: int, wanted: Settings, photos: Sequence[Path]) -> Result:
    into = WORK / "pictures" / name
    discard(into)
    into.mkdir(parents=True)
    command = (sys.executable, str(HERE / "photo_sides.py"), name, str(n_cores), json.dumps(wanted), str(into))
    usage = measured((*command, *map(str, photos)), WORK / "pictures" / f"{name}.log", HERE)
    seen = [check(name, into, wanted, photo) for photo in photos]
    result = Result(
        name, n_cores, run, len(photos), usage["cpu"], usage["wall"], int(usage["peak"]), int(usage["tree_peak"]),
        sum(size for size, _ in seen), len(photos) * len(wanted.names(photos[0])),
        located=sum(located for _, located in seen),
    )  # fmt: skip
    if name == "chophien" and result.located:
        raise Failed(f"{result.located} pictures in {into} say where they were taken")
    return result


def check(name: str, into: Path, wanted: Settings, photo: Path) -> tuple[int, int]:
    """A photo's pictures are all there, upright, of the right size; return their bytes and how many have a position."""
    with Image.open(photo) as original:
        width, height = original.size
        if original.getexif().get(ORIENTATION) == 6:
            width, height = height, width
    sizes = [(w, round(height * w / width)) for w in (*wanted.widths, wanted.widths[-1])]
    total = located = 0
    for file, size in zip(wanted.names(photo), (*sizes, (wanted.square, wanted.square)), strict=True):
        path = into / file
        if not path.is_file():
            raise Failed(f"{name} did not make {path}")
        with Image.open(path) as picture:
            if picture.size != size:
                raise Failed(f"{name}: {path} is {picture.size}, not {size}")
            located += bool(picture.getexif().get_ifd(GPS))
        total += path.stat().st_size
    return total, located


class Commune:
    """A commune whose products have the photos, or none."""

    def __init__(self, folder: Path, photos: Sequence[Path]) -> None:
        self.folder = folder
        self.log = folder.with_suffix(".log")
        self.photos = photos
        self.counter = folder.with_name("counter")
        self.counter.mkdir(exist_ok=True)
        (self.counter / "sitecustomize.py").write_text(COUNTER)
        discard(folder)
        shutil.copytree(corpus.SITES / "chophien", folder)
        self.records = corpus.catalogue(PRODUCTS)
        corpus.WRITERS["chophien"](self.records, folder)
        settings = folder / "commune.yaml"
        settings.write_text(settings.read_text("utf-8").replace("share_cards: none", "share_cards: all"), "utf-8")
        for n, product in enumerate(self.records.products):
            own = photos[n::PRODUCTS]
            if own:
                lines = ["photos:"]
                for k, photo in enumerate(own):
                    shutil.copyfile(photo, self.photo(n, k))
                    lines += [f"  - file: anh-{k + 1}.jpg", f"    alt: Ảnh mẫu {k + 1} của {product.name}"]
                with self.source(n).open("a", encoding="utf-8") as stream:
                    stream.write("\n".join(lines) + "\n")

    def source(self, n: int) -> Path:
        return self.folder / "products" / self.records.products[n].id / "product.yaml"

    def photo(self, n: int, k: int) -> Path:
        return self.source(n).with_name(f"anh-{k + 1}.jpg")

    def clean(self) -> None:
        for name in ("output", ".chophien"):
            discard(self.folder / name)

    def raise_price(self, n: int) -> None:
        text = self.source(n).read_text("utf-8")
        price = self.records.products[n].variants[0].price
        new = next(p for p in range(price + 1000, price + 100_000, 1000) if f"price: {p}\n" not in text)
        old = next(line for line in text.splitlines() if line.strip().startswith("price: "))
        self.source(n).write_text(text.replace(old, f"{old.partition(':')[0]}: {new}", 1), "utf-8")

    def build(self, what: str, run: int, jobs: int, count: bool = False) -> Result:
        before = self.pictures()
        command = (*BUILD, "--jobs", str(jobs))
        notes = self.counter / "opened"
        notes.unlink(missing_ok=True)
        usage = measured(command, self.log, self.folder, (self.counter,) if count else ())
        after = self.pictures()
        written = [path for path, stat in after.items() if path not in before or stat != before[path]]
        made = [path for path in written if path.parent.name == PHOTOS_FOLDER]
        return Result(
            what, jobs, run, len(self.photos), usage["cpu"], usage["wall"], int(usage["peak"]),
            int(usage["tree_peak"]), sum(after[path][1] for path in made), len(made), len(written) - len(made),
            notes.stat().st_size if notes.exists() else 0,
        )  # fmt: skip

    def build_counted(self, what: str, run: int, jobs: int, edit: Callable[[], None]) -> Result:
        """Build twice, each time after an edit: counted, then measured; the counter itself loads Pillow."""
        edit()
        counted = self.build(what, run, jobs, count=True)
        edit()
        return replace(self.build(what, run, jobs), opened=counted.opened)

    def pictures(self) -> dict[Path, tuple[int, int]]:
        found = listing(self.folder / "output").items()
        return {path: (stat.st_mtime_ns, stat.st_size) for path, stat in found if path.suffix in PICTURES}


def builds(run: int, bare: Commune, commune: Commune, spare: Path, n_cores: int, per_photo: int) -> list[Result]:
    """
    Build cold without and with photos, then again.

    Raises:
        Failed: A build opened pictures or made some of photos that it has made before.
    """
    results = []
    for jobs in dict.fromkeys((1, n_cores)):
        bare.clean()
        results.append(bare.build("cold, no photos", run, jobs))
        commune.clean()
        results.append(commune.build("cold", run, jobs, count=True))
    unchanged = commune.build_counted("unchanged", run, n_cores, lambda: None)
    # Its share cards say the price, and show its first photo.
    price = commune.build_counted("one price", run, n_cores, lambda: commune.raise_price(run))
    pictures = set(commune.pictures())
    kept = commune.photo(run, 0).read_bytes()
    shutil.copyfile(spare, commune.photo(run, 0))
    photo = commune.build("one photo", run, n_cores, count=True)
    new = [path for path in set(commune.pictures()) - pictures if path.parent.name == PHOTOS_FOLDER]
    commune.photo(run, 0).write_bytes(kept)
    if unchanged.opened or unchanged.pictures or unchanged.cards:
        raise Failed(f"nothing changed, but {unchanged}")
    if price.opened > 1 or price.pictures:
        raise Failed(f"one price changed, but {price}")
    if photo.pictures != per_photo or len(new) != per_photo:
        raise Failed(f"one new photo should bring {per_photo} files, not {len(new)}: {photo}")
    return [*results, unchanged, price, photo]


def table(results: Sequence[Result]) -> str:
    """Medians of all rounds, and each figure a photo."""
    lines = [
        "| What | Cores | Photos | CPU s | Wall s | CPU s a photo | Wall s a photo | Peak MB of a process "
        "| All processes MB | Pictures | Cards | Opened | KB of pictures a photo | With position |",
        "|---|" + "---:|" * 13,
    ]
    for what, n_cores in dict.fromkeys((result.what, result.cores) for result in results):
        chosen = [result for result in results if (result.what, result.cores) == (what, n_cores)]

        def median(figure: str, chosen: Sequence[Result] = chosen) -> float:
            return float(statistics.median(getattr(result, figure) for result in chosen))

        photos = 1 if what == "one photo" else chosen[0].photos
        each = photos if photos and what in {*SIDES, "cold", "one photo"} else 0
        cells = [
            what,
            str(n_cores),
            str(photos),
            f"{median('cpu'):.2f}",
            f"{median('wall'):.2f}",
            f"{median('cpu') / each:.3f}" if each else "–",
            f"{median('wall') / each:.3f}" if each else "–",
            f"{median('peak') / MEGABYTE:.0f}",
            f"{median('tree_peak') / MEGABYTE:.0f}",
            f"{median('pictures'):.0f}",
            "–" if what in SIDES else f"{median('cards'):.0f}",
            "–" if what in SIDES or what == "cold, no photos" else f"{median('opened'):.0f}",
            f"{median('bytes') / each / 1000:.0f}" if each else "–",
            f"{median('located'):.0f}" if what in SIDES else "–",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=50, help="photos of the commune that is built")
    parser.add_argument("--subset", type=int, default=12, help="photos of these that the contestants get")
    parser.add_argument("--rounds", type=int, default=3, help="rounds over all contestants and builds")
    parser.add_argument("--only", nargs="+", choices=("sides", "builds"), default=["sides", "builds"])
    asked = parser.parse_args(arguments)
    if asked.photos < PRODUCTS or not 0 < asked.subset <= asked.photos or not 0 < asked.rounds < PRODUCTS:
        parser.error(f"photos start at {PRODUCTS}, subset and rounds at 1")
    WORK.mkdir(exist_ok=True)
    wanted = settings()
    n_cores = cores()
    # One more than asked, to replace another.
    *photos, spare = photo_corpus.make(asked.photos + 1, WORK / "photos")
    sides = list(SIDES)
    if not (shutil.which("vipsthumbnail") and shutil.which("vips")):
        sides.remove("libvips")
        print("libvips is left out: its commands vips and vipsthumbnail are not installed.", file=sys.stderr)
    results = []
    try:
        if "sides" in asked.only:
            for name in sides:  # compiles Python files and warms the disk cache
                side(name, 1, 0, wanted, photos[:1])
            for run in range(1, asked.rounds + 1):
                for used in dict.fromkeys((1, n_cores)):
                    for name in sides:
                        results.append(side(name, used, run, wanted, photos[: asked.subset]))
                        print(f"{name}, {used} cores, round {run}: {results[-1].cpu:.2f} s CPU", file=sys.stderr)
        if "builds" in asked.only:
            bare = Commune(WORK / "photo-commune-bare", ())
            commune = Commune(WORK / "photo-commune", photos)
            bare.build("warm-up", 0, 1)
            for run in range(1, asked.rounds + 1):
                found = builds(run, bare, commune, spare, n_cores, len(wanted.names(spare)))
                results += found
                print(f"builds, round {run}: {sum(r.cpu for r in found):.2f} s CPU", file=sys.stderr)
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(DISCARDED, ignore_errors=True)
    machine = (
        f"{n_cores} cores, {platform.platform()}, Python {platform.python_version()}, Pillow {features.version('pil')} "
        f"(libjpeg-turbo {features.version('libjpeg_turbo')}, libwebp {features.version('webp')})"
    )
    if "libvips" in sides:
        machine += ", " + subprocess.run(["vips", "--version"], capture_output=True, text=True).stdout.strip()
    sizes = [photo.stat().st_size for photo in photos]
    report = {"machine": machine, "settings": wanted._asdict(), "results": [asdict(result) for result in results]}
    (WORK / "photos.json").write_text(json.dumps(report, indent=1) + "\n")
    print(f"{machine}; {wanted}; {len(photos)} photos of {statistics.mean(sizes) / MEGABYTE:.1f} MB", end="")
    print(f"; medians of {asked.rounds}\n\n{table(results)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

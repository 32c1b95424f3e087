"""How many bytes a visitor's search costs: the index of made-up communes, and the script that reads it."""

from __future__ import annotations

import argparse
import gzip
import shutil
import subprocess
import sys
from pathlib import Path

import corpus

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
MADE = HERE / "made" / "search"


def _squeezed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


def index(n_products: int) -> tuple[int, int]:
    """
    Build a commune of so many products and look at its search index.

    Returns:
        How many entries it has, and its bytes as a host sends them, gzip -9.
    """
    folder = MADE / str(n_products)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    corpus.WRITERS["chophien"](corpus.catalogue(n_products), folder)
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(REPOSITORY / name, folder)
    done = subprocess.run(
        [sys.executable, "-m", "chophien.cli", "build"], cwd=folder, capture_output=True, text=True,
        env={"PYTHONPATH": str(REPOSITORY / "plugins"), "PYTHONIOENCODING": "utf-8"}, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    file = folder / "output" / "data" / "tim-kiem-vi.js"
    return len(file.read_text("utf-8").splitlines()) - 2, _squeezed(file)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=int, nargs="+", default=[250, 2500], help="numbers of products")
    print("| products | entries | index, bytes |\n|---:|---:|---:|")
    for n_products in parser.parse_args(arguments).products:
        entries, size = index(n_products)
        print(f"| {n_products} | {entries} | {size} |")
    print(f"\nThe page's script: {_squeezed(REPOSITORY / 'theme' / 'static' / 'js' / 'search.js')} bytes.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

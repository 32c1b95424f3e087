"""Visit one page of every kind as a phone on a slow line does (Lighthouse), check all HTML (Nu), print a table."""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from run import REPOSITORY, WORK, Failed

# Pages and the host they stand on are chosen as the tests choose them.
sys.path[:0] = [str(REPOSITORY / "tests"), str(REPOSITORY / "plugins")]
from browser.serving import served  # noqa: E402
from chophien.cli import testing  # noqa: E402
from demo.kinds import KINDS, LANGUAGES, one_of_each  # noqa: E402

TOOLS = WORK / "node"
PACKAGES = ("lighthouse@13.5.0", "vnu-jar@26.9.27")
CATEGORIES = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
"""Lighthouse's categories and the score each page must reach."""
MOST_SHIFT = 0.01
TRIES = 3
"""A page below the bar is visited again, since another program's work looks like a slow page; its best visit counts."""
FRAME = "frame"
"""A page of our own that holds nothing but what all pages have: what a first view costs on this machine at least."""
NOINDEX = b'<meta name="robots" content="noindex">'


@dataclass(frozen=True)
class Seen:
    """One page as Lighthouse saw it; times in milliseconds, sizes as transferred."""

    kind: str
    lang: str
    path: str
    noindex: bool
    scores: dict[str, int]
    shift: float
    largest_paint: float
    blocked: float
    longest_task: float
    bytes: int
    requests: int
    wrong: tuple[str, ...]
    """Audits that cost points in the categories that must be full."""

    @property
    def good(self) -> bool:
        return self.shift <= MOST_SHIFT and all(self.scores[name] >= least for name, least in CATEGORIES.items())


def install(tools: Path) -> None:
    """Put Lighthouse and the Nu checker into a folder, once."""
    if all((tools / "node_modules" / package.partition("@")[0]).is_dir() for package in PACKAGES):
        return
    npm = shutil.which("npm")
    if npm is None:
        raise Failed("npm is missing; on Debian: apt-get install -y npm")
    tools.mkdir(parents=True, exist_ok=True)
    print(f"Installing {', '.join(PACKAGES)} in {tools}", file=sys.stderr)
    subprocess.run([npm, "install", "--silent", "--no-save", "--prefix", tools, *PACKAGES], check=True)


def checked(output: Path, tools: Path) -> list[str]:
    """Return the errors that the Nu HTML checker finds in a folder, one a line."""
    java = shutil.which("java")
    if java is None:
        raise Failed("Java is missing; on Debian: apt-get install -y default-jre-headless")
    jar = tools / "node_modules/vnu-jar/build/dist/vnu.jar"
    command = [java, "-jar", jar, "--skip-non-html", "--errors-only", "--format", "gnu", output]
    done = subprocess.run(command, capture_output=True, text=True)
    lines = (done.stdout + done.stderr).splitlines()
    if done.returncode and not lines:
        raise Failed(f"the Nu checker ended with {done.returncode}")
    return lines


def visited(address: str, noindex: bool, tools: Path, browser: str) -> dict[str, Any]:
    """Let Lighthouse visit one page as its mobile preset does, with the slow line and processor simulated."""
    command = [
        tools / "node_modules/.bin/lighthouse", address, "--quiet", "--output=json", "--output-path=stdout",
        "--throttling-method=simulate", f"--only-categories={','.join(CATEGORIES)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-quic",
        # Pages that ask not to be listed fail this one on purpose.
        *(["--skip-audits=is-crawlable"] if noindex else []),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "CHROME_PATH": browser})
    if done.returncode:
        raise Failed(f"Lighthouse failed on {address}\n{done.stderr[-2000:]}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def judged(kind: str, lang: str, path: str, noindex: bool, report: dict[str, Any]) -> Seen:
    audits, categories = report["audits"], report["categories"]
    full = [audit["id"] for name in CATEGORIES if name != "performance" for audit in categories[name]["auditRefs"]]
    tasks = [item["duration"] for item in audits["long-tasks"]["details"]["items"]] if "long-tasks" in audits else []
    return Seen(
        kind=kind, lang=lang, path=path, noindex=noindex,
        scores={name: round(100 * (categories[name]["score"] or 0)) for name in CATEGORIES},
        shift=audits["cumulative-layout-shift"]["numericValue"],
        largest_paint=audits["largest-contentful-paint"]["numericValue"],
        blocked=audits["total-blocking-time"]["numericValue"],
        longest_task=max(tasks, default=0),
        bytes=int(audits["total-byte-weight"]["numericValue"]),
        requests=sum(not item["url"].startswith("data:") for item in audits["network-requests"]["details"]["items"]),
        wrong=tuple(id for id in dict.fromkeys(full) if audits[id]["score"] is not None and audits[id]["score"] < 1),
    )  # fmt: skip


def table(seen: Sequence[Seen]) -> str:
    lines = [
        "| Kind | Lang. | Performance | Accessibility | Best practices | SEO | CLS | LCP s | TBT ms "
        "| Longest task ms | KB | Requests |",
        "|---|---|" + "---:|" * 10,
    ]
    for page in seen:
        mark = " *" if page.noindex else ""
        cells = [
            page.kind, page.lang, *(str(page.scores[name]) + (mark if name == "seo" else "") for name in CATEGORIES),
            f"{page.shift:.3f}", f"{page.largest_paint / 1000:.1f}", f"{page.blocked:.0f}", f"{page.longest_task:.0f}",
            f"{page.bytes / 1000:.0f}", str(page.requests),
        ]  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def framed(output: Path, folder: Path) -> None:
    """Write the home page without its contents into a folder, with the files it fetches."""
    home = (output / "index.html").read_text("utf-8")
    before, opened, rest = home.partition('<main id="main" tabindex="-1">')
    if not opened:
        raise Failed("the home page has no main")
    shutil.copytree(output / "tinh", folder / "tinh")
    (folder / "index.html").write_text(before + opened + "</main>" + rest.partition("</main>")[2], "utf-8")


def frames(output: Path, tools: Path, browser: str) -> list[Seen]:
    """Visit what all pages have, alone, several times."""
    with tempfile.TemporaryDirectory() as bare:
        framed(output, Path(bare))
        with served(Path(bare)) as site:
            return [
                judged(FRAME, "vi", "index.html", False, visited(f"{site}/", False, tools, browser))
                for _ in range(TRIES)
            ]


def seen_best(kind: str, lang: str, path: str, address: str, noindex: bool, tools: Path, browser: str) -> Seen:
    """Visit a page, and again while it is below the bar; return its best visit."""
    best: Seen | None = None
    for _ in range(TRIES):
        page = judged(kind, lang, path, noindex, visited(address, noindex, tools, browser))
        if best is None or page.scores["performance"] > best.scores["performance"]:
            best = page
        if best.good:
            break
    assert best is not None
    return best


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=REPOSITORY / "output", help="a built folder")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS, metavar="KIND", help="page kinds")
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=LANGUAGES)
    parser.add_argument("--tools", type=Path, default=TOOLS, help="folder of the Node packages, filled when empty")
    asked = parser.parse_args(arguments)
    browser = testing.browser()
    seen: list[Seen] = []
    alone: list[Seen] = []
    try:
        if browser is None:
            raise Failed("Chromium is missing; on Debian: apt-get install -y chromium")
        if not (asked.folder / "index.html").is_file():
            raise Failed(f"nothing is built in {asked.folder}: python3 tasks.py build")
        install(asked.tools)
        alone = frames(asked.folder, asked.tools, browser)
        errors = checked(asked.folder, asked.tools)
        with served(asked.folder) as site:
            for (kind, lang), path in one_of_each(asked.folder).items():
                if kind not in asked.kinds or lang not in asked.languages:
                    continue
                noindex = NOINDEX in (asked.folder / path).read_bytes()
                page = seen_best(kind, lang, path, f"{site}/{path}", noindex, asked.tools, browser)
                seen.append(page)
                print(f"{kind} {lang}: {page.scores}", *page.wrong, file=sys.stderr)
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    pages = len(list(asked.folder.rglob("*.html")))
    machine = f"{os.cpu_count()} cores, {platform.platform()}"
    WORK.mkdir(exist_ok=True)
    report = {"machine": machine, "packages": PACKAGES, "nu": errors, "pages": [asdict(page) for page in seen]}
    report["frame"] = [asdict(page) for page in alone]
    (WORK / "visits.json").write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"{machine}; {', '.join(PACKAGES)}\n\n{table(seen)}\n\n* asks not to be listed; is-crawlable left out.")
    longest = ", ".join(f"{page.longest_task:.0f}" for page in sorted(alone, key=lambda page: page.longest_task))
    print(f"Longest task of masthead and foot alone, {TRIES} visits: {longest} ms")
    print(f"Nu HTML checker: {len(errors)} errors on {pages} pages", *errors[:20], sep="\n")
    return 0 if not errors and all(page.good for page in seen) else 1


if __name__ == "__main__":
    sys.exit(main())

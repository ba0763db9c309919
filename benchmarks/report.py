"""What benchmarks/run measured as docs/performance.md, between two marks, and its charts."""
import datetime
import os
import platform
import subprocess

import charts
from charts import NAMES, number

BEGIN, END = '<!-- benchmarks/run writes from here -->', '<!-- to here -->'


def table(header, rows):
    lines = ['| ' + ' | '.join(header) + ' |', '|---' + '|---:' * (len(header) - 1) + '|']
    return '\n'.join(lines + ['| ' + ' | '.join(str(cell) for cell in row) + ' |' for row in rows]) + '\n\n'


def first_line(command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return (done.stdout or done.stderr).splitlines()[0].strip()
    except (OSError, subprocess.CalledProcessError, IndexError):
        return 'not installed'


def machine():
    model, memory = 'unknown', 0
    with open('/proc/cpuinfo') as file:
        model = next((line.split(':')[1].strip() for line in file if line.startswith('model name')), model)
    with open('/proc/meminfo') as file:
        memory = int(next(line for line in file if line.startswith('MemTotal')).split()[1]) // 2 ** 20
    packages = {}
    for package in ('libxapian30', 'libsqlite3-0', 'liblucene8-java', 'openjdk-17-jre-headless', 'libicu72', 'g++-12'):
        packages[package] = first_line(['dpkg-query', '-W', '-f=${Version}', package])
    return (f'{model}, {os.cpu_count()} cores, {memory} GB, Linux {platform.release()}; ' + ', '.join(f'{name} {version}' for name, version in packages.items()))


def engines_of(results):
    return [engine for engine in NAMES if 'latency-' + engine in results]


def megabytes(count):
    return f'{count / 1e6:,.1f} MB' if count < 1e9 else f'{count / 1e9:,.2f} GB'


def corpus_part(sizes):
    rows = []
    for name, results in sizes.items():
        made, read = results['corpus'], results['passages']
        rows.append([name, f'{made["files"]:,}', f'{made["bytes"] / 1e6:,.1f}', f'{read["records"]:,}', f'{read["text_bytes"] / 1e6:,.1f}', f'{read["bytes"] / 1e6 / read["seconds"]:.1f}'])
    return '### Corpus\n\n' + table(['size', 'files', 'MB of files', 'records searched', 'MB of their text', 'read and segmented, MB/s'], rows)


def build_part(sizes):
    text = '### Building\n\n'
    rows = []
    for name, results in sizes.items():
        read, made = results['passages'], results['index']
        ours = [name, 'minutes', made['wall'], made['cpu'], read['text_bytes'] / 1e6 / made['cpu'], read['records'] / made['cpu'], made['memory'], made['bytes'], made['bytes'] / read['text_bytes'], made['load']]
        rest = max(0.001, made['cpu'] - read['seconds'])
        rows += [ours, ['', '– without segmentation', None, rest, read['text_bytes'] / 1e6 / rest, read['records'] / rest, None, None, None, None]]
        for peer in NAMES:
            built = results.get('build-' + peer)
            if built:
                rows.append(['', NAMES[peer], built['wall'], built['cpu'], read['text_bytes'] / 1e6 / built['cpu'], read['records'] / built['cpu'], built['memory'], built['bytes'], built['bytes'] / read['text_bytes'], built['load']])
    shown = []
    for row in rows:
        cells = ['' if cell is None else cell for cell in row]
        for i, form in ((2, number), (3, number), (4, number), (5, lambda v: f'{v:,.0f}'), (6, megabytes), (7, megabytes), (8, number), (9, number)):
            cells[i] = form(cells[i]) if cells[i] != '' else ''
        shown.append(cells)
    text += table(['size', 'engine', 'wall s', 'processor s', 'MB/s', 'passages/s', 'peak memory', 'on disk', 'bytes a byte of text', 'load'], shown)
    text += ('MB/s and passages/s are text and records searched by processor second, which a busy machine disturbs least. minutes reads files and segments them; the others are given the passages. '
             'It also keeps what a search does not cover unless asked (agenda text, page furniture), spans and evidence, which the others do not have.\n\n')
    largest = list(sizes.values())[-1]
    parts = sorted(largest['index']['parts'].items(), key=lambda part: -part[1])
    total = largest['passages']['text_bytes']
    text += f'By part, {list(sizes)[-1]}:\n\n' + table(['file', 'size', 'bytes a byte of text'], [[name, megabytes(size), number(size / total)] for name, size in parts if size > total / 1000])
    return text


def answers_part(sizes):
    text = '### Answers\n\nBefore times, the answers: number of hits and all values of all facets of every query. Queries whose answers are the same, of all:\n\n'
    rows = []
    for name, results in sizes.items():
        for engine, classes in results['answers']['compared'].items():
            different = [f'{label} {row["queries"] - row["same"]} (hits at worst {100 * row["worst"]:.1f} %)' for label, row in classes.items() if row['same'] < row['queries']]
            rows.append([name, NAMES[engine], f'{sum(row["same"] for row in classes.values())} of {sum(row["queries"] for row in classes.values())}', '; '.join(different) or '–'])
    if not rows:
        return ''
    return text + table(['size', 'engine', 'the same', 'different'], rows) + (
        'FTS5 has the first Porter stemmer, the others the second: it keeps words in -ly apart, so that a few passages are missing from its counts.\n\n')


def latency_part(sizes):
    text = '### Latency of full answers\n\nTop 10 with snippets, exact counts, six facets; of mentions all of them with their context; in one process, warm. Milliseconds: p50 / p90 / p99 by the clock, which whatever else the machine does disturbs, and in brackets p50 of processor time, of which the ratios are.\n\n'
    for name, results in sizes.items():
        engines = engines_of(results)
        rows = []
        for label, ours in results['latency-minutes']['classes'].items():
            row = [label, f'{results["answers"]["hits"].get(label, 0):,.0f}']
            for engine in engines:
                measured = results['latency-' + engine]['classes'].get(label)
                row.append(' / '.join(number(measured[p]) for p in ('p50', 'p90', 'p99')) + f' ({number(measured["processor"])})' if measured else '')
            for engine in engines[1:]:
                theirs = results['latency-' + engine]['classes'].get(label)
                row.append(number(ours['processor'] / theirs['processor']) if theirs and theirs['processor'] else '')
            rows.append(row)
        text += f'**{name}**\n\n' + table(['class', 'hits (median)'] + [NAMES[e] for e in engines] + [f'in times of {NAMES[e]}' for e in engines[1:]], rows)
        text += 'Load average at the end: ' + ', '.join(f'{NAMES[e]} {results["latency-" + e]["load"]:.1f}' for e in engines) + '. Peak memory: ' + ', '.join(f'{NAMES[e]} {megabytes(results["latency-" + e]["memory"])}' for e in engines) + '.\n\n'
    return text + '![p50 by class and engine](performance-latency.svg)\n\n' + ('![growth of p50](performance-growth.svg)\n\n' if len(sizes) > 1 else '')


def other_part(sizes):
    text = '### Throughput and cold start\n\nAll queries in turn, queries a second by threads; and one command, `minutes search`, a process a query, ms:\n\n'
    rows = []
    for name, results in sizes.items():
        engines = [engine for engine in NAMES if 'throughput-' + engine in results]
        rows.append([name] + [' / '.join(number(results['throughput-' + engine][t]) for t in ('1', '2')) if engine in engines else '' for engine in NAMES] + [', '.join(f'{label} {1000 * taken:.0f}' for label, taken in results.get('cold', {}).items())])
    return text + table(['size'] + [f'{NAMES[engine]}, 1 / 2 threads' for engine in NAMES] + ['cold start'], rows)


def draw(docs, sizes):
    largest_name, largest = list(sizes.items())[-1]
    engines = engines_of(largest)
    rows = [(label, {engine: largest['latency-' + engine]['classes'].get(label, {}).get('processor', 0) for engine in engines}) for label in largest['latency-minutes']['classes']]
    with open(os.path.join(docs, 'performance-latency.svg'), 'w') as file:
        file.write(charts.bars(f'Full answer, p50 of processor time, {largest_name} passages', 'ms', rows))
    if len(sizes) > 1:
        counts = [results['passages']['records'] for results in sizes.values()]
        lines = [(label, [results['latency-minutes']['classes'][label]['processor'] for results in sizes.values()]) for label in largest['latency-minutes']['classes']]
        with open(os.path.join(docs, 'performance-growth.svg'), 'w') as file:
            file.write(charts.lines('minutes: p50 of processor time by number of passages', 'ms', counts, lines))


def write(root, sizes, command):
    docs = os.path.join(root, 'docs')
    commit = first_line(['git', '-C', root, 'log', '-1', '--format=%h'])
    text = f'Measured on {datetime.date.today()} at {commit} by `{command}`: {machine()}.\n\n'
    text += corpus_part(sizes) + build_part(sizes) + answers_part(sizes) + latency_part(sizes) + other_part(sizes)
    draw(docs, sizes)
    path = os.path.join(docs, 'performance.md')
    with open(path) as file:
        before, rest = file.read().split(BEGIN)
    with open(path, 'w') as file:
        file.write(before + BEGIN + '\n' + text + END + rest.split(END)[1])

"""Charts as SVG, readable on light and dark ground: grouped bars and lines over logarithmic scales."""
import math

COLOURS = {'minutes': '#c2410c', 'lucene': '#2563eb', 'fts5': '#15803d', 'xapian': '#7c3aed'}
NAMES = {'minutes': 'minutes', 'lucene': 'Lucene', 'fts5': 'SQLite FTS5', 'xapian': 'naive Xapian'}
STYLE = '<style>text{font:12px sans-serif;fill:#666}.t{font-weight:bold}.g{stroke:#999;stroke-opacity:.35}</style>'


def escaped(text):
    return str(text).replace('&', '&amp;').replace('<', '&lt;')


def number(value):
    """1,234 / 12.3 / 0.045: three figures."""
    if value >= 100:
        return f'{value:,.0f}'
    return f'{value:.1f}' if value >= 10 else f'{value:.2f}' if value >= 0.1 else f'{value:.3f}'


def decades(values):
    return math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)) + 1e-9)


def bars(title, unit, rows):
    """rows: [(label, {engine: value})]; one bar an engine, its length the logarithm of the value."""
    values = [value for _, row in rows for value in row.values() if value > 0]
    low, high = decades(values)
    left, width, bar = 190, 560, 11
    engines = [engine for engine in COLOURS if any(engine in row for _, row in rows)]
    group = bar * len(engines) + 10
    height = 60 + group * len(rows)

    def x(value):
        return left + width * (math.log10(value) - low) / max(1, high - low)

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + width + 90} {height}" role="img" aria-label="{escaped(title)}">', STYLE]
    out.append(f'<text class="t" x="8" y="16">{escaped(title)}</text>')
    for i, engine in enumerate(engines):
        out.append(f'<rect x="{8 + 130 * i}" y="24" width="10" height="10" fill="{COLOURS[engine]}"/><text x="{22 + 130 * i}" y="33">{NAMES[engine]}</text>')
    for decade in range(low, high + 1):
        out.append(f'<line class="g" x1="{x(10 ** decade):.1f}" x2="{x(10 ** decade):.1f}" y1="42" y2="{height - 16}"/>')
        out.append(f'<text x="{x(10 ** decade):.1f}" y="{height - 3}" text-anchor="middle">{10 ** decade:g} {unit}</text>')
    for i, (label, row) in enumerate(rows):
        top = 46 + group * i
        out.append(f'<text x="{left - 8}" y="{top + group / 2}" text-anchor="end">{escaped(label)}</text>')
        for j, engine in enumerate(engines):
            if row.get(engine, 0) > 0:
                end = max(x(row[engine]), left + 1)
                out.append(f'<rect x="{left}" y="{top + j * bar}" width="{end - left:.1f}" height="{bar - 2}" fill="{COLOURS[engine]}"/>')
                out.append(f'<text x="{end + 4:.1f}" y="{top + j * bar + 9}" style="font-size:10px">{number(row[engine])}</text>')
    return '\n'.join(out + ['</svg>', ''])


def lines(title, unit, sizes, rows):
    """rows: [(label, [value a size])]; a line a row over the sizes, both scales logarithmic, and what linear growth would be."""
    values = [value for _, row in rows for value in row]
    low, high = decades(values)
    left, top, width, height = 60, 40, 460, 380

    def x(size):
        return left + width * (math.log10(size) - math.log10(sizes[0])) / max(1e-9, math.log10(sizes[-1]) - math.log10(sizes[0]))

    def y(value):
        return top + height * (1 - (math.log10(value) - low) / max(1, high - low))

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + width + 200} {top + height + 40}" role="img" aria-label="{escaped(title)}">', STYLE]
    out.append(f'<text class="t" x="8" y="16">{escaped(title)}</text>')
    for decade in range(low, high + 1):
        out.append(f'<line class="g" x1="{left}" x2="{left + width}" y1="{y(10 ** decade):.1f}" y2="{y(10 ** decade):.1f}"/>')
        out.append(f'<text x="{left - 4}" y="{y(10 ** decade) + 4:.1f}" text-anchor="end">{10 ** decade:g} {unit}</text>')
    for size in sizes:
        out.append(f'<text x="{x(size):.1f}" y="{top + height + 18}" text-anchor="middle">{size:,}</text>')
    placed = []
    for i, (label, row) in enumerate(sorted(rows, key=lambda row: -row[1][-1])):
        hue = 360 * i / len(rows)
        points = ' '.join(f'{x(size):.1f},{y(value):.1f}' for size, value in zip(sizes, row))
        out.append(f'<polyline points="{points}" fill="none" stroke="hsl({hue:.0f},60%,45%)" stroke-width="1.5"/>')
        at = max(y(row[-1]) + 4, placed[-1] + 13 if placed else 0)
        placed.append(at)
        out.append(f'<text x="{left + width + 6}" y="{at:.1f}" style="fill:hsl({hue:.0f},60%,45%)">{escaped(label)}</text>')
    return '\n'.join(out + ['</svg>', ''])

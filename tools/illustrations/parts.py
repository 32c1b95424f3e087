"""Shared parts for the Chợ Phiên illustrations: colours, path helpers, karst, houses, trees, brocade.

Every part returns a string of SVG.  Anything irregular takes a seeded `random.Random`, so the
same source always draws the same picture.
"""

import math
import random

INK, CHAM = "#1f2a5a", "#2c3e7b"  # indigo (chàm), deep and mid
CLOTH, SAND = "#f4ecdc", "#e9dcc3"  # unbleached cloth
GOLD, LEAF, PINE = "#d9a441", "#4f7a4a", "#2f5d3a"
RED, COAL = "#b8442f", "#2b2b2b"


def mix(a, b, t):
    pa = [int(a[i : i + 2], 16) for i in (1, 3, 5)]
    pb = [int(b[i : i + 2], 16) for i in (1, 3, 5)]
    return "#%02x%02x%02x" % tuple(round(p + (q - p) * t) for p, q in zip(pa, pb))


WOOD = mix(mix(GOLD, RED, 0.35), COAL, 0.28)
WOOD_D = mix(WOOD, COAL, 0.45)
WOOD_L = mix(WOOD, CLOTH, 0.35)
BAMBOO = mix(GOLD, CLOTH, 0.45)
STEEL_D = mix(COAL, INK, 0.3)
STEEL_M = mix(INK, CLOTH, 0.38)
STEEL_L = mix(CLOTH, INK, 0.16)
STONE = mix(mix(CLOTH, COAL, 0.35), GOLD, 0.12)
ROOF = mix(mix(RED, COAL, 0.58), INK, 0.22)

_ids = [0]


def reset():
    _ids[0] = 0


def uid(p):
    _ids[0] += 1
    return f"{p}{_ids[0]}"


# ---------------------------------------------------------------- primitives
def n(v):
    s = f"{v:.1f}"
    s = s[:-2] if s.endswith(".0") else s
    return "0" if s == "-0" else s


def _a(kw):
    names = {
        "sw": "stroke-width",
        "op": "opacity",
        "cap": "stroke-linecap",
        "join": "stroke-linejoin",
        "dash": "stroke-dasharray",
    }
    return "".join(
        f' {names.get(k, k)}="{n(v) if isinstance(v, float) and k != "op" else v}"'
        for k, v in kw.items()
        if v is not None
    )


def P(d, fill="none", **kw):
    return f'<path d="{d}" fill="{fill}"{_a(kw)}/>'


def rect(x, y, w, h, fill, **kw):
    return f'<rect x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}" fill="{fill}"{_a(kw)}/>'


def ell(x, y, rx, ry, fill, **kw):
    return f'<ellipse cx="{n(x)}" cy="{n(y)}" rx="{n(rx)}" ry="{n(ry)}" fill="{fill}"{_a(kw)}/>'


def circ(x, y, r, fill, **kw):
    return f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(r)}" fill="{fill}"{_a(kw)}/>'


def line(x1, y1, x2, y2, stroke, sw, cap="round", **kw):
    return P(f"M{n(x1)},{n(y1)}L{n(x2)},{n(y2)}", stroke=stroke, sw=sw, cap=cap, **kw)


def poly_d(pts):
    return "M" + "L".join(f"{n(x)},{n(y)}" for x, y in pts) + "Z"


def poly(pts, fill, **kw):
    return P(poly_d(pts), fill, **kw)


def smooth_d(pts, closed=True, k=1 / 6):
    m = len(pts)
    d = f"M{n(pts[0][0])},{n(pts[0][1])}"
    for i in range(m if closed else m - 1):
        g = (lambda j: pts[j % m]) if closed else (lambda j: pts[max(0, min(m - 1, j))])
        p0, p1, p2, p3 = g(i - 1), g(i), g(i + 1), g(i + 2)
        d += "C" + " ".join(
            f"{n(a)},{n(b)}"
            for a, b in (
                (p1[0] + (p2[0] - p0[0]) * k, p1[1] + (p2[1] - p0[1]) * k),
                (p2[0] - (p3[0] - p1[0]) * k, p2[1] - (p3[1] - p1[1]) * k),
                p2,
            )
        )
    return d + ("Z" if closed else "")


def blob(pts, fill, **kw):
    return P(smooth_d(pts), fill, **kw)


def curve(pts, stroke, sw, **kw):
    return P(smooth_d(pts, False), stroke=stroke, sw=sw, cap=kw.pop("cap", "round"), join="round", **kw)


def g(content, t=None, **kw):
    return f"<g{_a(dict(transform=t, **kw))}>{content}</g>"


def at(x, y, content, s=1, r=0, flip=False):
    t = f"translate({n(x)} {n(y)})"
    if r:
        t += f" rotate({n(r)})"
    if s != 1 or flip:
        t += f" scale({-s if flip else s} {s})"
    return g(content, t)


def clip(d, content):
    i = uid("c")
    return f'<clipPath id="{i}"><path d="{d}"/></clipPath><g clip-path="url(#{i})">{content}</g>'


def shadowed(content, dx=22, dy=30, col="#cdbb98", op=0.75):
    """The drawing over its own flat, offset shadow."""
    i = uid("s")
    f = (
        f'<filter id="{i}" x="-20%" y="-20%" width="140%" height="140%"><feFlood flood-color="{col}" flood-opacity="{op}"/>'
        f'<feComposite in2="SourceAlpha" operator="in"/></filter>'
    )
    return f'{f}<g filter="url(#{i})"><g transform="translate({dx} {dy})">{content}</g></g>{content}'


def taper_d(pts, widths):
    """Outline of a smooth stroke whose width changes along its length."""
    L, R = [], []
    for i, (x, y) in enumerate(pts):
        x0, y0 = pts[max(0, i - 1)]
        x1, y1 = pts[min(len(pts) - 1, i + 1)]
        h = math.hypot(x1 - x0, y1 - y0) or 1
        nx, ny = -(y1 - y0) / h, (x1 - x0) / h
        w = widths[i] / 2
        L.append((x + nx * w, y + ny * w))
        R.append((x - nx * w, y - ny * w))
    a, b = smooth_d(L, False), smooth_d(R[::-1], False)
    return a + "L" + b[1:] + "Z"


def taper(pts, widths, fill, **kw):
    return P(taper_d(pts, widths), fill, **kw)


def lerp(a, b, t):
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


# ---------------------------------------------------------------- ornaments
def brocade(x, y, w, h, base=INK, cols=(RED, GOLD, CLOTH), tri=LEAF, edge=GOLD):
    """Band of brocade diamonds."""
    m = max(2, round(w / (h * 0.92)))
    if m % 2 == 0:
        m += 1
    s = w / m
    o = rect(x, y, w, h, base)
    e = h * 0.07
    a, b = y + e * 2.2, y + h - e * 2.2
    for i in range(m + 1):
        cx = x + i * s
        for yy, sg in ((a, 1), (b, -1)):
            o += poly([(cx - s * 0.3, yy), (cx + s * 0.3, yy), (cx, yy + sg * h * 0.22)], tri)
    for i in range(m):
        cx, cy = x + (i + 0.5) * s, y + h / 2
        for k, c in zip((0.46, 0.29, 0.13), cols if i % 2 == 0 else (cols[1], cols[0], cols[2])):
            o += poly([(cx - s * k, cy), (cx, cy - (b - a) * k), (cx + s * k, cy), (cx, cy + (b - a) * k)], c)
    o += rect(x, y + e * 0.6, w, e, edge) + rect(x, y + h - e * 1.6, w, e, edge)
    return clip(f"M{n(x)},{n(y)}h{n(w)}v{n(h)}h{n(-w)}Z", o)


def rice_ear(L=300, bend=1, grains=15, col=GOLD, stem=LEAF, leaf=True, gs=1.0):
    """A stalk rising from the origin whose ear hangs over to one side."""
    pts = [
        (0, 0),
        (bend * L * 0.03, -L * 0.35),
        (bend * L * 0.1, -L * 0.68),
        (bend * L * 0.24, -L * 0.92),
        (bend * L * 0.45, -L * 0.96),
        (bend * L * 0.62, -L * 0.8),
    ]
    o = ""
    if leaf:
        o += taper(
            [(0, -L * 0.2), (-bend * L * 0.12, -L * 0.5), (-bend * L * 0.3, -L * 0.68), (-bend * L * 0.42, -L * 0.66)],
            [L * 0.025, L * 0.045, L * 0.03, 0.5],
            stem,
        )
    o += curve(pts, stem, L * 0.014)
    dark = mix(col, WOOD, 0.45)
    c = []
    for i in range(len(pts) - 1):
        for t in range(10):
            p0, p1, p2, p3 = pts[max(0, i - 1)], pts[i], pts[i + 1], pts[min(len(pts) - 1, i + 2)]
            u = t / 10
            c.append(
                tuple(
                    0.5
                    * (
                        2 * p1[k]
                        + (p2[k] - p0[k]) * u
                        + (2 * p0[k] - 5 * p1[k] + 4 * p2[k] - p3[k]) * u * u
                        + (3 * p1[k] - p0[k] - 3 * p2[k] + p3[k]) * u**3
                    )
                    for k in (0, 1)
                )
            )
    c.append(pts[-1])
    for j in range(grains):
        i = int(24 + (len(c) - 26) * j / (grains - 1))
        x, y = c[i]
        x2, y2 = c[min(len(c) - 1, i + 1)]
        a = math.degrees(math.atan2(y2 - y, x2 - x))
        for sg in (-1, 1):
            q = ell(L * 0.032 * gs, 0, L * 0.036 * gs, L * 0.0155 * gs, col if sg < 0 else dark)
            o += at(x, y, q, 1, a + sg * 34)
    x, y = c[-1]
    o += at(x, y, ell(L * 0.03 * gs, 0, L * 0.036 * gs, L * 0.0155 * gs, col), 1, a)
    return o


def leaf(L, w, col, vein=None, bend=0.1):
    vein = vein or mix(col, CLOTH, 0.35)
    d = f"M0,0C{n(L * 0.25)},{n(-w)} {n(L * 0.7)},{n(-w * 0.9 + bend * L)} {n(L)},{n(bend * L)}C{n(L * 0.7)},{n(w * 0.7 + bend * L)} {n(L * 0.25)},{n(w * 0.8)} 0,0Z"
    o = P(d, col)
    o += clip(
        d, P(f"M0,0Q{n(L * 0.5)},{n(bend * L * 0.2)} {n(L)},{n(bend * L)}L{n(L)},{n(L)}L0,{n(L)}Z", mix(col, INK, 0.25))
    )
    o += P(
        f"M0,0Q{n(L * 0.5)},{n(bend * L * 0.2)} {n(L * 0.95)},{n(bend * L * 0.95)}",
        stroke=vein,
        sw=max(1.5, L * 0.014),
        cap="round",
    )
    for t in (0.25, 0.42, 0.58, 0.74):
        x, y = L * t, bend * L * t * t * 0.9
        for sg in (-1, 1):
            o += line(
                x, y, x + L * 0.1, y + sg * w * 0.42 * (1.1 - abs(t - 0.45)) + bend * L * 0.06, vein, max(1, L * 0.008)
            )
    return o


# ---------------------------------------------------------------- landscape
def tower(cx, base, w, h, fill, shade, light, rng, detail=1):
    """A limestone tower: sheer sides, rounded crown, shaded flank, pale limestone facets."""
    profs = (
        [
            (-0.62, -0.05),
            (-0.53, 0.1),
            (-0.49, 0.3),
            (-0.475, 0.52),
            (-0.44, 0.72),
            (-0.36, 0.88),
            (-0.2, 0.98),
            (-0.02, 1.0),
            (0.14, 0.97),
            (0.26, 0.88),
            (0.33, 0.72),
            (0.36, 0.6),
            (0.43, 0.54),
            (0.465, 0.36),
            (0.49, 0.16),
            (0.54, 0.05),
            (0.64, -0.05),
        ],
        [
            (-0.64, -0.05),
            (-0.54, 0.08),
            (-0.5, 0.28),
            (-0.47, 0.46),
            (-0.38, 0.53),
            (-0.335, 0.7),
            (-0.27, 0.87),
            (-0.13, 0.98),
            (0.04, 1.0),
            (0.2, 0.96),
            (0.32, 0.84),
            (0.39, 0.66),
            (0.43, 0.44),
            (0.47, 0.22),
            (0.52, 0.07),
            (0.62, -0.05),
        ],
        [
            (-0.62, -0.05),
            (-0.52, 0.12),
            (-0.47, 0.36),
            (-0.45, 0.6),
            (-0.4, 0.8),
            (-0.29, 0.94),
            (-0.12, 1.0),
            (0.03, 0.965),
            (0.1, 0.9),
            (0.2, 0.87),
            (0.33, 0.8),
            (0.41, 0.66),
            (0.45, 0.42),
            (0.49, 0.18),
            (0.55, 0.05),
            (0.64, -0.05),
        ],
    )
    prof = profs[rng.randrange(3)]
    j = lambda: rng.uniform(-0.012, 0.012)
    lean = rng.uniform(-0.05, 0.05)
    pts = [(cx + w * (px + lean * py + j()), base - h * (py + (j() if 0 < py < 1 else 0))) for px, py in prof]
    d = smooth_d(pts + [(cx + w * 0.64, base + 12), (cx - w * 0.62, base + 12)])
    o = P(d, fill)
    q = lambda px, py: (cx + w * (px + lean * py), base - h * py)
    z = rng.uniform(-0.05, 0.05)
    zig = [
        q(-0.02, 1.02),
        q(0.1 + z, 0.88),
        q(0.04 + z, 0.76),
        q(0.15 + z, 0.64),
        q(0.05 + z, 0.46),
        q(0.14, 0.3),
        q(0.04, 0.15),
        q(0.1, -0.05),
    ]
    inner = P(
        "M"
        + "L".join(f"{n(a)},{n(b)}" for a, b in zig)
        + f"L{n(cx + w)},{n(base + 12)}L{n(cx + w)},{n(base - h * 1.1)}Z",
        shade,
    )
    if detail and light:
        for px, py, ww, ll in (
            (-0.36, 0.8, 0.1, 0.3),
            (-0.2, 0.9, 0.09, 0.2),
            (-0.24, 0.56, 0.1, 0.24),
            (-0.1, 0.62, 0.07, 0.2),
            (0.24, 0.74, 0.09, 0.26),
        ):
            px += rng.uniform(-0.03, 0.03)
            py += rng.uniform(-0.05, 0.05)
            ww *= rng.uniform(0.8, 1.3)
            ll *= rng.uniform(0.7, 1.1)
            sh = [
                (0, 0),
                (0.75, 0.1),
                (0.45, 0.3),
                (1, 0.46),
                (0.55, 0.62),
                (0.7, 0.8),
                (0.3, 1),
                (0.2, 0.66),
                (-0.2, 0.5),
                (0.1, 0.28),
            ]
            c = mix(light, fill, rng.uniform(0.1, 0.5))
            inner += poly([q(px + ww * a, py - ll * b) for a, b in sh], c if px < 0.1 else mix(light, shade, 0.72))
        inner += poly(
            [q(-0.7, 0.3), q(-0.5, 0.62), q(-0.44, 0.86), q(-0.41, 0.6), q(-0.44, 0.3), q(-0.5, -0.05), q(-0.7, -0.05)],
            mix(light, fill, 0.62),
        )
    o += clip(d, inner)
    return o


def karst(specs, base, fill, shade, light=None, seed=1, detail=1):
    rng = random.Random(seed)
    return "".join(tower(cx, base, w, h, fill, shade, light, rng, detail) for cx, w, h in specs)


def karst_row(x0, x1, base, w, h, fill, shade, light=None, seed=1, detail=1, step=0.62):
    rng = random.Random(seed)
    specs, x = [], x0
    while x < x1:
        ww = w * rng.uniform(0.75, 1.3)
        specs.append((x, ww, h * rng.uniform(0.55, 1.0)))
        x += ww * step * rng.uniform(0.8, 1.25)
    rng.shuffle(specs)
    specs.sort(key=lambda s: -s[2])
    return karst(specs, base, fill, shade, light, seed + 7, detail)


def wave(W, y, amp, seed, k=3, x0=-20):
    rng = random.Random(seed)
    ph = [(rng.uniform(0, 6.28), rng.uniform(0.6, 1.6) * (i + 1), 1 / (i + 1)) for i in range(k)]
    pts = []
    for i in range(13):
        x = x0 + (W + 40) * i / 12
        pts.append((x, y + amp * sum(a * math.sin(p + f * 3.3 * i / 12) for p, f, a in ph)))
    return pts


def ground(W, H, y, amp, seed, fill, **kw):
    pts = wave(W, y, amp, seed)
    return P(smooth_d(pts, False) + f"L{n(W + 20)},{n(H + 20)}L-20,{n(H + 20)}Z", fill, **kw)


def sky(W, H, cols, seed=1, sun=None, hor=None):
    hor = hor or H * 0.66
    o = rect(0, 0, W, H, cols[0])
    for i, c in enumerate(cols[1:], 1):
        o += ground(W, H, hor * i / len(cols), 16, seed + i, c)
    if sun:
        x, y, r, c, bg = sun
        for k, t in ((1.75, 0.14), (1.36, 0.3)):
            o += circ(x, y, r * k, mix(bg, c, t))
        o += circ(x, y, r, c)
    return o


def mist(x, y, w, col, op=0.7, h=16):
    o = ""
    for dx, dy, ww in ((0, 0, 1), (w * 0.18, h * 0.95, 0.62), (-w * 0.12, h * 1.9, 0.5)):
        o += rect(x + dx, y + dy, w * ww, h, col, rx=n(h / 2))
    return g(o, op=op)


def birds(x, y, col, s=1):
    o = ""
    for dx, dy, k in ((0, 0, 1), (46, -20, 0.8), (88, 8, 0.65)):
        w = 17 * k * s
        o += P(
            f"M{n(x + dx * s - w)},{n(y + dy * s - w * 0.35)}Q{n(x + dx * s - w * 0.4)},{n(y + dy * s - w * 0.6)} {n(x + dx * s)},{n(y + dy * s)}Q{n(x + dx * s + w * 0.4)},{n(y + dy * s - w * 0.6)} {n(x + dx * s + w)},{n(y + dy * s - w * 0.35)}",
            stroke=col,
            sw=3 * k * s,
            cap="round",
        )
    return o


def bush(x, y, w, h, col, seed=1, hi=None):
    """Low scalloped foliage with a flat foot."""
    rng = random.Random(seed)
    m = max(4, int(w / (h * 0.42)))
    d = ""
    dots, top = "", ""
    for i in range(m):
        t = (i + 0.5) / m
        r = h * (0.34 + 0.2 * math.sin(math.pi * t)) * rng.uniform(0.85, 1.15)
        cx = x - w / 2 + w * t
        cy = y - h * (0.15 + 0.5 * math.sin(math.pi * t) * rng.uniform(0.8, 1.1))
        dots += circ(cx, cy, r, col)
        if rng.random() < 0.45:
            continue
        top += P(
            f"M{n(cx - r * 0.62)},{n(cy - r * 0.1)}A{n(r * 0.66)},{n(r * 0.66)} 0 0 1 {n(cx + r * 0.1)},{n(cy - r * 0.64)}",
            stroke=hi or mix(col, GOLD, 0.35),
            sw=n(max(2, r * 0.16)),
            cap="round",
        )
    return clip(f"M{n(x - w)},{n(y - h * 2)}h{n(2 * w)}v{n(2 * h)}h{n(-2 * w)}Z", dots) + top


def crown(cx, cy, r, col, seed, squash=0.8, hi=None, lo=None):
    """Round tree crown from three tones of overlapping discs."""
    rng = random.Random(seed)
    hi, lo = hi or mix(col, GOLD, 0.28), lo or mix(col, INK, 0.35)
    cs = []
    for i in range(9):
        a = i / 9 * 6.283 + rng.uniform(-0.2, 0.2)
        cs.append((cx + r * 0.62 * math.cos(a), cy + r * 0.62 * squash * math.sin(a), r * rng.uniform(0.36, 0.5)))
    o = "".join(circ(x + r * 0.06, y + r * 0.12, q, lo) for x, y, q in cs) + ell(cx, cy, r * 0.75, r * 0.7 * squash, lo)
    o += "".join(circ(x - r * 0.04, y - r * 0.03, q * 0.86, col) for x, y, q in cs if y < cy + r * 0.35) + ell(
        cx - r * 0.05, cy - r * 0.1, r * 0.66, r * 0.56 * squash, col
    )
    for i in range(7):
        a = rng.uniform(2.6, 5.2)
        k = rng.uniform(0.25, 0.72)
        x, y, q = cx + r * k * math.cos(a), cy + r * k * squash * math.sin(a), r * rng.uniform(0.12, 0.2)
        o += P(
            f"M{n(x - q)},{n(y + q * 0.3)}A{n(q)},{n(q)} 0 0 1 {n(x + q)},{n(y + q * 0.3)}Q{n(x)},{n(y - q * 0.2)} {n(x - q)},{n(y + q * 0.3)}Z",
            hi,
        )
    return o


def tree(x, y, h, col=LEAF, seed=1, trunk=WOOD_D):
    r = h * 0.36
    o = taper(
        [(x, y), (x - h * 0.015, y - h * 0.3), (x + h * 0.01, y - h * 0.6)], [h * 0.085, h * 0.05, h * 0.035], trunk
    )
    o += taper(
        [(x, y - h * 0.32), (x + h * 0.1, y - h * 0.46), (x + h * 0.15, y - h * 0.58)],
        [h * 0.03, h * 0.025, h * 0.015],
        trunk,
    )
    return o + crown(x, y - h * 0.66, r, col, seed, 0.86)


def bamboo(x, y, h, seed=1, col=LEAF, count=6, spread=0.5):
    rng = random.Random(seed)
    o = ""
    for i in range(count):
        t = (i / (count - 1) - 0.5) * 2
        hh = h * (1 - 0.22 * abs(t)) * rng.uniform(0.85, 1.08)
        bx = x + t * h * 0.07
        pts = [
            (bx, y),
            (bx + t * h * 0.05, y - hh * 0.45),
            (bx + t * h * spread * 0.42, y - hh * 0.82),
            (bx + t * h * spread * 0.85 + 6, y - hh * 0.9),
            (bx + t * h * spread * 1.1 + 8, y - hh * 0.8),
        ]
        c = mix(col, GOLD, rng.uniform(0.05, 0.35))
        o += taper(pts, [h * 0.022, h * 0.018, h * 0.012, h * 0.007, 1], c)
        for k in range(13):
            u = 0.42 + 0.58 * k / 12
            f = u * 4
            j = min(3, int(f))
            px, py = lerp(pts[j], pts[j + 1], f - j)
            for sg in (-1, 1):
                a = 90 - sg * rng.uniform(20, 70) + t * 10
                L = h * rng.uniform(0.07, 0.11)
                o += at(
                    px,
                    py,
                    P(
                        f"M0,0Q{n(L * 0.4)},{n(-L * 0.13)} {n(L)},0Q{n(L * 0.4)},{n(L * 0.13)} 0,0Z",
                        mix(col, PINE if sg > 0 else GOLD, rng.uniform(0.1, 0.4)),
                    ),
                    1,
                    a,
                )
    return o


def banana(x, y, h, seed=1, col=LEAF):
    rng = random.Random(seed)
    o = taper(
        [(x, y), (x, y - h * 0.25), (x + 2, y - h * 0.45)], [h * 0.09, h * 0.075, h * 0.04], mix(LEAF, GOLD, 0.35)
    )
    for a in (-150, -35, -120, -62, -95):
        L = h * rng.uniform(0.52, 0.68)
        sg = 1 if a > -92 else -1
        c = mix(col, rng.choice([PINE, GOLD]), 0.25)
        q = f"M0,0C{n(L * 0.3)},{n(-L * 0.2)} {n(L * 0.75)},{n(-L * 0.17)} {n(L)},{n(sg * L * 0.18)}C{n(L * 0.7)},{n(L * 0.1)} {n(L * 0.3)},{n(L * 0.12)} 0,0Z"
        b = P(q, c) + P(
            f"M0,0Q{n(L * 0.55)},{n(-sg * L * 0.05)} {n(L)},{n(sg * L * 0.18)}",
            stroke=mix(c, CLOTH, 0.4),
            sw=n(h * 0.012),
        )
        o += at(x, y - h * 0.42, b, 1, a)
    return o


def terraces(W, H, y0, y1, m, cols, seed=3, amp=26, rows=True):
    o = ""
    rng = random.Random(seed)
    for i in range(m):
        t = (i / max(1, m - 1)) ** 1.35
        y = y0 + (y1 - y0) * t
        c = cols[i % len(cols)]
        pts = wave(W, y, amp * (0.5 + t), seed * 31 + i, 3)
        th = 5 + 9 * t
        o += P(smooth_d([(a, b - th) for a, b in pts], False) + f"L{W + 20},{H + 20}L-20,{H + 20}Z", mix(c, CLOTH, 0.4))
        o += P(smooth_d(pts, False) + f"L{W + 20},{H + 20}L-20,{H + 20}Z", c)
        o += P(
            smooth_d(pts, False) + "L" + smooth_d([(a, b + th * 1.3) for a, b in pts][::-1], False)[1:] + "Z",
            mix(c, PINE, 0.6),
        )
        if rows:
            gap = (y1 - y0) / m * (0.6 + t)
            for r in range(1, 3):
                off = th * 1.3 + gap * 0.26 * r
                o += curve(
                    [(a, b + off) for a, b in pts],
                    mix(c, PINE, 0.2),
                    n(2 + 3 * t),
                    dash=f"{n(7 + 9 * t)} {n(7 + 8 * t)}",
                    op=0.8,
                )
    return o


def water(W, y0, y1, base, hi, seed=1, x0=0):
    rng = random.Random(seed)
    o = rect(x0, y0, W, y1 - y0, base)
    k = 0
    y = y0 + 10
    while y < y1:
        t = (y - y0) / (y1 - y0)
        for _ in range(5):
            L = rng.uniform(30, 150) * (0.5 + t)
            o += rect(
                x0 + rng.uniform(-40, W),
                y + rng.uniform(-4, 4),
                L,
                2.5 + 3.5 * t,
                hi if rng.random() > 0.35 else mix(base, INK, 0.35),
                rx=3,
                op=round(0.35 + 0.4 * rng.random(), 2),
            )
        y += 14 + 14 * t
    return o


# ---------------------------------------------------------------- buildings
def _stonewall(w, h, rng, col, row=15):
    """Stones in a w×h rectangle, y up, for use under a matrix transform."""
    o = rect(0, 0, w, h, mix(col, COAL, 0.45))
    y = 1
    while y < h - 3:
        rh = min(row * rng.uniform(0.8, 1.2), h - y - 1)
        x = -rng.uniform(0, 12)
        while x < w:
            ww = row * rng.uniform(1, 2.1)
            a, b = max(1, x), min(w - 1, x + ww - 2)
            if b - a > 3:
                o += rect(
                    a,
                    y,
                    b - a,
                    rh - 2,
                    mix(col, rng.choice([CLOTH, COAL, GOLD, CLOTH]), rng.uniform(0.05, 0.28)),
                    rx=n(min(5, rh * 0.3)),
                )
            x += ww
        y += rh
    return o


def house(
    x,
    y,
    s=1,
    flip=False,
    W=320,
    D=150,
    S=80,
    Hh=86,
    R=122,
    wall="wood",
    base="stilts",
    roof=ROOF,
    lit=False,
    ladder=True,
    rail=True,
    seed=1,
    wood=WOOD,
    tint=None,
    tt=0.0,
    stone=STONE,
    bays=4,
    shadow="#000000",
    shop=0.2,
):
    """Stilt house seen from the front corner.  (x, y) is the foot of its near left post."""
    rng = random.Random(seed)
    T = (lambda c: mix(c, tint, tt)) if tint else (lambda c: c)
    kx, ky = 0.62, 0.22
    p = lambda a, b, c: (a + c * kx, -b - c * ky)
    front = "matrix(1 0 0 -1 0 0)"
    side = f"matrix({kx} {-ky} 0 -1 {W} 0)"
    wd, wdd = T(wood), T(mix(wood, COAL, 0.45))
    dark = T(mix(COAL, wood, 0.16))
    o = poly([p(-34, 0, -30), p(W + 14, 0, -30), p(W + 44, 0, D), p(W, 0, D + 10), p(0, 0, D)], shadow, op=shop)
    # below the floor
    if base == "stone":
        o += g(_stonewall(W, S, rng, T(stone)), front) + g(_stonewall(D, S, rng, T(mix(stone, COAL, 0.42))), side)
        dw = W * 0.12
        dx = W * 0.62
        o += rect(dx, -S * 0.86, dw, S * 0.86, dark) + rect(dx - 5, -S * 0.86 - 6, dw + 10, 8, wdd)
    else:
        o += poly([p(0, S, 0), p(W, S, 0), p(W, S, D), p(W, 10, D), p(W, 4, 0), p(0, 4, 0)], dark)
        # stacked firewood and a basket in the dark
        for r in range(3):
            for c in range(5 - r):
                o += circ(W * 0.56 + c * 15 + r * 7.5, -12 - r * 13, 7, T(mix(WOOD_L, COAL, 0.25))) + circ(
                    W * 0.56 + c * 15 + r * 7.5, -12 - r * 13, 3.2, T(WOOD)
                )
        o += poly(
            [(W * 0.32, -6), (W * 0.32 + 34, -6), (W * 0.32 + 40, -34), (W * 0.32 - 6, -34)], T(mix(BAMBOO, COAL, 0.35))
        )
        for zz in (D, D * 0.5):
            o += poly([p(W - 5, 0, zz), p(W + 5, 0, zz), p(W + 5, S, zz), p(W - 5, S, zz)], T(mix(wood, COAL, 0.55)))
        for i in range(bays + 1):
            a = W * i / bays
            o += (
                rect(a - 6, -S, 12, S - 4, wdd)
                + rect(a - 6, -S, 4.5, S - 4, wd)
                + rect(a - 11, -9, 22, 10, T(STONE), rx=3)
            )
    # floor beam, walls
    if wall == "stone":
        o += g(_stonewall(W, Hh, rng, T(stone)), f"matrix(1 0 0 -1 0 {-S})") + g(
            _stonewall(D, Hh, rng, T(mix(stone, COAL, 0.42))), f"matrix({kx} {-ky} 0 -1 {W} {-S})"
        )
        o += poly([p(W, S + Hh, 0), p(W, S + Hh, D), p(W, S + Hh + R - 8, D / 2)], T(mix(wood, COAL, 0.5)))
    else:
        o += rect(0, -S - Hh, W, Hh, wd)
        o += poly(
            [p(W, S, 0), p(W, S, D), p(W, S + Hh, D), p(W, S + Hh + R - 8, D / 2), p(W, S + Hh, 0)],
            T(mix(wood, COAL, 0.42)),
        )
        for i in range(1, int(W / 16)):
            o += line(i * 16, -S - 3, i * 16, -S - Hh, T(mix(wood, COAL, 0.2)), 1.8, "butt")
        for i in range(1, 9):
            zz = D * i / 9
            o += P(
                "M%s,%sL%s,%s"
                % (*map(n, p(W, S, zz)), *map(n, p(W, S + Hh + R * (1 - abs(zz / D - 0.5) * 2) * 0.9, zz))),
                stroke=T(mix(wood, COAL, 0.58)),
                sw=1.8,
            )
        for i in range(bays + 1):
            o += rect(W * i / bays - 4, -S - Hh, 8, Hh, wdd)
    win = T(GOLD) if False else (mix(GOLD, CLOTH, 0.25) if lit else dark)
    for i in range(bays):
        a, bw = W * i / bays, W / bays
        if i == 1:
            o += rect(a + bw * 0.2, -S - Hh * 0.78, bw * 0.6, Hh * 0.78, win)
            if lit:
                o += rect(a + bw * 0.2, -S - Hh * 0.3, bw * 0.6, Hh * 0.3, GOLD)
            o += P(f"M{n(a + bw * 0.2)},{n(-S)}v{n(-Hh * 0.78)}h{n(bw * 0.6)}v{n(Hh * 0.78)}", stroke=wdd, sw=5)
        else:
            ww, hh, wy = bw * 0.5, Hh * 0.42, -S - Hh * 0.74
            o += rect(a + bw * 0.25, wy, ww, hh, win)
            for k in (1, 2, 3):
                o += line(a + bw * 0.25 + ww * k / 4, wy, a + bw * 0.25 + ww * k / 4, wy + hh, wdd, 3, "butt")
            o += rect(a + bw * 0.25 - 4, wy - 4, ww + 8, hh + 8, "none", stroke=wdd, sw=5)
    # side window
    a, b = D * 0.36, D * 0.64
    o += poly(
        [p(W, S + Hh * 0.32, a), p(W, S + Hh * 0.32, b), p(W, S + Hh * 0.74, b), p(W, S + Hh * 0.74, a)],
        mix(GOLD, CLOTH, 0.1) if lit else dark,
        stroke=T(mix(wood, COAL, 0.65)),
        sw=4,
    )
    o += rect(0, -S - Hh, W, Hh * 0.2, COAL, op=0.34)
    o += poly([p(-8, S - 5, -6), p(W + 8, S - 5, -6), p(W + 8, S + 6, -6), p(-8, S + 6, -6)], T(mix(wood, CLOTH, 0.15)))
    o += poly(
        [p(W + 8, S - 5, -6), p(W + 8, S - 5, D + 4), p(W + 8, S + 6, D + 4), p(W + 8, S + 6, -6)],
        T(mix(wood, COAL, 0.55)),
    )
    if rail:
        r0, r1 = (W * 0.5, W + 6)
        for i in range(15):
            xx = r0 + (r1 - r0) * i / 14
            o += line(xx, -S - 6, xx, -S - 32, T(mix(wood, CLOTH, 0.2)), 3.2, "butt")
        o += line(r0 - 3, -S - 32, r1 + 3, -S - 32, T(mix(wood, CLOTH, 0.32)), 5)
    # roof
    ye, yr, ov = S + Hh - 12, S + Hh + R, 22
    A, B, C, E = p(-ov, ye, -28), p(W + ov, ye, -28), p(W + ov, yr, D / 2), p(-ov, yr, D / 2)
    rf = T(roof)
    o += poly([p(W, yr - 6, D / 2), C, p(W + ov, ye, D + 18), p(W, ye, D + 18)], T(mix(COAL, wood, 0.34)))
    sag = 9

    def rib(t):
        b, tp = lerp(A, B, t), lerp(E, C, t)
        m_ = lerp(b, tp, 0.5)
        return b, (m_[0] + 2, m_[1] + sag), tp

    d = f"M{n(A[0])},{n(A[1])}L{n(B[0])},{n(B[1])}Q{n(rib(1)[1][0])},{n(rib(1)[1][1])} {n(C[0])},{n(C[1])}L{n(E[0])},{n(E[1])}Q{n(rib(0)[1][0])},{n(rib(0)[1][1])} {n(A[0])},{n(A[1])}Z"
    q = P(d, rf)
    m = 26
    inner = poly([lerp(A, E, 0.55), lerp(B, C, 0.55), C, E], mix(rf, CLOTH, 0.1))
    for i in range(m + 1):
        b, c, tp = rib(i / m)
        inner += P(f"M{n(b[0])},{n(b[1])}Q{n(c[0])},{n(c[1])} {n(tp[0])},{n(tp[1])}", stroke=mix(rf, COAL, 0.3), sw=3.4)
    for t in (0.2, 0.4, 0.6, 0.8):
        a, b = lerp(A, E, t), lerp(B, C, t)
        inner += P(
            f"M{n(a[0])},{n(a[1] + sag * 0.8)}L{n(b[0])},{n(b[1] + sag * 0.8)}",
            stroke=mix(rf, CLOTH, 0.28),
            sw=2.6,
            dash=f"7 {n((W + 2 * ov) / m * 1.0 - 7 if (W + 2 * ov) / m > 9 else 5)}",
        )
    q += clip(d, inner)
    for i in range(m + 1):
        b = lerp(A, B, i / m)
        q += circ(b[0], b[1] + 1, 5.2, mix(rf, COAL, 0.3)) + circ(b[0], b[1] + 0.5, 2.6, mix(rf, CLOTH, 0.35))
    q += taper([B, rib(1)[1], C], [7, 7, 8], T(mix(wood, COAL, 0.3)))
    q += taper([C, lerp(C, p(W + ov, ye, D + 18), 0.5), p(W + ov, ye, D + 18)], [8, 8, 7], T(mix(wood, COAL, 0.55)))
    q += taper(
        [(E[0] - 8, E[1] - 9), (E[0] + 14, E[1] - 2), lerp(E, C, 0.5), (C[0] - 14, C[1] - 2), (C[0] + 8, C[1] - 9)],
        [4, 11, 10, 11, 4],
        mix(rf, CLOTH, 0.22),
    )
    o += q
    if ladder:
        xb = W * 0.375
        for dx in (-14, 14):
            u, v = p(xb + dx, S + 2, -6), p(xb + dx - 4, 0, -74)
            o += line(*u, *v, T(mix(wood, CLOTH, 0.12)), 6)
        for i in range(1, 8):
            t = i / 8
            u, v = lerp(p(xb, S + 2, -6), p(xb - 4, 0, -74), t), 0
            o += line(u[0] - 16, u[1], u[0] + 16, u[1], T(mix(wood, CLOTH, 0.3)), 5)
    return at(x, y, o, s, 0, flip)


def temple(x, y, s=1, tint=None, tt=0.0):
    """Small country temple, front view; (x, y) is the middle of its lowest step."""
    T = (lambda c: mix(c, tint, tt)) if tint else (lambda c: c)
    o = ""
    for i, w in enumerate((430, 396, 362)):
        o += rect(-w / 2, -18 * (i + 1), w, 19, T(mix(STONE, CLOTH, 0.5 - 0.12 * i))) + rect(
            -w / 2, -18 * (i + 1) + 13, w, 6, T(mix(STONE, COAL, 0.25))
        )
    o += rect(-165, -200, 330, 146, T(mix(GOLD, CLOTH, 0.35)))
    o += rect(-165, -200, 330, 34, COAL, op=0.35)
    o += rect(-56, -170, 112, 116, T(mix(RED, COAL, 0.62)))
    for xx in (-56, 0):
        o += rect(xx + 3, -167, 50, 113, T(mix(RED, COAL, 0.25)))
        for k in range(3):
            for r in range(2):
                o += rect(xx + 9 + k * 14, -160 + r * 26, 10, 20, T(mix(GOLD, COAL, 0.25)))
    for xx in (-112, 112):
        o += circ(xx, -118, 28, T(mix(RED, COAL, 0.3))) + circ(xx, -118, 20, T(mix(GOLD, CLOTH, 0.2)))
        o += line(xx, -140, xx, -96, T(mix(RED, COAL, 0.3)), 5) + line(
            xx - 22, -118, xx + 22, -118, T(mix(RED, COAL, 0.3)), 5
        )
    for xx in (-160, -72, 72, 160):
        o += (
            rect(xx - 9, -205, 18, 151, T(RED))
            + rect(xx + 2, -205, 7, 151, T(mix(RED, COAL, 0.35)))
            + rect(xx - 13, -62, 26, 9, T(STONE))
        )

    def curved(w, h, yb, top):
        d = (
            f"M{-w},{yb - 26}C{-w + 30},{yb + 6} {-w * 0.55},{yb + 10} 0,{yb + 10}C{w * 0.55},{yb + 10} {w - 30},{yb + 6} {w},{yb - 26}"
            f"C{w - 26},{yb - 30} {top + 34},{yb - h * 0.62} {top},{yb - h}L{-top},{yb - h}C{-top - 34},{yb - h * 0.62} {-w + 26},{yb - 30} {-w},{yb - 26}Z"
        )
        q = P(d, T(mix(ROOF, RED, 0.25)))
        inner = ""
        m = 34
        for i in range(m + 1):
            t = (i / m - 0.5) * 2
            inner += P(
                f"M{n(t * top)},{n(yb - h)}Q{n(t * (top + w) * 0.44)},{n(yb - h * 0.35)} {n(t * w * 0.97)},{yb + 14}",
                stroke=T(mix(ROOF, COAL, 0.3)),
                sw=4,
            )
        inner += P(
            f"M{-w},{yb - 26}C{-w + 30},{yb + 6} {-w * 0.55},{yb + 10} 0,{yb + 10}C{w * 0.55},{yb + 10} {w - 30},{yb + 6} {w},{yb - 26}",
            stroke=T(mix(GOLD, COAL, 0.15)),
            sw=11,
        )
        q += clip(d, inner)
        for sg in (-1, 1):
            q += P(
                f"M{sg * (w - 12)},{yb - 22}C{sg * (w + 8)},{yb - 34} {sg * (w + 14)},{yb - 48} {sg * (w + 6)},{yb - 60}C{sg * (w + 2)},{yb - 44} {sg * (w - 14)},{yb - 36} {sg * (w - 34)},{yb - 26}Z",
                T(GOLD),
            )
        return q

    o += curved(236, 84, -200, 118)
    o += rect(-112, -318, 224, 38, T(mix(GOLD, CLOTH, 0.3))) + rect(-112, -296, 224, 16, COAL, op=0.3)
    for k in range(-3, 4):
        o += rect(k * 32 - 6, -318, 12, 38, T(RED))
    o += curved(166, 70, -318, 92)
    o += rect(-98, -396, 196, 14, T(mix(GOLD, COAL, 0.12)), rx=5)
    for sg in (-1, 1):
        o += P(
            f"M{sg * 84},-394C{sg * 112},-398 {sg * 118},-420 {sg * 100},-436C{sg * 104},-416 {sg * 88},-410 {sg * 70},-408Z",
            T(GOLD),
        )
        o += P(
            f"M{sg * 14},-396C{sg * 40},-400 {sg * 30},-424 {sg * 52},-426C{sg * 62},-412 {sg * 60},-402 {sg * 66},-396Z",
            T(mix(GOLD, COAL, 0.12)),
        )
    o += circ(0, -412, 17, T(RED)) + circ(0, -412, 10, T(GOLD))
    return at(x, y, o, s)


def flag(x, y, h, size, cols=(LEAF, RED, GOLD, CHAM, CLOTH), dirn=1, lean=0, pole=WOOD_D):
    """Five-colour festival flag, flame edged, on a pole whose foot is (x, y)."""
    o = line(0, 0, 0, -h, pole, max(3, size * 0.05)) + circ(0, -h - size * 0.04, size * 0.055, GOLD)
    q, m = "", 7
    e = size * 0.09
    pts = [(0, 0)]
    for i in range(m):
        pts += [(size * (i + 0.5) / m, -e), (size * (i + 1) / m, 0)]
    for i in range(m):
        pts += [(size + e, size * (i + 0.5) / m), (size, size * (i + 1) / m)]
    for i in range(m):
        pts += [(size * (1 - (i + 0.5) / m), size + e), (size * (1 - (i + 1) / m), size)]
    q += poly(pts, cols[0])
    for k, c in enumerate(cols[1:], 1):
        a = size * (0.1 * k + 0.005)
        q += rect(a, a, size - 2 * a, size - 2 * a, c)
    q += poly([(size * 0.62, 0), (size, 0), (size, size), (size * 0.5, size)], INK, op=0.12)
    o += g(q, f"translate(0 {n(-h + size * 0.05)}) skewY({8 * dirn}) scale({dirn} 1)")
    return at(x, y, o, 1, lean)


def incense(n_sticks=110, seed=1, L=300, rx=250, ry=92, foot=0.5, sw=9.0, tint=None):
    """Incense bundle standing on its red feet, opened like a flower; the tie is at the origin."""
    rng = random.Random(seed)
    st = []
    for i in range(n_sticks):
        r = math.sqrt(rng.random()) if i > n_sticks * 0.45 else rng.uniform(0.92, 1)
        a = rng.uniform(0, 6.2832) if i > n_sticks * 0.45 else i / (n_sticks * 0.45) * 6.2832
        st.append((r * math.sin(a), r, a))
    st.sort()
    feet, body = "", ""
    k = foot
    for dep, r, a in st:
        tx, ty = rx * r * math.cos(a), -L + ry * dep - (1 - r) * L * 0.12
        c = mix(mix(GOLD, WOOD, 0.62 - 0.42 * (dep + 1) / 2), CLOTH, rng.uniform(0, 0.16))
        if rng.random() < 0.18:
            c = mix(c, WOOD_D, 0.35)
        body += line(tx, ty, 0, 0, c, n(sw))
        body += circ(tx, ty, sw * 0.5, mix(c, CLOTH, 0.22))
    for dep, r, a in sorted(st, key=lambda q: -q[0])[::2]:
        tx, ty = -rx * r * math.cos(a) * k, L * k - ry * dep * k
        feet += line(
            0,
            0,
            tx,
            ty,
            mix(RED, COAL if dep > 0 else GOLD, 0.06 + 0.24 * abs(dep) * (1 if dep > 0 else 0.5)),
            n(sw * 0.62),
        )
    tie = P(
        f"M{n(-sw * 2.9)},{n(-sw * 1.5)}Q0,{n(sw * 0.4)} {n(sw * 2.9)},{n(-sw * 1.5)}L{n(sw * 2.7)},{n(sw * 1.4)}Q0,{n(sw * 3)} {n(-sw * 2.7)},{n(sw * 1.4)}Z",
        INK,
    )
    tie += P(
        f"M{n(-sw * 2.8)},{n(-sw * 0.2)}Q0,{n(sw * 1.7)} {n(sw * 2.8)},{n(-sw * 0.2)}", stroke=GOLD, sw=n(sw * 0.5)
    )
    return feet + body + tie


def basket(w, h, fill=BAMBOO, content=""):
    """Woven basket standing on the origin."""
    d = f"M{n(-w * 0.5)},{n(-h)}L{n(w * 0.5)},{n(-h)}L{n(w * 0.38)},0Q0,{n(h * 0.08)} {n(-w * 0.38)},0Z"
    dk = mix(fill, WOOD, 0.55)
    inner = ""
    m = 5
    for r in range(m):
        for c in range(9):
            if (r + c) % 2:
                inner += rect(-w * 0.5 + c * w / 9, -h + r * h / m, w / 9, h / m, dk, op=0.6)
    inner += rect(w * 0.14, -h, w * 0.4, h * 1.1, COAL, op=0.16)
    o = (
        content
        + P(d, fill)
        + clip(d, inner)
        + rect(-w * 0.54, -h - h * 0.06, w * 1.08, h * 0.13, mix(fill, WOOD, 0.3), rx=n(h * 0.06))
    )
    return o


def svg(W, H, body, bg=CLOTH):
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" width="{W}" height="{H}">{rect(0, 0, W, H, bg)}{body}</svg>\n'

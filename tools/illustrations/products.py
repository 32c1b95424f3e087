"""The product pictures: one object, big and centred, on nearly plain cloth (1200×1200)."""

import math
import random

from parts import *

W = H = 1200
DISC = mix(CLOTH, SAND, 0.85)
SHADE = "#cbb893"


def ground_plate(flat=True):
    """Cloth ground with one pale round and a barely visible karst line."""
    d = "M600,110A490,490 0 1 1 599,110Z"
    far = mix(DISC, CHAM, 0.055)
    near = mix(DISC, CHAM, 0.105)
    base = 800
    inner = karst_row(40, 1180, base, 210, 330, far, mix(far, CHAM, 0.05), seed=5, detail=0)
    inner += karst_row(90, 1180, base + 40, 170, 190, near, mix(near, CHAM, 0.06), seed=9, detail=0)
    inner += rect(0, base + 38, W, 400, mix(DISC, SAND, 0.6) if flat else mix(SAND, GOLD, 0.1))
    return rect(0, 0, W, H, CLOTH) + P(d, DISC) + clip(d, inner)


def floor_shadow(cx, cy, rx, ry):
    return ell(cx + rx * 0.12, cy, rx, ry, SHADE, op=0.8) + ell(
        cx + rx * 0.05, cy - ry * 0.1, rx * 0.8, ry * 0.7, mix(SHADE, COAL, 0.28), op=0.6
    )


def wood_handle(pts, widths, col=WOOD, seed=1, grain=4):
    d = taper_d(pts, widths)
    rng = random.Random(seed)
    up = [(x - 0, y - w * 0.27) for (x, y), w in zip(pts, widths)]
    dn = [(x, y + w * 0.36) for (x, y), w in zip(pts, widths)]
    inner = taper(dn, [w * 0.5 for w in widths], mix(col, COAL, 0.3))
    inner += taper(up, [w * 0.16 for w in widths], mix(col, CLOTH, 0.32))
    for i in range(grain):
        f = (i + 0.7) / grain - 0.5
        a = rng.randint(0, max(0, len(pts) - 3))
        seg = [(x, y + w * f * 0.7 + rng.uniform(-2, 2)) for (x, y), w in zip(pts, widths)][a : a + 3]
        inner += curve(seg, mix(col, COAL, 0.42), 3)
    return P(d, col) + clip(d, inner)


def blade(d, bevel_d, edge_d, marks, spine=None, dark=STEEL_D):
    inner = ""
    for x, y, rx, ry, t in marks:
        inner += ell(
            x,
            y,
            rx,
            ry,
            mix(dark, STEEL_L, t) if t > 0 else mix(dark, "#000000", -t),
            transform=f"rotate(-8 {n(x)} {n(y)})",
        )
    inner += P(bevel_d, mix(STEEL_M, CLOTH, 0.28)) + P(edge_d, mix(CLOTH, INK, 0.07))
    if spine:
        inner += spine
    return P(d, dark) + clip(d, inner)


def hammer_marks(x0, x1, y0, y1, m, seed, rx=26, ry=15):
    rng = random.Random(seed)
    return [
        (
            rng.uniform(x0, x1),
            rng.uniform(y0, y1),
            rx * rng.uniform(0.6, 1.2),
            ry * rng.uniform(0.6, 1.2),
            rng.choice([0.07, 0.12, -0.18, 0.09]),
        )
        for _ in range(m)
    ]


def dao_pha():
    d = "M112,-52L84,-84C-70,-98 -250,-112 -352,-104C-412,-98 -452,-66 -470,-26C-462,52 -412,112 -322,130C-200,148 -60,142 70,126L86,56L112,44Z"
    bev = "M-500,-34C-440,34 -392,76 -312,86C-200,102 -60,98 90,78L90,220L-500,220Z"
    edg = "M-500,10C-450,78 -392,108 -316,112C-200,128 -60,122 90,104L90,220L-500,220Z"
    sp = P("M90,-84C-70,-98 -250,-112 -352,-104C-412,-98 -452,-66 -470,-26", stroke=STEEL_M, sw=15)
    sp += curve([(-440, 26), (-380, 70), (-300, 82), (-180, 96), (-60, 93), (80, 80)], mix(STEEL_D, STEEL_L, 0.22), 10)
    b = blade(d, bev, edg, hammer_marks(-420, 70, -75, 66, 42, 4), sp)
    b += poly([(108, -56), (168, -42), (168, 42), (108, 48)], STEEL_D) + poly(
        [(108, -56), (168, -42), (168, -22), (108, -30)], STEEL_M
    )
    hd = wood_handle([(170, 0), (240, -2), (330, 4), (420, 8), (486, 8)], [82, 86, 76, 86, 100], WOOD, 3)
    hd += (
        rect(160, -47, 34, 92, STEEL_D, rx=6)
        + rect(160, -40, 34, 16, STEEL_M)
        + rect(198, -45, 9, 90, mix(GOLD, COAL, 0.15))
    )
    hd += (
        ell(487, 8, 15, 50, mix(WOOD, COAL, 0.25))
        + ell(489, 8, 9, 34, mix(WOOD, CLOTH, 0.2))
        + ell(491, 8, 5, 10, STEEL_D)
    )
    knife = g(b + hd, "translate(600 586) rotate(-34) scale(1.06)")

    # two split bamboo lengths under the knife
    def stick(x, y, r, L, w):
        q = (
            rect(-L / 2, -w / 2, L, w, mix(LEAF, GOLD, 0.35), rx=4)
            + rect(-L / 2, -w / 2, L, w * 0.3, mix(mix(LEAF, GOLD, 0.35), CLOTH, 0.4), rx=4)
            + rect(-L / 2, w * 0.2, L, w * 0.3, mix(LEAF, PINE, 0.6), rx=4)
        )
        for t in (-0.18, 0.22):
            q += rect(L * t, -w * 0.56, 13, w * 1.12, mix(LEAF, PINE, 0.5), rx=5) + rect(
                L * t + 16, -w * 0.5, 5, w, mix(GOLD, CLOTH, 0.5)
            )
        q += ell(L / 2, 0, w * 0.2, w * 0.5, mix(GOLD, CLOTH, 0.55)) + ell(
            L / 2 + 1, 0, w * 0.11, w * 0.33, mix(WOOD, COAL, 0.4)
        )
        return at(x, y, q, 1, r)

    return (
        ground_plate()
        + shadowed(stick(742, 846, -14, 470, 66))
        + shadowed(stick(800, 930, -5, 400, 56))
        + shadowed(knife, 26, 40)
    )


def dao_bep():
    d = "M120,-46L96,-104C-70,-124 -260,-128 -360,-104C-430,-84 -474,-30 -500,46C-470,100 -420,136 -330,150C-190,166 -50,158 92,138L98,40L120,34Z"
    bev = "M-540,30C-470,50 -400,86 -312,92C-190,102 -50,96 110,74L110,240L-540,240Z"
    edg = "M-540,70C-470,92 -400,124 -320,132C-190,146 -50,138 110,118L110,240L-540,240Z"
    dark = mix(STEEL_D, STEEL_M, 0.35)
    inner_marks = hammer_marks(-400, 80, -95, 60, 30, 8, 22, 12)
    sp = P("M100,-104C-70,-124 -260,-128 -360,-104C-430,-84 -474,-30 -500,46", stroke=mix(STEEL_M, CLOTH, 0.2), sw=13)
    b = blade(d, bev, edg, inner_marks, sp, dark)
    b += poly([(116, -48), (176, -40), (176, 38), (116, 36)], STEEL_D) + poly(
        [(116, -48), (176, -40), (176, -20), (116, -22)], STEEL_M
    )
    b += P("M14,-66c16,-14 40,-6 40,14c0,16 -18,26 -34,18", stroke=mix(dark, STEEL_L, 0.4), sw=6, cap="round")
    hw = mix(WOOD, RED, 0.22)
    hd = wood_handle([(178, 0), (250, -4), (340, -2), (430, 8), (500, 18)], [74, 82, 72, 80, 92], hw, 6)
    hd += rect(168, -44, 26, 84, mix(GOLD, COAL, 0.12), rx=5) + rect(168, -36, 26, 14, mix(GOLD, CLOTH, 0.45))
    for x in (276, 384):
        hd += circ(x, 2, 13, mix(GOLD, COAL, 0.3)) + circ(x - 2, 0, 8, mix(GOLD, CLOTH, 0.4))
    knife = g(b + hd, "translate(590 560) rotate(-27) scale(1)")
    herb = ""
    for a, L, w in ((-70, 190, 58), (-20, 210, 60), (26, 170, 50), (-115, 150, 46)):
        herb += at(0, 0, leaf(L, w, LEAF if a > -60 else mix(LEAF, PINE, 0.6)), 1, a)
    herb = at(690, 905, taper([(-150, 60), (-60, 28), (0, 0)], [9, 10, 8], PINE) + herb)
    chil = taper([(360, 880), (400, 930), (470, 962), (560, 956), (590, 940)], [34, 44, 36, 20, 2], RED)
    chil += taper([(372, 880), (408, 920), (470, 948), (540, 948)], [5, 9, 7, 2], mix(RED, CLOTH, 0.45))
    chil += taper([(336, 826), (340, 850), (358, 882)], [9, 10, 26], PINE)
    return ground_plate() + shadowed(herb, 14, 20) + shadowed(chil, 14, 20) + shadowed(knife, 24, 38)


def arc_pts(cx, cy, r, a0, a1, m, sq=1.0):
    return [
        (
            cx + r * math.cos(math.radians(a0 + (a1 - a0) * i / m)),
            cy + r * sq * math.sin(math.radians(a0 + (a1 - a0) * i / m)),
        )
        for i in range(m + 1)
    ]


def liem():
    # sheaf behind
    rng = random.Random(12)
    sheaf = ""
    for i in range(13):
        t = i / 12
        b = -1 if t < 0.5 else 1
        sheaf += at(
            560 + 60 * t,
            900,
            rice_ear(
                rng.uniform(560, 690),
                b * rng.uniform(0.65, 1.15),
                15,
                mix(GOLD, CLOTH, rng.uniform(0, 0.25)),
                mix(LEAF, GOLD, rng.uniform(0.2, 0.7)),
                i % 3 == 0,
            ),
            1,
            -30 + 60 * t + rng.uniform(-3, 3),
        )
    for i in range(22):
        t = i / 21
        sheaf += line(
            560 + 60 * t,
            850,
            500 + 180 * t + rng.uniform(-8, 8),
            1040 + rng.uniform(-18, 18),
            mix(mix(LEAF, GOLD, 0.65), PINE, rng.uniform(0, 0.4)),
            8,
        )
    sheaf += P("M546,836Q590,856 636,834L640,872Q590,894 542,874Z", RED) + P(
        "M545,852Q590,872 638,850", stroke=GOLD, sw=6
    )
    # sickle
    c = arc_pts(560, 470, 365, 62, -168, 16)
    w = [52, 66, 78, 86, 92, 95, 96, 95, 92, 88, 82, 74, 64, 52, 38, 22, 2]
    d = taper_d(c, w)
    inn = [(560 + (x - 560) * 0.885, 470 + (y - 470) * 0.885) for x, y in c]
    inner = taper(inn, [x * 0.62 for x in w], mix(STEEL_M, CLOTH, 0.3))
    inn2 = [(560 + (x - 560) * 0.862, 470 + (y - 470) * 0.862) for x, y in c]
    inner += taper(inn2, [x * 0.34 for x in w], mix(CLOTH, INK, 0.06))
    out = [(560 + (x - 560) * 1.1, 470 + (y - 470) * 1.1) for x, y in c]
    inner += curve(out, mix(STEEL_D, STEEL_L, 0.3), 13)
    for i in range(30):
        a = math.radians(55 - 215 * i / 30)
        r = rng.uniform(362, 392)
        inner += ell(
            560 + r * math.cos(a), 470 + r * math.sin(a), 13, 9, mix(STEEL_D, STEEL_L, rng.choice([0.08, 0.14]))
        )
    b = P(d, STEEL_D) + clip(d, inner)
    # handle goes on from the heel of the blade
    hx, hy = c[0]
    tang = taper([(hx + 22, hy - 14), (hx - 12, hy + 14), (hx - 34, hy + 52)], [56, 50, 46], STEEL_D)
    hd = at(
        hx - 36,
        hy + 46,
        wood_handle([(0, 0), (70, 0), (150, 3), (230, 2), (290, -6)], [62, 74, 66, 72, 84], WOOD, 5)
        + rect(-8, -35, 30, 70, mix(GOLD, COAL, 0.2), rx=5)
        + ell(291, -6, 12, 42, mix(WOOD, COAL, 0.3)),
        1,
        56,
    )
    sick = g(tang + b + hd, "translate(14 36) rotate(-4 600 600)")
    sheaf = g(sheaf, "translate(588 1010) scale(.84) translate(-588 -1010)")
    return ground_plate() + shadowed(sheaf, 20, 18) + shadowed(sick, 24, 34)


def cuoc():
    d = "M-150,-150C-120,-196 -64,-214 0,-214C64,-214 120,-196 150,-150C172,-20 190,120 200,246C140,276 70,288 0,288C-70,288 -140,276 -200,246C-190,120 -172,-20 -150,-150Z"
    inner = ""
    rng = random.Random(6)
    for _ in range(34):
        inner += ell(
            rng.uniform(-170, 170),
            rng.uniform(-180, 180),
            27 * rng.uniform(0.6, 1.2),
            18 * rng.uniform(0.6, 1.1),
            mix(STEEL_D, STEEL_L, rng.choice([0.07, 0.11, 0.05])),
        )
    inner += P("M60,-230L240,-230L240,300L120,300C112,120 96,-60 60,-230Z", COAL, op=0.3)
    inner += P("M-150,-150C-172,-20 -190,120 -200,246", stroke=STEEL_M, sw=18)
    inner += P("M-230,186C-140,218 -70,226 0,226C70,226 140,218 230,186L230,330L-230,330Z", mix(STEEL_M, CLOTH, 0.3))
    inner += P("M-230,226C-140,258 -70,264 0,264C70,264 140,258 230,226L230,330L-230,330Z", mix(CLOTH, INK, 0.06))
    pl = P(d, STEEL_D) + clip(d, inner)
    # socket and wedge
    sock = P(
        "M-74,-150C-82,-220 -60,-262 0,-262C60,-262 82,-220 74,-150C40,-128 -40,-128 -74,-150Z",
        mix(STEEL_D, "#000000", 0.18),
    ) + P("M-74,-150C-82,-220 -60,-262 0,-262", stroke=STEEL_M, sw=12)
    sock += ell(0, -202, 46, 40, "#15161c")
    sock += (
        ell(2, -200, 38, 33, mix(WOOD, CLOTH, 0.28))
        + ell(2, -200, 27, 22, "none", stroke=mix(WOOD, COAL, 0.2), sw=4)
        + ell(2, -200, 14, 11, "none", stroke=mix(WOOD, COAL, 0.2), sw=4)
    )
    sock += poly([(-30, -206), (34, -200), (34, -190), (-30, -196)], mix(WOOD, COAL, 0.55))
    # shaft leaves behind the socket, up and to the right
    shaft = wood_handle([(0, 0), (180, -2), (400, 3), (600, 0), (770, -2)], [60, 64, 60, 62, 72], WOOD, 2, 5) + ell(
        771, -2, 11, 36, mix(WOOD, COAL, 0.3)
    )
    hoe = at(430, 706, at(10, -206, g(shaft, "scale(.86 1)"), 1, -57) + pl + sock, 0.94, 12)
    soil = blob(
        [
            (180, 1010),
            (260, 960),
            (380, 975),
            (470, 950),
            (600, 970),
            (700, 1000),
            (650, 1040),
            (420, 1052),
            (240, 1046),
        ],
        mix(WOOD, COAL, 0.5),
    )
    soil += blob(
        [(250, 990), (330, 966), (420, 988), (520, 966), (600, 992), (520, 1008), (380, 1012)], mix(WOOD, COAL, 0.3)
    )
    for x, y, r in ((720, 1016, 18), (168, 1030, 14), (760, 1040, 11)):
        soil += circ(x, y, r, mix(WOOD, COAL, 0.45))
    sprout = ""
    for x, y, s in ((800, 990, 1.15), (915, 965, 0.85)):
        sprout += at(
            x,
            y,
            taper([(0, 0), (4, -50), (0, -96)], [9, 9, 7], mix(LEAF, GOLD, 0.25))
            + at(0, -88, leaf(100, 34, LEAF), 1, -32)
            + at(0, -88, leaf(92, 32, mix(LEAF, PINE, 0.5)), 1, -150)
            + ell(0, 4, 46, 13, mix(WOOD, COAL, 0.45)),
            s,
        )
    return ground_plate() + shadowed(hoe, 26, 22) + shadowed(soil, 12, 12) + shadowed(sprout, 12, 8)


def hammer_art():
    """Forging hammer, head at the origin, shaft to the lower right when rotated."""
    shaft = wood_handle([(0, 0), (180, 0), (380, 4), (560, 2), (690, -2)], [66, 62, 56, 66, 76], WOOD, 9, 5) + ell(
        691, -2, 11, 38, mix(WOOD, COAL, 0.3)
    )
    for x in (470, 505, 540):
        shaft += rect(x, -34, 15, 70, INK) + rect(x, -26, 15, 12, CHAM)
    hd = P("M-86,-250L86,-250L96,-232L96,-120L74,-92L74,100L30,232L-30,232L-74,100L-74,-92L-96,-120L-96,-232Z", STEEL_D)
    hd += P(
        "M-86,-250L-34,-250L-30,-120L-24,-92L-24,100L-14,232L-30,232L-74,100L-74,-92L-96,-120L-96,-232Z",
        mix(STEEL_D, STEEL_L, 0.3),
    )
    hd += P(
        "M50,-250L86,-250L96,-232L96,-120L74,-92L74,100L30,232L14,232L40,100L40,-92L56,-120Z",
        mix(STEEL_D, "#000000", 0.35),
    )
    hd += P("M-86,-250L86,-250L96,-232L-96,-232Z", STEEL_L) + P("M-30,232L30,232L34,220L-34,220Z", STEEL_L)
    hd += P("M-96,-120L96,-120L74,-92L-74,-92Z", mix(STEEL_M, STEEL_D, 0.3))
    hd += P("M-74,100L74,100", stroke=mix(STEEL_M, STEEL_D, 0.3), sw=5)
    rng = random.Random(3)
    for _ in range(16):
        hd += ell(rng.uniform(-18, 38), rng.uniform(-215, 85), 13, 9, mix(STEEL_D, STEEL_L, 0.12))
    hd += (
        rect(-50, -38, 100, 80, "#15161c", rx=16)
        + rect(-42, -31, 84, 66, mix(WOOD, CLOTH, 0.3), rx=12)
        + rect(-32, -23, 64, 50, "none", rx=9, stroke=mix(WOOD, COAL, 0.2), sw=4)
        + poly([(-30, -4), (30, -9), (30, 11), (-30, 6)], STEEL_M)
    )
    return shaft, hd


def bua():
    # head seen from the side, shaft square to it
    shaft = wood_handle([(0, 0), (180, 0), (380, 4), (560, 2), (720, -2)], [70, 64, 58, 68, 80], WOOD, 9, 5) + ell(
        721, -2, 12, 40, mix(WOOD, COAL, 0.3)
    )
    for x in (500, 535, 570):
        shaft += rect(x, -36, 17, 73, INK) + rect(x, -28, 17, 13, CHAM)
    _, hd = hammer_art()
    # side cheek: no eye visible from here, so cover it with forged metal and a maker's notch
    hd += (
        rect(-60, -46, 120, 98, STEEL_D)
        + poly([(-74, -46), (-24, -46), (-24, 54), (-74, 54)], mix(STEEL_D, STEEL_L, 0.3))
        + poly([(40, -46), (74, -46), (74, 54), (40, 54)], mix(STEEL_D, "#000000", 0.35))
    )
    wedge = (
        poly([(-104, -28), (-72, -30), (-72, 30), (-104, 28)], WOOD)
        + poly([(-104, -28), (-72, -30), (-72, -12), (-104, -12)], WOOD_L)
        + rect(-104, -5, 32, 9, mix(WOOD, COAL, 0.5))
    )
    ham = at(420, 440, at(60, 0, shaft, 1) + wedge + hd, 1.13, 42)
    coal = ""
    rng = random.Random(4)
    for x, y, r in ((290, 930, 58), (380, 968, 46), (232, 985, 36), (462, 1002, 30), (330, 1012, 34)):
        pts = [
            (x + r * rng.uniform(0.8, 1.1) * math.cos(a), y + r * 0.8 * rng.uniform(0.8, 1.1) * math.sin(a))
            for a in [k * 6.283 / 7 for k in range(7)]
        ]
        coal += (
            poly(pts, COAL)
            + poly([pts[3], pts[4], pts[5], (x + r * 0.1, y - r * 0.1)], mix(COAL, CLOTH, 0.22))
            + poly([pts[5], pts[6], (x + r * 0.1, y - r * 0.1)], mix(COAL, CLOTH, 0.12))
        )
    return ground_plate() + shadowed(coal, 14, 16) + shadowed(ham, 26, 36)


def log_half(L, r, col=WOOD):
    """A split billet lying down: bark, pale split face, end grain."""
    q = P(f"M0,{n(-r)}L{L},{n(-r)}A{n(r * 0.5)},{n(r)} 0 0 1 {L},{n(r)}L0,{n(r)}Z", mix(WOOD_D, COAL, 0.25))
    q += rect(0, -r, L, r * 1.05, mix(GOLD, CLOTH, 0.55))
    for i in range(5):
        y = -r + r * 1.05 * (i + 0.5) / 5
        q += curve([(10, y), (L * 0.3, y + 3), (L * 0.6, y - 3), (L - 8, y + 1)], mix(GOLD, WOOD, 0.4), 3)
    q += rect(0, r * 0.05, L, r * 0.14, mix(WOOD, GOLD, 0.3))
    q += P(
        f"M0,{n(-r)}A{n(r * 0.62)},{n(r)} 0 0 0 0,{n(r)}L0,{n(r)}A{n(r * 0.2)},{n(r)} 0 0 1 0,{n(-r)}Z",
        mix(GOLD, CLOTH, 0.35),
    )
    return q


def chopping_block(cx, top, rx, ry, h):
    d = f"M{cx - rx},{top}C{cx - rx - 10},{top + h * 0.5} {cx - rx - 14},{top + h * 0.8} {cx - rx - 26},{top + h}A{rx + 26},{ry} 0 0 0 {cx + rx + 26},{top + h}C{cx + rx + 14},{top + h * 0.8} {cx + rx + 10},{top + h * 0.5} {cx + rx},{top}Z"
    bark = mix(WOOD_D, COAL, 0.18)
    inner = rect(cx + rx * 0.25, top - ry, rx * 1.2, h + 2 * ry, COAL, op=0.32)
    rng = random.Random(5)
    for i in range(20):
        x = cx - rx + 2 * rx * (i + 0.5) / 20
        y = top + ry * math.sqrt(max(0, 1 - ((x - cx) / rx) ** 2))
        a = rng.uniform(0.1, 0.5)
        inner += taper(
            [(x, y + h * a), (x + 4, y + h * (a + 0.2)), (x - 2, y + h * (a + 0.42))],
            [3, 10, 2],
            mix(bark, WOOD_L, 0.35) if x < cx else mix(bark, COAL, 0.4),
        )
    o = P(d, bark) + clip(d, inner)
    o += ell(cx, top, rx, ry, mix(WOOD, COAL, 0.15)) + ell(cx, top - 2, rx - 14, ry - 7, mix(GOLD, CLOTH, 0.5))
    for k, t in ((0.78, 0.5), (0.58, 0.4), (0.4, 0.5), (0.22, 0.4)):
        o += ell(cx - 8, top - 2, rx * k, ry * k, "none", stroke=mix(GOLD, WOOD, t), sw=4)
    return o


def riu():
    block = chopping_block(560, 800, 270, 86, 200)
    shaft = wood_handle([(0, 0), (160, -8), (340, 6), (500, 2), (640, -16)], [58, 54, 50, 58, 76], WOOD, 11, 5) + ell(
        640, -16, 12, 38, mix(WOOD, COAL, 0.3)
    )
    # head, cutting edge down
    d = "M-88,-70C-40,-84 30,-84 74,-70L82,60C92,130 116,190 136,236C60,268 -70,268 -142,236C-120,190 -100,130 -92,60Z"
    inner = ""
    rng = random.Random(2)
    for _ in range(18):
        inner += ell(
            rng.uniform(-90, 90), rng.uniform(-60, 140), 20, 13, mix(STEEL_D, STEEL_L, rng.choice([0.07, 0.13]))
        )
    inner += P("M30,-90L160,-90L160,280L80,280C70,140 50,20 30,-90Z", COAL, op=0.35)
    inner += P("M-170,176C-80,204 70,204 170,176L170,320L-170,320Z", mix(STEEL_M, CLOTH, 0.3)) + P(
        "M-170,212C-80,238 70,238 170,212L170,320L-170,320Z", mix(CLOTH, INK, 0.06)
    )
    inner += P("M-88,-70C-100,60 -110,140 -142,236", stroke=STEEL_M, sw=14) + P(
        "M-88,-70C-40,-84 30,-84 74,-70", stroke=STEEL_M, sw=16
    )
    head = P(d, STEEL_D) + clip(d, inner)
    stub = rect(-124, -34, 50, 62, WOOD, rx=6) + rect(-124, -34, 50, 20, WOOD_L, rx=6)
    axe = at(500, 560, at(40, -2, shaft) + stub + head, 1.12, -34)
    cut = P("M470,806Q600,776 726,742L716,768Q600,806 486,826Z", mix(WOOD, COAL, 0.45))
    lg = (
        at(150, 985, log_half(300, 46), 1, 7)
        + at(790, 1000, log_half(280, 48), 1, -9)
        + at(700, 1056, log_half(260, 42), 1, 3)
    )
    front = blob(
        [(440, 820), (520, 796), (620, 782), (720, 772), (738, 792), (640, 822), (520, 846)], mix(GOLD, CLOTH, 0.5)
    )
    chips = "".join(
        at(x, y, poly([(0, 0), (46, -12), (54, 4), (8, 14)], mix(GOLD, CLOTH, 0.5)), 1, r)
        for x, y, r in ((360, 1062, 12), (480, 1092, -20), (620, 1098, 8))
    )
    return (
        ground_plate() + floor_shadow(590, 1010, 420, 70) + block + axe + shadowed(lg, 12, 14) + shadowed(chips, 8, 8)
    )


def huong():
    o = ground_plate()
    o += floor_shadow(600, 1010, 430, 60)
    for x, y, s, sd in ((330, 735, 0.82, 3), (880, 735, 0.82, 8)):
        o += ell(x + 20, y + 176, 130, 34, mix(SHADE, COAL, 0.25), op=0.6)
        o += at(x, y, incense(105, sd, 330, 250, 96, 0.55, 10.0), s)
    o += ell(625, 1024, 190, 46, mix(SHADE, COAL, 0.3), op=0.7)
    o += at(600, 790, incense(170, 5, 400, 330, 128, 0.55, 11.0), 1.06)
    return o


def giay():
    rng = random.Random(21)

    def sheet(ox, oy, jit, sd):
        r = random.Random(sd)
        A, B, C, D = (120, 720), (640, 560), (1080, 730), (560, 930)
        pts = []
        for p, q in ((A, B), (B, C), (C, D), (D, A)):
            for i in range(9):
                x, y = lerp(p, q, i / 9)
                pts.append((x + ox + r.uniform(-jit, jit), y + oy + r.uniform(-jit, jit)))
        return pts

    o = ""
    stack = ""
    for i in range(15):
        t = i / 14
        c = mix(mix(CLOTH, GOLD, 0.12), WOOD_L, 0.42 if i % 2 else 0.16)
        c = mix(c, "#ffffff", 0.25 * t)
        stack += blob(sheet(rng.uniform(-9, 9), 120 - i * 9.5, 6, 30 + i), c)
    top = sheet(0, -28, 7, 77)
    paper = mix(CLOTH, "#ffffff", 0.55)
    fib = ""
    for _ in range(70):
        x, y = rng.uniform(150, 1050), rng.uniform(520, 900)
        a = rng.uniform(-0.5, 0.5)
        L = rng.uniform(12, 34)
        fib += P(
            f"M{n(x)},{n(y)}q{n(L * 0.5)},{n(L * a - 6)} {n(L)},{n(L * a)}",
            stroke=mix(SAND, WOOD, rng.uniform(0.15, 0.4)),
            sw=2.4,
            cap="round",
        )
    fib += P("M560,900L1080,700L1000,660L520,860Z", SAND, op=0.5)
    stack += blob([(x, y + 6) for x, y in top], mix(SAND, WOOD_L, 0.5)) + blob(top, paper) + clip(smooth_d(top), fib)
    # roll across the stack
    L, r = 700, 92
    roll_c = mix(CLOTH, "#ffffff", 0.4)
    rd = f"M0,{-r}L{L},{-r}A{r * 0.42},{r} 0 0 1 {L},{r}L0,{r}A{r * 0.42},{r} 0 0 1 0,{-r}Z"
    inner = (
        rect(0, -r, L + 60, r * 0.42, mix(roll_c, "#ffffff", 0.6))
        + rect(-50, r * 0.1, L + 100, r * 0.5, mix(SAND, CLOTH, 0.3))
        + rect(-50, r * 0.52, L + 100, r * 0.5, mix(SAND, WOOD_L, 0.45))
    )
    for _ in range(34):
        x, y = rng.uniform(0, L), rng.uniform(-r, r)
        inner += P(
            f"M{n(x)},{n(y)}q12,-7 {n(rng.uniform(18, 34))},2", stroke=mix(SAND, WOOD, 0.35), sw=2.2, cap="round"
        )
    roll = P(rd, roll_c) + clip(rd, inner)
    roll += P(f"M6,{r - 4}L{L},{r - 10}l-14,16L{L * 0.7},{r + 4}L{L * 0.4},{r + 9}L20,{r + 6}Z", roll_c)
    roll += ell(0, 0, r * 0.42, r, mix(SAND, WOOD_L, 0.35))
    for k in (0.8, 0.6, 0.4):
        roll += ell(2, 2, r * 0.42 * k, r * k, "none", stroke=mix(WOOD, SAND, 0.25), sw=5)
    roll += ell(2, 3, r * 0.1, r * 0.24, mix(WOOD, COAL, 0.3))
    for x in (300, 326, 352):
        roll += P(
            f"M{x},{-r - 2}A{r * 0.42},{r + 2} 0 0 1 {x},{r + 2}",
            stroke=RED if x != 326 else mix(RED, COAL, 0.25),
            sw=13,
        )
    bx = 366
    roll += P(
        f"M{bx},-26C{bx - 60},-96 {bx - 120},-86 {bx - 96},-40C{bx - 80},-14 {bx - 30},-18 {bx},-22C{bx + 54},-96 {bx + 120},-92 {bx + 98},-42C{bx + 84},-12 {bx + 36},-16 {bx},-22",
        stroke=RED,
        sw=11,
        cap="round",
    )
    roll += P(
        f"M{bx},-20C{bx - 14},30 {bx - 40},56 {bx - 48},96M{bx},-20C{bx + 24},24 {bx + 44},46 {bx + 46},84",
        stroke=RED,
        sw=11,
        cap="round",
    ) + circ(bx, -22, 15, mix(RED, COAL, 0.25))
    roll = at(330, 690, roll, 0.88, -16)
    lf = at(
        250,
        985,
        taper([(-70, 40), (0, 10), (90, -10)], [9, 11, 7], WOOD_D)
        + at(60, -8, leaf(210, 74, LEAF), 1, -12)
        + at(20, 6, leaf(170, 60, mix(LEAF, PINE, 0.5)), 1, 38),
    )
    return ground_plate() + shadowed(stack, 22, 30) + shadowed(roll, 20, 34, "#b8a47e", 0.6) + shadowed(lf, 12, 16)


NUT = mix(mix(RED, COAL, 0.5), WOOD, 0.25)


def nut(s=1, r=0, x=0, y=0, col=NUT):
    d = "M0,-128C26,-112 44,-96 84,-66C126,-30 134,36 104,84C76,122 -76,122 -104,84C-134,36 -126,-30 -84,-66C-44,-96 -26,-112 0,-128Z"
    inner = P("M20,-140C60,-60 70,40 30,140L160,140L160,-140Z", mix(col, COAL, 0.38))
    for a in (-74, -46, -20, 8, 36, 64):
        inner += P(f"M0,-128C{a * 0.8},-70 {a * 1.3},0 {a},110", stroke=mix(col, COAL, 0.3), sw=3)
    inner += P("M-140,70C-70,40 70,40 140,70L140,150L-140,150Z", mix(GOLD, CLOTH, 0.35)) + P(
        "M-140,66C-70,38 70,38 140,66L140,80C70,52 -70,52 -140,80Z", mix(col, COAL, 0.5)
    )
    for i in range(16):
        xx = -96 + i * 13
        inner += line(xx, 74, xx + 3, 108, mix(GOLD, WOOD, 0.4), 2.4)
    o = P(d, col) + clip(d, inner)
    o += P("M-86,-34C-104,-6 -102,26 -92,44C-84,20 -74,-14 -48,-50C-62,-52 -76,-46 -86,-34Z", mix(col, CLOTH, 0.55))
    o += P("M-38,-82C-22,-96 -10,-108 0,-140C10,-108 22,-96 38,-82C14,-64 -14,-64 -38,-82Z", mix(CLOTH, GOLD, 0.22))
    for a in (-16, -6, 6, 16):
        o += line(a * 0.5, -122, a * 1.5, -82, mix(GOLD, WOOD, 0.25), 2.4)
    o += line(0, -160, 0, -126, mix(GOLD, WOOD, 0.4), 5)
    return at(x, y, o, s, r)


def hat_de():
    rng = random.Random(17)
    lv = (
        at(360, 440, leaf(360, 90, LEAF, bend=-0.12), 1, -142)
        + at(800, 420, leaf(400, 100, mix(LEAF, PINE, 0.45), bend=0.12), 1, -36)
        + at(640, 330, leaf(300, 80, mix(LEAF, GOLD, 0.2)), 1, -82)
    )

    def spikes(cx, cy, rx, ry, a0, a1, m, L, cols):
        q = ""
        for _ in range(m):
            a = math.radians(rng.uniform(a0, a1))
            k = rng.uniform(0.62, 1)
            x, y = cx + rx * k * math.cos(a), cy + ry * k * math.sin(a)
            b = a + rng.uniform(-0.5, 0.5)
            ll = L * rng.uniform(0.6, 1.15)
            q += poly(
                [
                    (x - 6 * math.sin(b), y + 6 * math.cos(b)),
                    (x + ll * math.cos(b), y + ll * math.sin(b)),
                    (x + 6 * math.sin(b), y - 6 * math.cos(b)),
                ],
                rng.choice(cols),
            )
        return q

    bc = mix(GOLD, LEAF, 0.42)
    cols = [mix(bc, CLOTH, 0.25), bc, mix(bc, COAL, 0.2), mix(bc, GOLD, 0.4), mix(bc, PINE, 0.35)]
    cx, cy = 600, 560
    burr = (
        spikes(cx, cy, 320, 286, 0, 360, 150, 78, cols)
        + ell(cx, cy, 306, 274, mix(bc, COAL, 0.25))
        + spikes(cx, cy, 306, 274, 0, 360, 190, 66, cols)
    )
    # open heart of the burr, four flaps
    op = [
        (cx - 238, cy - 30),
        (cx - 150, cy - 118),
        (cx - 96, cy - 196),
        (cx + 10, cy - 160),
        (cx + 110, cy - 196),
        (cx + 160, cy - 110),
        (cx + 240, cy - 20),
        (cx + 190, cy + 80),
        (cx + 150, cy + 176),
        (cx, cy + 170),
        (cx - 150, cy + 176),
        (cx - 196, cy + 80),
    ]
    burr += (
        blob([(cx + (x - cx) * 1.09, cy + (y - cy) * 1.09) for x, y in op], mix(bc, CLOTH, 0.55))
        + blob(op, mix(GOLD, CLOTH, 0.55))
        + blob([(cx + (x - cx) * 0.9, cy + 12 + (y - cy) * 0.88) for x, y in op], mix(WOOD, GOLD, 0.35))
    )
    burr += (
        nut(1.06, -24, cx - 108, cy + 26)
        + nut(1.06, 24, cx + 108, cy + 26)
        + nut(1.16, 0, cx, cy + 34, mix(NUT, RED, 0.16))
    )
    fr = (
        nut(1.28, -14, 306, 900, mix(NUT, RED, 0.12))
        + nut(1.2, 18, 896, 908)
        + nut(1.42, 4, 600, 946, mix(NUT, RED, 0.2))
    )
    pic = (
        shadowed(lv, 14, 20)
        + floor_shadow(610, 1060, 480, 70)
        + shadowed(burr, 20, 24)
        + shadowed(fr, 20, 18, mix(SHADE, COAL, 0.35), 0.6)
    )
    return ground_plate() + g(pic, "translate(600 640) scale(.9) translate(-600 -640)")


def vai():
    o = ground_plate() + floor_shadow(610, 1010, 480, 66)

    def bolt(x, y, w, h, col, layers=4, band=None):
        r = h / 2
        d = f"M{x + w},{y}L{x + r},{y}A{r},{r} 0 0 0 {x + r},{y + h}L{x + w},{y + h}Q{x + w + 14},{y + h * 0.5} {x + w},{y}Z"
        inner = ""
        for i in range(layers):
            yy = y + h * (i + 1) / layers
            inner += rect(x, yy - h / layers, w + 30, h / layers * 0.3, mix(col, CLOTH, 0.18))
            inner += rect(x, yy - 4.5, w + 30, 4.5, mix(col, COAL, 0.5))
        for i in range(22):
            xx = x + w * i / 22
            inner += line(xx, y, xx, y + h, mix(col, CLOTH, 0.12), 1.6, op=0.6)
        inner += rect(x + w * 0.8, y, w * 0.3, h, COAL, op=0.22) + rect(x, y, r * 0.55, h, COAL, op=0.22)
        q = P(d, col) + clip(d, inner + (band or ""))
        return q

    a, b, c = INK, CHAM, mix(INK, COAL, 0.4)
    o += bolt(170, 848, 850, 160, c, 5)
    o += bolt(200, 700, 800, 152, b, 4)
    o += bolt(160, 560, 850, 144, a, 4)
    # a length hanging over the front of the stack, with its woven border
    d = "M420,470L860,470L868,900Q640,922 412,900Z"
    cl = mix(CHAM, INK, 0.35)
    hang = P(d, cl)
    inner = ""
    for i in range(30):
        inner += line(412 + i * 15.6, 470, 410 + i * 15.8, 920, mix(cl, CLOTH, 0.1), 2)
    for i in range(25):
        inner += line(400, 490 + i * 17, 880, 490 + i * 17, mix(cl, COAL, 0.25), 2)
    inner += poly([(800, 470), (880, 470), (880, 930), (780, 930)], COAL, op=0.2)
    hang += clip(d, inner)
    hang += g(
        brocade(411, 690, 456, 116, mix(RED, COAL, 0.12), (GOLD, INK, CLOTH), LEAF, GOLD)
        + brocade(411, 822, 457, 46, INK, (GOLD, RED, CLOTH), CHAM, CLOTH)
    )
    for i in range(35):
        x = 416 + i * 13
        hang += line(
            x,
            902 + 10 * math.sin((x - 412) / 456 * 3.14),
            x + 1,
            946 + 12 * math.sin((x - 412) / 456 * 3.14),
            RED if i % 4 == 0 else mix(CLOTH, GOLD, 0.4) if i % 4 == 2 else cl,
            5,
        )
    # roll on top
    r = 98
    L = 700
    rc = mix(INK, CHAM, 0.25)
    rd = f"M0,{-r}L{L},{-r}A{r * 0.4},{r} 0 0 1 {L},{r}L0,{r}A{r * 0.4},{r} 0 0 1 0,{-r}Z"
    inn = rect(-40, -r, L + 90, r * 0.34, mix(rc, CLOTH, 0.24)) + rect(
        -40, r * 0.3, L + 90, r * 0.8, mix(rc, COAL, 0.45)
    )
    for i in range(40):
        inn += P(f"M{i * 19 - 20},{-r}A{r * 0.4},{r} 0 0 1 {i * 19 - 20},{r}", stroke=mix(rc, CLOTH, 0.1), sw=1.8)
    roll = P(rd, rc) + clip(rd, inn) + ell(0, 0, r * 0.4, r, mix(rc, CLOTH, 0.3))
    for k in (0.84, 0.66, 0.48, 0.3):
        roll += ell(1, 1, r * 0.4 * k, r * k, "none", stroke=INK, sw=7)
    roll += ell(1, 1, 7, 16, mix(CLOTH, GOLD, 0.3))
    band = ""
    for t in range(6):
        yy = -r + r * 2 * (t + 0.5) / 6
        xx = 104 + r * 0.4 * math.sqrt(max(0, 1 - (yy / r) ** 2))
        if t == 0:
            band += P(f"M104,{-r}A{r * 0.4},{r} 0 0 1 104,{r}", stroke=GOLD, sw=84) + P(
                f"M104,{-r}A{r * 0.4},{r} 0 0 1 104,{r}", stroke=mix(RED, COAL, 0.1), sw=68
            )
        band += poly([(xx - 26, yy), (xx, yy - 15), (xx + 26, yy), (xx, yy + 15)], GOLD) + poly(
            [(xx - 11, yy), (xx, yy - 7), (xx + 11, yy), (xx, yy + 7)], INK
        )
    roll += clip(rd, band)
    o += shadowed(at(235, 470, roll, 1), 14, 22, COAL, 0.28) + shadowed(hang, 14, 6, COAL, 0.32)
    lf = at(936, 1010, leaf(170, 46, LEAF), 1, -28) + at(930, 1016, leaf(140, 40, mix(LEAF, PINE, 0.5)), 1, 6)
    return o + shadowed(lf, 10, 12)


def gao():
    rng = random.Random(9)
    o = ground_plate() + floor_shadow(610, 1040, 420, 66)
    ears = ""
    for i, (x, r, b) in enumerate(
        ((400, -14, -1), (360, -27, -1), (440, -2, -1), (800, 14, 1), (840, 27, 1), (760, 2, 1))
    ):
        ears += at(
            600 + (x - 600) * 0.5,
            850,
            rice_ear(
                540 if i % 3 else 500,
                b * 0.9,
                16,
                mix(GOLD, CLOTH, rng.uniform(0, 0.2)),
                mix(LEAF, GOLD, 0.3),
                i % 2 == 0,
            ),
            1,
            r,
        )
    o += g(ears, "translate(600 850) scale(.9) translate(-600 -850)")
    d = "M520,392C470,440 350,520 318,700C292,850 306,980 352,1036C440,1066 760,1066 848,1036C894,980 908,850 882,700C850,520 730,440 680,392Z"
    bag = mix(CLOTH, SAND, 0.35)
    inner = P("M700,380C830,500 850,760 790,1080L960,1080L960,380Z", mix(SAND, WOOD_L, 0.55))
    inner += P("M760,380C880,520 900,760 850,1080L960,1080L960,380Z", mix(SAND, WOOD, 0.42))
    for pts in (
        [(545, 420), (500, 500), (430, 600), (400, 700)],
        [(575, 420), (560, 520), (520, 640)],
        [(620, 420), (640, 520), (690, 640), (700, 720)],
        [(655, 420), (720, 500), (780, 610)],
        [(600, 430), (598, 500), (590, 560)],
    ):
        inner += taper(pts, [14] + [9] * (len(pts) - 2) + [1], mix(SAND, WOOD_L, 0.6))
    inner += P("M330,700C360,560 450,500 510,440C470,540 400,600 380,760Z", mix(CLOTH, "#ffffff", 0.6))
    inner += g(brocade(280, 800, 640, 150, INK, (RED, GOLD, CLOTH), LEAF, GOLD), "translate(0 0)")
    inner += P("M822,800C834,850 832,900 816,950L960,950L960,800Z", COAL, op=0.28)
    o += P(d, bag) + clip(d, inner)
    neck = "M520,396C500,350 452,322 436,262C480,282 500,250 540,270C570,240 620,240 650,268C700,248 730,280 766,260C748,322 700,350 680,396Z"
    inner = P("M640,240L800,240L800,400L660,400Z", mix(SAND, WOOD_L, 0.6))
    for x0, x1 in ((470, 545), (520, 570), (590, 598), (660, 630), (720, 658)):
        inner += taper([(x0, 262), ((x0 + x1) / 2 + 4, 330), (x1, 396)], [3, 10, 12], mix(SAND, WOOD_L, 0.7))
    o += P(neck, bag) + clip(neck, inner)
    o += (
        P("M512,376Q600,412 688,376L694,420Q600,456 506,420Z", RED)
        + P("M510,398Q600,434 691,398", stroke=mix(RED, COAL, 0.35), sw=5)
        + P("M512,384Q600,418 688,384", stroke=GOLD, sw=4)
    )
    o += P("M640,418C690,470 700,520 690,580M632,420C650,480 640,520 622,560", stroke=RED, sw=10, cap="round")
    for x, y in ((690, 580), (622, 560)):
        o += poly([(x - 10, y - 6), (x + 10, y - 6), (x + 16, y + 48), (x - 16, y + 48)], RED) + rect(
            x - 12, y - 4, 24, 9, GOLD
        )
    # spilled grain
    hp = ""
    heap = blob([(180, 1070), (280, 1010), (400, 980), (510, 1012), (600, 1070), (400, 1092)], mix(CLOTH, SAND, 0.6))
    for i in range(210):
        t = rng.uniform(-1, 1)
        x = 390 + 205 * t
        y = 1080 - rng.random() * (98 * (1 - t * t)) + rng.uniform(-4, 8)
        hp += at(
            x,
            y,
            ell(
                0,
                0,
                13,
                6.2,
                rng.choice(["#fffaf0", mix(CLOTH, SAND, 0.8), mix(CLOTH, "#ffffff", 0.5), mix(SAND, GOLD, 0.18)]),
            ),
            1,
            rng.uniform(-60, 60),
        )
    return o + shadowed(heap + hp, 12, 10, mix(SHADE, COAL, 0.2), 0.7)


def maize(L, r, husk=True):
    """A maize cob lying along +x from its husk."""
    d = f"M0,{-r * 0.9}C{L * 0.3},{-r * 1.1} {L * 0.8},{-r * 0.85} {L},0C{L * 0.8},{r * 0.85} {L * 0.3},{r * 1.1} 0,{r * 0.9}Z"
    k = mix(GOLD, CLOTH, 0.12)
    inner = ""
    rows = 7
    for j in range(rows):
        f = (j + 0.5) / rows * 2 - 1
        for i in range(17):
            t = (i + 0.5) / 17
            wv = r * (1.04 - 0.08 * t - 0.85 * max(0, t - 0.55) ** 1.6 * 2)
            x, y = L * t * 0.99, f * wv
            c = mix(k, WOOD if f > 0.2 else CLOTH, 0.28 if f > 0.2 else 0.22 if f < -0.4 else 0.0)
            inner += rect(x - L / 36, y - wv / rows * 0.94, L / 18.5, wv / rows * 1.86, c, rx=n(r * 0.1))
    o = P(d, mix(GOLD, WOOD, 0.55)) + clip(d, inner)
    if husk:
        for pts, c in (
            ([(0, 0), (L * 0.2, -r * 1.5), (L * 0.5, -r * 1.8), (L * 0.78, -r * 1.5)], mix(LEAF, GOLD, 0.45)),
            ([(0, 0), (L * 0.22, r * 1.4), (L * 0.5, r * 1.7), (L * 0.72, r * 1.9)], mix(LEAF, PINE, 0.2)),
            ([(-20, 0), (L * 0.1, -r * 0.9), (L * 0.3, -r * 1.15), (L * 0.46, -r * 0.8)], LEAF),
            ([(-20, 0), (L * 0.1, r * 0.8), (L * 0.3, r * 1.1), (L * 0.42, r * 0.7)], mix(LEAF, GOLD, 0.2)),
        ):
            o += taper(pts, [r * 0.8, r * 0.9, r * 0.55, 2], c)
            o += curve(pts[:3], mix(c, CLOTH, 0.3), 3)
        o += taper([(-80, 6), (-30, 2), (20, 0)], [r * 0.36, r * 0.5, r * 1.1], mix(LEAF, GOLD, 0.3))
    return o


def ruou():
    o = ground_plate() + floor_shadow(620, 1030, 430, 66)
    lv = ""
    for a, L in ((-160, 330), (-140, 360), (-118, 330), (-24, 330), (-44, 360), (-66, 330)):
        lv += at(600, 640, at(120, 0, leaf(L, L * 0.24, mix(LEAF, PINE if int(a) % 3 else GOLD, 0.3))), 1, a)
    o += shadowed(lv, 12, 16)
    d = "M508,400C506,440 500,452 460,480C350,560 312,680 330,800C344,910 410,1000 470,1046C540,1062 660,1062 730,1046C790,1000 856,910 870,800C888,680 850,560 740,480C700,452 694,440 692,400Z"
    jar = mix(mix(RED, COAL, 0.55), WOOD, 0.3)
    inner = P("M690,380C850,560 850,860 700,1080L900,1080L900,380Z", mix(jar, COAL, 0.42)) + P(
        "M770,480C880,600 890,840 780,1060L920,1060L920,480Z", mix(jar, COAL, 0.66)
    )
    # glaze pouring down the shoulder
    gl = mix(jar, GOLD, 0.34)
    inner += P(
        "M300,380L900,380L900,620C870,690 850,640 830,620C800,600 790,720 760,730C730,740 730,640 690,650C650,660 660,770 620,780C580,790 590,670 550,670C510,670 520,740 480,740C440,740 450,650 410,650C380,650 370,700 300,690Z",
        gl,
    )
    inner += P("M690,380C800,450 850,520 880,640L900,640L900,380Z", mix(gl, COAL, 0.34))
    inner += P("M370,690C372,610 410,550 470,510C440,570 420,640 416,720C410,780 372,760 370,690Z", mix(gl, CLOTH, 0.5))
    for y in (842, 866):
        inner += P(f"M320,{y}Q600,{y + 62} 880,{y}", stroke=mix(jar, COAL, 0.5), sw=6)
    for i in range(21):
        x = 335 + i * 26.5
        y = 896 + 58 * (1 - ((x - 600) / 280) ** 2) - 26
        inner += poly([(x - 11, y), (x, y - 13), (x + 11, y), (x, y + 13)], mix(jar, GOLD, 0.5 if x < 700 else 0.25))
    o += P(d, jar) + clip(d, inner)
    # cloth-covered mouth tied with red cord
    cap = "M470,420C440,370 470,312 520,292C570,276 630,276 680,292C730,312 760,370 730,420C716,440 700,414 684,428C664,446 650,418 630,430C610,444 592,420 572,432C552,444 536,416 518,430C500,442 484,438 470,420Z"
    inner = P("M650,270C720,330 720,380 700,450L780,450L780,270Z", mix(INK, COAL, 0.35)) + P(
        "M490,400C476,360 500,324 540,306C520,340 512,370 514,410Z", mix(CHAM, CLOTH, 0.2)
    )
    for x0, x1 in ((540, 520), (580, 574), (630, 632), (670, 684)):
        inner += taper([(x0, 330), ((x0 + x1) / 2, 380), (x1, 430)], [1, 6, 9], mix(INK, COAL, 0.4))
    o += P(cap, CHAM) + clip(cap, inner)
    o += P("M486,372Q600,408 714,372L716,394Q600,432 484,394Z", RED) + P("M486,380Q600,416 714,380", stroke=GOLD, sw=4)
    mz = at(300, 1010, maize(400, 66), 1, -13)
    mz2 = at(960, 1030, maize(330, 56), 1, -164)
    cup = ell(812, 1010, 74, 26, mix(CLOTH, "#ffffff", 0.5))
    cd = "M738,1010C740,1062 770,1092 812,1092C854,1092 884,1062 886,1010A74,26 0 0 1 738,1010Z"
    cup = (
        P(cd, mix(CLOTH, "#ffffff", 0.4))
        + clip(
            cd,
            rect(826, 990, 90, 120, SAND)
            + P("M738,1046Q812,1086 886,1046", stroke=CHAM, sw=7)
            + P("M742,1060Q812,1100 882,1060", stroke=CHAM, sw=3),
        )
        + ell(812, 1010, 74, 26, "#fffaf0")
        + ell(812, 1013, 60, 18, mix(SAND, GOLD, 0.35))
    )
    return o + shadowed(mz, 14, 20, mix(SHADE, COAL, 0.3), 0.7) + shadowed(cup, 14, 14, mix(SHADE, COAL, 0.3), 0.7)


def ren_dao():
    rng = random.Random(44)
    R = 500
    d = f"M600,{600 - R}A{R},{R} 0 1 1 599,{600 - R}Z"
    night = mix(INK, COAL, 0.35)
    s = rect(0, 0, W, H, night)
    hot = mix(GOLD, RED, 0.35)
    for k, t in ((440, 0.12), (350, 0.24), (260, 0.42), (180, 0.62)):
        s += circ(840, 470, k, mix(night, mix(RED, GOLD, 0.3), t))
    # brick hearth
    s += rect(630, 560, 520, 420, mix(WOOD_D, COAL, 0.45))
    for r in range(7):
        for c in range(7):
            s += rect(
                636 + c * 76 - (38 if r % 2 else 0),
                566 + r * 44,
                70,
                38,
                mix(mix(RED, COAL, 0.55), mix(GOLD, RED, 0.4), max(0, 0.34 - r * 0.06)),
                rx=4,
            )
    s += blob([(680, 560), (720, 500), (790, 460), (850, 440), (930, 470), (1000, 520), (1030, 566)], COAL)
    for i in range(46):
        t = rng.uniform(-1, 1)
        x, y = 850 + 160 * t, 560 - rng.random() * 100 * (1 - t * t)
        r = rng.uniform(12, 24)
        c = rng.choice([RED, mix(RED, GOLD, 0.5), GOLD, mix(COAL, RED, 0.35), COAL, mix(GOLD, CLOTH, 0.35)])
        s += poly([(x + r * math.cos(a + i), y + r * 0.8 * math.sin(a + i)) for a in (0, 1.2, 2.4, 3.6, 5)], c)
    for x, h, w, c in (
        (760, 150, 60, RED),
        (850, 240, 84, RED),
        (930, 170, 62, RED),
        (800, 130, 44, GOLD),
        (858, 170, 52, GOLD),
        (910, 110, 40, GOLD),
        (856, 100, 28, mix(GOLD, CLOTH, 0.6)),
    ):
        y = 520
        s += P(
            f"M{x},{y}C{x - w},{y - h * 0.25} {x - w * 0.3},{y - h * 0.5} {x - w * 0.1},{y - h}C{x + w * 0.5},{y - h * 0.6} {x + w * 0.9},{y - h * 0.3} {x},{y}Z",
            c,
        )
    s += rect(0, 940, W, 300, mix(COAL, WOOD, 0.22))
    # tongs and a rasp on the wall
    s += rect(560, 250, 250, 12, WOOD_D)
    for x, L in ((600, 120), (648, 96)):
        s += rect(x, 256, 9, L, mix(STEEL_D, STEEL_L, 0.2)) + rect(
            x - 13, 256 + L, 36, 26, mix(STEEL_D, STEEL_L, 0.26), rx=4
        )
    s += P("M722,256C700,310 730,350 726,410M742,256C764,310 734,350 738,410", stroke=mix(STEEL_D, STEEL_L, 0.2), sw=9)
    # sparks
    for i in range(60):
        a = math.radians(rng.uniform(-172, -8))
        r = 60 + 330 * rng.random() ** 1.3
        x, y = 500 + r * math.cos(a), 640 + r * math.sin(a) * 0.82
        L = rng.uniform(10, 30)
        s += line(
            x,
            y,
            x + L * math.cos(a),
            y + L * math.sin(a),
            rng.choice([GOLD, mix(GOLD, CLOTH, 0.5), mix(GOLD, RED, 0.5)]),
            rng.choice([3, 4, 6]),
        )
    o = rect(0, 0, W, H, CLOTH) + P(d, night) + clip(d, s)
    # stump + anvil, breaking the round
    st = chopping_block(500, 920, 176, 46, 130)
    an = "M250,676L760,676C742,720 690,736 640,738C606,742 596,770 604,800C612,830 660,846 676,866L676,902L326,902L326,866C342,846 400,830 404,800C408,760 380,744 330,740C240,736 160,716 108,682C150,668 210,668 250,676Z"
    inner = rect(100, 660, 700, 34, mix(STEEL_M, CLOTH, 0.15)) + P(
        "M540,694L780,694L780,910L560,910C600,860 560,800 540,694Z", "#000000", op=0.35
    )
    inner += P("M330,740C380,744 408,760 404,800C400,830 342,846 326,866", stroke=STEEL_M, sw=12) + rect(
        320, 890, 380, 20, "#000000", op=0.3
    )
    inner += P("M640,738C606,742 596,770 604,800C612,830 660,846 676,866", stroke=mix(RED, GOLD, 0.4), sw=9)
    an_ = P(an, STEEL_D) + clip(an, inner)
    # glowing blade
    bl = "M300,640C420,612 560,612 690,634L700,664C560,668 420,668 330,672C306,668 292,656 300,640Z"
    bl_ = circ(500, 640, 120, GOLD, op=0.16) + circ(500, 640, 70, GOLD, op=0.22)
    bl_ += P(bl, mix(RED, GOLD, 0.25)) + clip(
        bl,
        P("M290,630C420,612 560,618 640,634L640,652C520,650 400,652 300,664Z", mix(GOLD, RED, 0.2))
        + P("M300,640C400,622 520,622 580,634C500,646 400,648 310,656Z", mix(GOLD, CLOTH, 0.6)),
    )
    bl_ += poly([(690, 636), (900, 690), (896, 708), (696, 662)], mix(STEEL_D, RED, 0.4)) + poly(
        [(800, 661), (900, 690), (896, 708), (796, 684)], STEEL_D
    )
    shaft, hd = hammer_art()
    # hammer raised over the blade, shaft to the upper left
    ham = at(
        500,
        425,
        at(30, 0, g(shaft, "scale(.84 1)"))
        + hd
        + poly([(-74, -46), (-24, -46), (-24, 54), (-74, 54)], mix(STEEL_D, STEEL_L, 0.3))
        + rect(-24, -46, 64, 100, STEEL_D)
        + poly([(40, -46), (74, -46), (74, 54), (40, 54)], mix(STEEL_D, "#000000", 0.35)),
        0.66,
        -20,
        True,
    )
    o += ell(524, 1050, 226, 30, COAL, op=0.3) + st + an_ + bl_ + ham
    return o


def lam_huong():
    rng = random.Random(31)
    o = ground_plate() + floor_shadow(600, 930, 510, 150)
    cx, cy, rx, ry = 600, 690, 500, 290
    tray = (
        ell(cx, cy + 44, rx, ry, mix(WOOD, COAL, 0.3))
        + ell(cx, cy + 14, rx, ry, WOOD)
        + ell(cx, cy, rx, ry, mix(BAMBOO, WOOD, 0.28))
    )
    wd = f"M{cx - rx + 34},{cy}A{rx - 34},{ry - 24} 0 1 1 {cx + rx - 34},{cy}A{rx - 34},{ry - 24} 0 1 1 {cx - rx + 34},{cy}Z"
    a, b = BAMBOO, mix(BAMBOO, WOOD, 0.22)
    inner = rect(0, 0, W, H, a)
    s = 40
    for i in range(-2, 30):
        for j in range(26):
            if (i + j) % 2 == 0:
                inner += rect(60 + i * s, 380 + j * s * 0.6, s, s * 0.6, b)
            else:
                inner += line(
                    60 + i * s + s / 2,
                    382 + j * s * 0.6,
                    60 + i * s + s / 2,
                    378 + (j + 1) * s * 0.6,
                    mix(b, WOOD, 0.2),
                    2,
                    "butt",
                )
    inner += P(
        f"M{cx - rx},{cy}A{rx - 34},{ry - 24} 0 0 1 {cx + rx},{cy}L{cx + rx},{cy + 34}A{rx - 34},{ry - 24} 0 0 0 {cx - rx},{cy + 34}Z",
        COAL,
        op=0.18,
    )
    tray += P(wd, a) + clip(wd, inner)
    for i in range(40):
        t = i / 40 * 6.2832
        x, y = cx + (rx - 16) * math.cos(t), cy + (ry - 11) * math.sin(t)
        tray += line(x - 7, y - 7, x + 7, y + 7, mix(WOOD, COAL, 0.4), 4)
    o += tray
    # fan of sticks lying on the tray
    fan = ""
    px, py = 640, 905
    for i in range(46):
        t = i / 45
        an = math.radians(-158 + 136 * t)
        L = 520 + rng.uniform(-12, 12)
        x, y = px + L * math.cos(an), py + L * 0.84 * math.sin(an)
        c = mix(mix(GOLD, WOOD, 0.35 + 0.3 * (i % 2)), CLOTH, rng.uniform(0, 0.15))
        k = 0.34
        mx, my = lerp((px, py), (x, y), k)
        fan += (
            line(px, py, mx, my, mix(RED, COAL, 0.15 * (i % 2)), 6.5)
            + line(mx, my, x, y, c, 13)
            + circ(x, y, 6.5, mix(c, CLOTH, 0.35))
        )
        bx, by = px - 60 * math.cos(an), py - 50 * math.sin(an)
        fan += line(px, py, bx, by, mix(RED, COAL, 0.1), 6.5)
    fan += ell(px, py, 34, 20, INK) + ell(px, py - 3, 24, 12, CHAM)
    o += shadowed(fan, 10, 18, mix(WOOD, COAL, 0.3), 0.45)
    # powder bowl
    bx, by = 300, 800
    bd = f"M{bx - 170},{by}C{bx - 164},{by + 110} {bx - 90},{by + 166} {bx},{by + 166}C{bx + 90},{by + 166} {bx + 164},{by + 110} {bx + 170},{by}Z"
    bowl = P(bd, INK) + clip(
        bd,
        P(
            f"M{bx + 40},{by}C{bx + 40},{by + 90} {bx + 10},{by + 150} {bx - 10},{by + 170}L{bx + 190},{by + 170}L{bx + 190},{by}Z",
            mix(INK, COAL, 0.5),
        )
        + g(brocade(bx - 180, by + 52, 360, 54, RED, (GOLD, INK, CLOTH), INK, GOLD))
        + P(f"M{bx + 60},{by + 40}L{bx + 190},{by + 40}L{bx + 190},{by + 120}L{bx + 50},{by + 120}Z", COAL, op=0.3),
    )
    bowl += ell(bx, by, 170, 62, mix(CHAM, CLOTH, 0.3)) + ell(bx, by + 4, 152, 52, mix(INK, COAL, 0.4))
    pw = mix(WOOD, GOLD, 0.25)
    hd = f"M{bx - 148},{by + 8}C{bx - 90},{by - 40} {bx - 50},{by - 92} {bx - 6},{by - 100}C{bx + 50},{by - 92} {bx + 90},{by - 40} {bx + 148},{by + 8}A148,48 0 0 1 {bx - 148},{by + 8}Z"
    bowl += P(hd, pw) + clip(
        hd,
        P(
            f"M{bx},{by - 110}C{bx + 10},{by - 40} {bx + 50},{by + 10} {bx + 20},{by + 70}L{bx + 180},{by + 70}L{bx + 180},{by - 110}Z",
            mix(pw, COAL, 0.28),
        )
        + "".join(
            circ(
                bx + rng.uniform(-130, 130),
                by + rng.uniform(-80, 50),
                rng.uniform(2, 4),
                mix(pw, rng.choice([CLOTH, COAL]), 0.4),
            )
            for _ in range(50)
        ),
    )
    o += shadowed(bowl, 18, 22, mix(WOOD, COAL, 0.35), 0.55)
    # bundle of bare bamboo splints
    sp = ""
    for i in range(26):
        y = (i - 13) * 5.4 + rng.uniform(-3, 3)
        c = mix(mix(GOLD, CLOTH, 0.5), LEAF if i % 5 == 0 else WOOD, rng.uniform(0.05, 0.3))
        sp += line(-240 + rng.uniform(-12, 12), y * 1.1, 240 + rng.uniform(-12, 12), y * 0.95, c, 7.5)
    for x in (-110, 120):
        sp += rect(x, -80, 26, 158, RED, rx=8) + rect(x + 9, -80, 7, 158, mix(RED, GOLD, 0.45))
    o += shadowed(at(850, 1010, sp, 1, -12), 14, 18, mix(SHADE, COAL, 0.3), 0.7)
    return o


PRODUCTS = {
    "dao-pha": dao_pha,
    "dao-bep": dao_bep,
    "liem": liem,
    "cuoc": cuoc,
    "bua": bua,
    "riu-bo-cui": riu,
    "huong-phia-thap": huong,
    "giay-ban-dia-tren": giay,
    "hat-de-trung-khanh": hat_de,
    "vai-cham-nung-an": vai,
    "gao-nep": gao,
    "ruou-ngo-men-la": ruou,
    "trai-nghiem-ren-dao": ren_dao,
    "trai-nghiem-lam-huong": lam_huong,
}

"""The landscapes: places, homestays and festivals (1500×1000), and the share picture (1200×630)."""

import math
import random

from parts import *

W, H = 1500, 1000
CREAM = mix(CLOTH, GOLD, 0.16)
AIR = "#5b8aa6"  # washed-out indigo for distance
DAY = ["#a9c6d2", "#bcd3d8", "#d2dfd9", "#e8e9d8", mix(CLOTH, GOLD, 0.12)]
MORN = [mix(CLOTH, GOLD, 0.42), mix(CLOTH, GOLD, 0.32), mix(CLOTH, GOLD, 0.2), CLOTH]
JADE = ["#b9cfb4", "#c9d8bd", "#dbe2c9", CLOTH]
DUSK = [
    INK,
    mix(INK, CHAM, 0.6),
    mix(CHAM, RED, 0.22),
    mix(mix(CHAM, RED, 0.45), CLOTH, 0.2),
    mix(mix(RED, GOLD, 0.45), CLOTH, 0.25),
    mix(GOLD, CLOTH, 0.35),
]
NIGHT = [mix(INK, COAL, 0.3), INK, mix(INK, CHAM, 0.6), CHAM, mix(CHAM, CLOTH, 0.22), mix(CHAM, CLOTH, 0.4)]
BLUE_FAR, BLUE_MID, BLUE_NEAR = mix(AIR, CLOTH, 0.36), mix(AIR, CLOTH, 0.1), mix(CHAM, PINE, 0.38)
ROCK = mix(STONE, CLOTH, 0.3)


def far_hills(base, h, seed, cols=(BLUE_FAR, BLUE_MID), light=None):
    a, b = cols
    o = karst_row(-60, W + 60, base - 20, 260, h, a, mix(a, CHAM, 0.14), None, seed, 0)
    o += karst_row(-40, W + 60, base, 220, h * 0.66, b, mix(b, CHAM, 0.3), light, seed + 3, 0)
    return o + rect(0, base - 4, W, 110, b)


def near_karst(specs, base, seed, col=BLUE_NEAR, green=True):
    o = karst(specs, base, col, mix(col, INK, 0.42), mix(ROCK, col, 0.3), seed)
    if green:
        for i, (cx, w, h) in enumerate(specs):
            o += bush(cx - w * 0.1, base + 6, w * 1.25, h * 0.2, mix(PINE, CHAM, 0.25), seed + i) + bush(
                cx + w * 0.25, base + 12, w * 0.9, h * 0.13, mix(PINE, LEAF, 0.3), seed + i + 40
            )
            o += bush(cx - w * 0.04, base - h * 0.985 + 10, w * 0.3, h * 0.075, mix(PINE, CHAM, 0.2), seed + i + 80)
    return o


def grass(seed, x0, x1, y, hgt, col, m=40):
    rng = random.Random(seed)
    o = ""
    for _ in range(int(m * 0.6)):
        x = rng.uniform(x0, x1)
        l = hgt * rng.uniform(0.5, 1.1)
        b = rng.uniform(-0.4, 0.4) * l
        o += P(
            f"M{n(x - 4)},{y}Q{n(x)},{n(y - l * 0.6)} {n(x + b)},{n(y - l)}Q{n(x + 4)},{n(y - l * 0.5)} {n(x + 5)},{y}Z",
            mix(col, rng.choice([PINE, GOLD, LEAF]), rng.uniform(0, 0.35)),
        )
    return o


def smoke(x, y, s, col, seed=1):
    rng = random.Random(seed)
    pts = [
        (x, y),
        (x + 14 * s, y - 70 * s),
        (x - 12 * s, y - 150 * s),
        (x + 36 * s, y - 240 * s),
        (x + 20 * s, y - 330 * s),
        (x + 90 * s, y - 410 * s),
    ]
    return taper(pts, [10 * s, 30 * s, 46 * s, 58 * s, 60 * s, 12 * s], col, op=0.8) + taper(
        [(a + 10 * s, b) for a, b in pts], [4 * s, 12 * s, 18 * s, 22 * s, 24 * s, 2], mix(col, "#ffffff", 0.4), op=0.7
    )


def stone_wall(x, y, w, h, seed, col=STONE, row=26):
    return at(
        x, y, g(_sw(w, h, seed, col, row), "scale(1 -1)") + rect(-6, -h - 8, w + 12, 13, mix(col, CLOTH, 0.35), rx=6)
    )


def _sw(w, h, seed, col, row):
    import parts

    return parts._stonewall(w, h, random.Random(seed), col, row)


def path_d(pts, widths, col, edge):
    return taper(pts, [w * 1.12 for w in widths], edge) + taper(pts, widths, col)


def forge_shed(x, y, s=1, flip=False, glow=True):
    o = poly([(-10, 0), (300, 0), (340, -40), (40, -40)], COAL, op=0.22)
    o += rect(0, -150, 280, 150, mix(COAL, WOOD, 0.25))
    if glow:
        for r, t in ((120, 0.2), (86, 0.4), (54, 0.7)):
            o += clip("M0,-150h280v150h-280Z", circ(190, -58, r, mix(mix(COAL, WOOD, 0.25), mix(RED, GOLD, 0.3), t)))
    o += rect(150, -52, 84, 52, mix(RED, COAL, 0.55)) + rect(144, -60, 96, 12, STONE)
    if glow:
        for xx, h, c in ((178, 44, RED), (196, 64, mix(RED, GOLD, 0.5)), (194, 40, GOLD)):
            o += P(
                f"M{xx - 16},-58C{xx - 18},{-58 - h * 0.5} {xx - 4},{-58 - h * 0.7} {xx},{-58 - h}C{xx + 8},{-58 - h * 0.6} {xx + 20},{-58 - h * 0.4} {xx + 14},-58Z",
                c,
            )
    o += P("M54,-62L118,-62C112,-50 98,-48 96,-40L98,-30L74,-30L76,-40C72,-48 60,-50 54,-62Z", STEEL_D) + rect(
        66, -30, 40, 30, WOOD_D
    )
    for xx in (0, 130, 272):
        o += rect(xx - 5, -160, 13, 160, WOOD_D) + rect(xx - 5, -160, 5, 160, WOOD)
    for i in range(5):
        o += line(18 + i * 22, -150, 18 + i * 22, -108 - (i % 2) * 14, STEEL_M, 4) + poly(
            [(14 + i * 22, -116), (24 + i * 22, -116), (22 + i * 22, -84), (12 + i * 22, -92)], STEEL_M
        )
    rf = "M-40,-146L318,-146L280,-236L10,-226Z"
    th = mix(WOOD, GOLD, 0.3)
    inner = ""
    for i in range(26):
        inner += line(-40 + i * 14.4, -142, 8 + i * 11, -236, mix(th, COAL, 0.32), 3)
    inner += rect(-60, -176, 400, 5, mix(th, COAL, 0.3)) + rect(-60, -206, 400, 5, mix(th, COAL, 0.3))
    o += P(rf, th) + clip(rf, inner) + line(4, -232, 284, -238, mix(th, CLOTH, 0.3), 11)
    return at(x, y, o, s, 0, flip)


def lantern(x, y, s=1, col=RED):
    o = (
        line(0, -60, 0, -34, WOOD_D, 3)
        + circ(0, 0, 62, GOLD, op=0.16)
        + ell(0, 0, 32, 36, col)
        + ell(0, 0, 17, 36, mix(col, GOLD, 0.55))
        + ell(0, 0, 6, 36, mix(GOLD, CLOTH, 0.5))
    )
    o += rect(-16, -40, 32, 9, GOLD, rx=3) + rect(-16, 31, 32, 9, GOLD, rx=3) + line(0, 40, 0, 66, GOLD, 4)
    return at(x, y, o, s)


# ---------------------------------------------------------------- villages
def pac_rang():
    o = sky(W, H, MORN, 4, (1090, 250, 84, mix(GOLD, CLOTH, 0.25), MORN[1]))
    o += far_hills(600, 330, 11, (mix(AIR, CLOTH, 0.46), mix(AIR, CLOTH, 0.2)))
    o += near_karst([(130, 360, 520), (420, 300, 400), (1380, 380, 480), (1120, 240, 300)], 640, 21)
    o += mist(480, 560, 420, CLOTH, 0.5) + birds(760, 200, INK)
    o += ground(W, H, 622, 12, 2, mix(LEAF, GOLD, 0.3)) + terraces(
        W, H, 650, 720, 3, [mix(LEAF, GOLD, 0.45), mix(LEAF, GOLD, 0.2)], 5, 8
    )
    o += bush(620, 660, 300, 70, PINE, 4) + bamboo(760, 690, 260, 3, LEAF) + tree(1340, 690, 240, LEAF, 6)
    o += house(560, 700, 0.62, seed=3, base="stone", wood=mix(WOOD, COAL, 0.1)) + house(
        1010, 700, 0.66, seed=4, base="stone", flip=False, ladder=False
    )
    o += smoke(1250, 620, 0.95, mix(CLOTH, CHAM, 0.22)) + smoke(690, 540, 0.4, mix(CLOTH, CHAM, 0.12))
    o += ground(W, H, 760, 14, 8, mix(SAND, GOLD, 0.22))
    o += P(
        smooth_d([(-20, 850), (300, 872), (700, 846), (1100, 862), (1520, 850)], False) + "L1520,1020L-20,1020Z",
        mix(SAND, GOLD, 0.1),
    )
    o += house(110, 858, 1.12, seed=7, base="stone", ladder=True)
    o += banana(70, 880, 230, 2) + bamboo(610, 820, 230, 9)
    o += forge_shed(1010, 872, 1.2)
    o += stone_wall(1040, 985, 470, 72, 5) + stone_wall(-20, 985, 520, 62, 6)
    # blades set out before the shed
    for i in range(5):
        o += at(
            930 + i * 26,
            884,
            rect(-4, -8, 8, 24, WOOD)
            + P("M-7,-8L7,-8L8,-58Q2,-66 -7,-54Z", STEEL_D)
            + P("M-7,-8L-3,-8L-3,-56L-7,-54Z", STEEL_L),
            1,
            8,
        )
    o += (
        bush(1440, 990, 260, 90, PINE, 8)
        + bush(30, 1000, 240, 80, mix(PINE, LEAF, 0.4), 9)
        + grass(3, 0, W, 1004, 40, LEAF, 70)
    )
    return o


def phia_thap():
    o = sky(W, H, DAY, 8, (380, 210, 74, mix(GOLD, CLOTH, 0.35), DAY[1]))
    o += far_hills(520, 300, 31)
    o += near_karst([(1230, 360, 400), (1440, 260, 300), (60, 300, 330)], 560, 41)
    o += terraces(W, H, 540, 730, 7, [LEAF, mix(LEAF, GOLD, 0.4), mix(LEAF, GOLD, 0.68), mix(LEAF, PINE, 0.3)], 9, 24)
    o += tree(690, 640, 180, PINE, 3) + bamboo(560, 690, 220, 5)
    o += house(130, 700, 0.8, seed=12, tint=CLOTH, tt=0.05) + house(800, 742, 1.14, seed=15)
    o += banana(1420, 760, 260, 4) + bush(640, 720, 200, 60, PINE, 3)
    o += ground(W, H, 775, 8, 4, mix(SAND, GOLD, 0.25)) + ground(W, H, 850, 8, 9, mix(SAND, GOLD, 0.12))
    for i, (x, y, s) in enumerate(
        (
            (110, 792, 0.27),
            (300, 796, 0.27),
            (520, 792, 0.27),
            (720, 800, 0.27),
            (200, 846, 0.36),
            (430, 850, 0.36),
            (660, 852, 0.36),
            (900, 850, 0.36),
            (1140, 846, 0.36),
            (1370, 842, 0.36),
            (90, 914, 0.47),
            (360, 922, 0.48),
            (640, 926, 0.48),
            (930, 924, 0.48),
            (1220, 916, 0.47),
        )
    ):
        o += ell(x + 14 * s, y + 150 * s, 170 * s, 36 * s, COAL, op=0.2) + at(
            x, y, incense(34 if s < 0.35 else 46, 60 + i, 300, 215, 90, 0.5, 19 if s < 0.35 else 16), s
        )
    return o


def paper_board(x, y, w, h, lean=0, seed=1, sheets=2):
    rng = random.Random(seed)
    o = poly([(8, 8), (w + 26, 8), (w + 14, -h + 20), (0, -h)], COAL, op=0.28)
    o += rect(0, -h, w, h, mix(WOOD, CLOTH, 0.12)) + rect(w - 7, -h, 7, h, mix(WOOD, COAL, 0.35))
    for i in range(4):
        o += line(w * (i + 0.7) / 4.4, -h + 4, w * (i + 0.7) / 4.4, -4, mix(WOOD, COAL, 0.22), 2.4)
    sh = (h - 14) / sheets
    for k in range(sheets):
        y0 = -h + 10 + k * sh
        pts = []
        a, b, c, d = (9, y0), (w - 14, y0), (w - 14, y0 + sh - 12), (9, y0 + sh - 12)
        for p, q in ((a, b), (b, c), (c, d), (d, a)):
            for i in range(6):
                px, py = lerp(p, q, i / 6)
                pts.append((px + rng.uniform(-2.4, 2.4), py + rng.uniform(-2.4, 2.4)))
        o += blob([(px + 3, py + 4) for px, py in pts], mix(WOOD, COAL, 0.3)) + blob(
            pts, rng.choice([mix(CLOTH, "#ffffff", 0.55), mix(CLOTH, "#ffffff", 0.3), mix(CLOTH, GOLD, 0.06)])
        )
        for _ in range(5):
            px, py = rng.uniform(20, w - 50), rng.uniform(y0 + 12, y0 + sh - 30)
            o += line(px, py, px + rng.uniform(10, 26), py + rng.uniform(-4, 4), mix(SAND, WOOD, 0.22), 2)
    return at(x, y, o, 1, lean)


def dia_tren():
    o = sky(W, H, JADE, 6, (380, 150, 64, mix(GOLD, CLOTH, 0.3), JADE[0]))
    o += far_hills(490, 400, 51, (mix(AIR, CLOTH, 0.46), mix(AIR, CLOTH, 0.2)))
    o += near_karst([(700, 400, 440), (980, 300, 350), (120, 300, 330), (330, 220, 240), (1440, 300, 360)], 500, 61)
    o += ground(W, H, 480, 14, 3, LEAF) + terraces(
        W, H, 500, 600, 4, [mix(LEAF, GOLD, 0.3), LEAF, mix(LEAF, GOLD, 0.5)], 12, 10
    )
    o += tree(1395, 640, 330, LEAF, 4) + bamboo(110, 660, 320, 7)
    # long house wall
    x0, x1, yt, yb = 250, 1290, 400, 760
    o += rect(x0, yt, x1 - x0, yb - yt, WOOD)
    for i in range(1, 62):
        o += line(x0 + i * 17, yt, x0 + i * 17, yb - 70, mix(WOOD, COAL, 0.28), 2, "butt")
    o += at(x0, yb, g(_sw(x1 - x0, 80, 4, STONE, 24), "scale(1 -1)"))
    for xx in (x0, 510, 770, 1030, x1 - 14):
        o += rect(xx, yt, 16, yb - yt - 60, WOOD_D)
    o += rect(x0, yt, x1 - x0, 60, COAL, op=0.4)
    rf = "M180,430L1364,430L1250,232L300,232Z"
    inner = ""
    for i in range(63):
        t = i / 62
        inner += line(180 + 1184 * t, 436, 300 + 950 * t, 232, mix(ROOF, COAL, 0.4), 4, "butt")
    for t in (0.25, 0.5, 0.75):
        inner += P(f"M100,{n(430 - 198 * t)}H1400", stroke=mix(ROOF, CLOTH, 0.26), sw=3, dash="9 10")
    inner += poly([(150, 300), (1400, 300), (1400, 220), (150, 220)], CLOTH, op=0.07)
    o += P(rf, ROOF) + clip(rf, inner)
    for i in range(63):
        o += circ(180 + 1184 * i / 62, 432, 8, mix(ROOF, COAL, 0.3)) + circ(
            180 + 1184 * i / 62, 431, 4, mix(ROOF, CLOTH, 0.35)
        )
    o += taper(
        [(276, 218), (310, 230), (775, 232), (1240, 230), (1274, 218)], [5, 16, 14, 16, 5], mix(ROOF, CLOTH, 0.25)
    )
    o += ground(W, H, 752, 6, 7, mix(SAND, GOLD, 0.22)) + ground(W, H, 850, 10, 12, mix(SAND, GOLD, 0.1))
    for i, x in enumerate((276, 452, 628, 804, 980, 1140)):
        o += paper_board(x, 812 + (i % 2) * 10, 140, 336, (-2, 1.5, -1, 2, -1.5, 2)[i], 70 + i)
    # stone vat with pulp and mould, bast hung on a rail
    for r, c in ((0, 0),):
        d = "M70,826L430,826L404,960Q250,992 96,960Z"
        o += (
            ell(270, 968, 220, 26, COAL, op=0.22)
            + P(d, STONE)
            + clip(
                d,
                rect(300, 800, 200, 200, COAL, op=0.2)
                + "".join(ell(90 + i * 47, 860 + (i % 3) * 34, 20, 11, mix(STONE, CLOTH, 0.3)) for i in range(8)),
            )
        )
        o += (
            ell(250, 826, 182, 46, mix(STONE, CLOTH, 0.45))
            + ell(250, 828, 158, 36, mix(CHAM, CLOTH, 0.5))
            + ell(235, 832, 110, 18, mix(CLOTH, "#ffffff", 0.4), op=0.75)
        )
        o += at(
            276,
            806,
            rect(-110, -10, 230, 20, BAMBOO, rx=4)
            + rect(-100, 4, 210, 12, mix(CLOTH, "#ffffff", 0.5), rx=4)
            + rect(-112, -14, 12, 42, WOOD)
            + rect(112, -14, 12, 42, WOOD),
            1,
            -8,
        )
    o += (
        line(1130, 990, 1130, 800, WOOD_D, 16)
        + line(1450, 990, 1450, 800, WOOD_D, 16)
        + line(1100, 806, 1480, 806, WOOD, 15)
    )
    rng = random.Random(3)
    for i in range(26):
        x = 1146 + i * 11.6
        o += taper(
            [(x, 800), (x + rng.uniform(-5, 5), 860), (x + rng.uniform(-8, 8), 915 + rng.uniform(-14, 34))],
            [11, 10, 3],
            mix(mix(GOLD, CLOTH, 0.5), WOOD, rng.uniform(0, 0.45)),
        )
    # a stack of finished sheets
    for i in range(9):
        o += poly(
            [(600 + i % 2 * 4, 952 - i * 7), (800 + i % 2 * 4, 926 - i * 7), (930, 962 - i * 7), (730, 990 - i * 7)],
            mix(SAND, WOOD_L, 0.3) if i % 2 else mix(CLOTH, "#ffffff", 0.4),
        )
    o += grass(8, 0, 240, 1004, 50, LEAF, 30) + grass(9, 1200, 1500, 1004, 50, LEAF, 30)
    return o


def den_bach_linh():
    o = sky(W, H, MORN, 14, (760, 300, 150, mix(GOLD, CLOTH, 0.3), MORN[1]))
    o += far_hills(600, 320, 71, (mix(AIR, CLOTH, 0.46), mix(AIR, CLOTH, 0.2)))
    o += near_karst([(1350, 360, 460), (1120, 230, 270), (330, 300, 360)], 640, 81)
    o += ground(W, H, 640, 12, 4, LEAF) + bush(1250, 690, 500, 100, PINE, 4) + bush(330, 690, 400, 90, PINE, 5)
    o += ground(W, H, 740, 8, 6, mix(SAND, GOLD, 0.25))
    o += path_d([(780, 800), (780, 860), (770, 1020)], [330, 420, 640], mix(SAND, CLOTH, 0.45), mix(SAND, WOOD, 0.3))
    for i in range(4):
        y = 838 + i * 46
        o += line(600 - i * 42, y, 960 + i * 42, y, mix(SAND, WOOD, 0.3), 4)
    o += temple(780, 812, 1.25)
    # banyan
    tr = mix(WOOD, COAL, 0.38)
    for a, b in (((170, 830), (110, 930)), ((250, 830), (330, 936)), ((210, 840), (210, 940)), ((140, 850), (30, 910))):
        o += taper([a, lerp(a, b, 0.6), b], [70, 40, 8], tr)
    o += taper([(205, 900), (196, 760), (214, 600), (230, 470)], [170, 112, 100, 80], tr)
    for pts, w in (
        ([(210, 640), (120, 520), (20, 450)], [70, 50, 22]),
        ([(222, 620), (330, 500), (470, 430)], [66, 46, 18]),
        ([(226, 540), (260, 400), (300, 300)], [60, 40, 20]),
    ):
        o += taper(pts, w, tr)
    for x in (160, 186, 214, 240):
        o += curve([(x, 880), (x + 6, 760), (x + 12, 640)], mix(tr, CLOTH, 0.2), 5)
    for x, y0, y1 in (
        (60, 500, 790),
        (100, 520, 740),
        (330, 500, 770),
        (372, 480, 700),
        (420, 470, 800),
        (300, 520, 690),
        (30, 480, 700),
    ):
        o += taper([(x, y0), (x + 6, (y0 + y1) / 2), (x - 2, y1)], [7, 5, 2], mix(tr, COAL, 0.2))
    for x, y, r, c, s in (
        (40, 370, 170, PINE, 1),
        (420, 360, 170, PINE, 2),
        (230, 250, 210, mix(PINE, LEAF, 0.3), 3),
        (110, 280, 150, LEAF, 4),
        (350, 250, 140, LEAF, 5),
        (490, 430, 90, LEAF, 6),
    ):
        o += crown(x, y, r, c, s, 0.78)
    o += P("M150,730Q215,760 282,726L280,760Q215,792 152,764Z", RED) + poly(
        [(200, 768), (222, 768), (226, 830), (200, 818)], RED
    )
    for x, y, h, s, dd in (
        (1110, 850, 420, 104, 1),
        (1250, 880, 470, 118, 1),
        (1400, 920, 530, 130, -1),
        (520, 880, 360, 92, 1),
    ):
        o += flag(x, y, h, s, dirn=dd)
    # bronze-gold censer on a stone foot
    o += (
        ell(780, 944, 100, 18, COAL, op=0.22)
        + rect(742, 880, 76, 64, STONE)
        + rect(792, 880, 26, 64, mix(STONE, COAL, 0.3))
        + P("M722,836C722,884 744,894 780,894C816,894 838,884 838,836Z", mix(GOLD, COAL, 0.3))
        + ell(780, 836, 58, 14, mix(GOLD, COAL, 0.5))
    )
    for dx in (-16, 0, 15):
        o += line(780 + dx * 0.6, 836, 780 + dx, 776, RED, 4) + circ(780 + dx, 774, 4, GOLD)
    o += taper([(784, 770), (770, 720), (796, 670), (776, 620), (792, 570)], [3, 12, 16, 12, 2], CLOTH, op=0.6)
    o += (
        bush(1480, 990, 300, 90, PINE, 12)
        + grass(5, 0, 500, 1004, 44, LEAF, 50)
        + grass(6, 1100, 1500, 1004, 44, LEAF, 40)
    )
    return o


def stall(x, y, w, cols, goods, seed=1, h=250):
    """Market stall: striped awning on bamboo poles, a low counter with goods."""
    rng = random.Random(seed)
    o = ell(w / 2, 6, w * 0.56, 18, COAL, op=0.2)
    o += rect(8, -h, w - 16, h - 90, mix(COAL, WOOD, 0.4), op=0.75)
    for xx in (0, w):
        o += line(xx, 0, xx, -h - 20, mix(WOOD, GOLD, 0.35), 11, "butt")
    o += goods
    o += rect(-14, -86, w + 28, 18, WOOD_L) + rect(-8, -68, w + 16, 68, WOOD)
    for i in range(1, 12):
        o += line(-8 + (w + 16) * i / 12, -68, -8 + (w + 16) * i / 12, 0, mix(WOOD, COAL, 0.3), 2.5, "butt")
    o += rect(-8, -68, w + 16, 14, COAL, op=0.3)
    m = 8
    for i in range(m):
        a, b = -40 + (w + 80) * i / m, -40 + (w + 80) * (i + 1) / m
        ta, tb = 10 + (w - 20) * i / m, 10 + (w - 20) * (i + 1) / m
        c = cols[i % len(cols)]
        o += P(f"M{n(a)},{-h + 14}L{n(ta)},{-h - 96}L{n(tb)},{-h - 96}L{n(b)},{-h + 14}Z", c) + P(
            f"M{n(a)},{-h + 14}L{n(b)},{-h + 14}L{n(b)},{-h + 34}A{n((b - a) / 2)},18 0 0 1 {n(a)},{-h + 34}Z",
            mix(c, COAL, 0.2),
        )
    o += line(4, -h - 98, w - 4, -h - 98, WOOD_D, 9)
    return at(x, y, o)


def pile(x, y, w, h, col, seed, r=11):
    rng = random.Random(seed)
    o = ""
    rows = max(2, int(h / (r * 1.2)))
    for k in range(rows):
        ww = w * (1 - k / (rows + 0.6))
        m = max(1, int(ww / (r * 1.7)))
        for i in range(m):
            cx = x - ww / 2 + ww * (i + 0.5) / m
            cy = y - k * r * 1.25
            o += circ(cx, cy, r, mix(col, COAL, 0.25)) + circ(
                cx - r * 0.16, cy - r * 0.16, r * 0.76, mix(col, rng.choice([CLOTH, GOLD, col]), 0.14)
            )
    return o


def hats(x, y, s=1):
    o = ""
    for i in range(3):
        yy = -i * 15
        o += P(
            f"M-64,{yy}Q0,{yy - 14} 0,{yy - 62}Q0,{yy - 14} 64,{yy}Q0,{yy + 20} -64,{yy}Z", mix(BAMBOO, WOOD, 0.12 * i)
        ) + P(f"M0,{yy - 62}Q4,{yy - 14} 64,{yy}Q30,{yy + 10} 6,{yy + 10}Z", mix(BAMBOO, WOOD, 0.4))
        for a in (-36, -14, 14, 36):
            o += line(0, yy - 56, a, yy + 6, mix(BAMBOO, WOOD, 0.45), 1.6)
    return at(x, y, o, s)


def cho():
    o = sky(W, H, MORN, 24, (330, 190, 74, mix(GOLD, CLOTH, 0.2), MORN[0]))
    o += far_hills(500, 300, 91, (mix(AIR, CLOTH, 0.46), mix(AIR, CLOTH, 0.2)))
    o += near_karst([(1230, 380, 420), (1010, 240, 260), (80, 300, 320)], 540, 95)
    o += ground(W, H, 530, 8, 3, mix(LEAF, PINE, 0.4)) + bush(500, 560, 600, 60, PINE, 3)
    for x, s, f in ((20, 0.56, 0), (330, 0.5, 0), (1090, 0.56, 0)):
        o += house(x, 600, s, seed=int(x), ladder=False, tint=CLOTH, tt=0.08)
    o += bamboo(840, 600, 220, 4)
    o += ground(W, H, 590, 4, 2, mix(SAND, GOLD, 0.3))
    red, gold, ind, clo, grn = mix(RED, CLOTH, 0.06), GOLD, CHAM, CLOTH, LEAF
    for x, c in (
        (-60, (ind, clo)),
        (210, (red, clo)),
        (480, (gold, clo)),
        (750, (grn, clo)),
        (1020, (red, gold)),
        (1290, (ind, clo)),
    ):
        o += g(
            stall(0, 0, 330, c, pile(100, -90, 130, 50, RED, 3, 13) + pile(240, -90, 120, 44, GOLD, 4, 13), 4),
            f"translate({x + 20} 690) scale(.62)",
        )
    o += ground(W, H, 720, 6, 5, mix(SAND, GOLD, 0.18))
    # front row
    cloths = ""
    for i, c in enumerate((INK, CHAM, RED, INK, GOLD)):
        xx = 20 + i * 74
        cloths += (
            rect(xx, -246, 60, 116, c)
            + rect(xx, -246, 14, 116, mix(c, CLOTH, 0.15))
            + brocade(xx, -168, 60, 26, mix(RED, COAL, 0.2) if c != RED else INK, (GOLD, CLOTH, INK))
        )
    for i, c in enumerate((CHAM, INK, mix(RED, COAL, 0.1), CHAM, INK, GOLD)):
        cloths += rect(20 + (i % 3) * 124, -104 - (i // 3) * 24, 112, 22, c, rx=10) + rect(
            20 + (i % 3) * 124, -104 - (i // 3) * 24, 112, 6, mix(c, CLOTH, 0.2), rx=3
        )
    o += stall(80, 900, 400, (ind, clo), cloths, 2, 286)
    tools = ""
    for i in range(7):
        xx = 40 + i * 52
        tools += (
            line(xx, -272, xx, -236, WOOD_L, 9)
            + P(
                f"M{xx - 9},-236L{xx + 11},-236L{xx + 13},-156Q{xx + 2},-138 {xx - 9},-160Z", mix(STEEL_M, STEEL_D, 0.3)
            )
            + P(f"M{xx - 9},-236L{xx - 4},-236L{xx - 4},-154L{xx - 9},-160Z", STEEL_L)
        )
    tools += (
        hats(90, -96, 0.9)
        + at(210, -86, basket(90, 50, BAMBOO, pile(0, -52, 78, 26, NUTC, 2, 9)))
        + at(320, -86, basket(90, 50, mix(BAMBOO, GOLD, 0.3), pile(0, -52, 78, 26, mix(CLOTH, "#ffffff", 0.3), 3, 9)))
    )
    o += stall(560, 912, 390, (red, clo), tools, 3, 296)
    veg = (
        pile(70, -92, 110, 52, LEAF, 5, 15) + pile(190, -92, 110, 50, RED, 6, 13) + pile(310, -92, 110, 50, GOLD, 7, 13)
    )
    for i in range(6):
        veg += at(36 + i * 64, -256, maize_hang())
    o += stall(1040, 900, 390, (gold, clo, grn, clo), veg, 4, 286)
    # baskets on the ground
    for x, y, w, h, c in (
        (70, 986, 150, 96, LEAF),
        (250, 992, 130, 76, RED),
        (505, 990, 150, 96, GOLD),
        (690, 996, 130, 74, NUTC),
        (985, 992, 160, 100, mix(CLOTH, "#ffffff", 0.3)),
        (1180, 996, 130, 78, LEAF),
        (1400, 992, 170, 104, GOLD),
    ):
        o += ell(x + 10, y, w * 0.56, 12, COAL, op=0.22) + at(
            x, y, basket(w, h, BAMBOO, pile(0, -h - 2, w * 0.8, h * 0.36, c, int(x), 13))
        )
    return o


NUTC = mix(mix(RED, COAL, 0.4), WOOD, 0.3)


def maize_hang():
    o = line(0, -30, 0, 0, WOOD_D, 3)
    for a in (-14, 0, 14):
        q = ell(0, 34, 12, 34, mix(GOLD, WOOD, 0.12 if a else 0))
        for k in range(5):
            q += line(-8, 14 + k * 10, 8, 14 + k * 10, mix(GOLD, WOOD, 0.4), 2)
        o += g(q + P("M-9,4Q0,-14 9,4L0,18Z", mix(LEAF, GOLD, 0.5)), f"rotate({a})")
    return o


# ---------------------------------------------------------------- water and rock
def strands(x0, x1, y, h, seed, wmin=40, wmax=150, rock=PINE):
    """One step of a waterfall: uneven strands over a lip, parted by wet rock, foam at the foot."""
    rng = random.Random(seed)
    white = mix(AIR, "#ffffff", 0.84)
    o, x, tufts = "", x0, ""
    while x < x1 - wmin * 0.6:
        w = min(rng.uniform(wmin, wmax), x1 - x)
        ya, fl = y + rng.uniform(-16, 14), rng.uniform(4, 16)
        r = min(18, w * 0.3)
        yb = y + h + 14
        d = (
            f"M{n(x)},{n(ya + r)}Q{n(x + 2)},{n(ya)} {n(x + r)},{n(ya - 2)}C{n(x + w * 0.4)},{n(ya - 9)} {n(x + w * 0.6)},{n(ya + 6)} {n(x + w - r)},{n(ya)}Q{n(x + w)},{n(ya + 2)} {n(x + w)},{n(ya + r)}"
            f"C{n(x + w - 4)},{n(ya + h * 0.5)} {n(x + w + fl * 0.4)},{n(ya + h * 0.7)} {n(x + w + fl)},{n(yb)}L{n(x - fl)},{n(yb)}C{n(x - fl * 0.3)},{n(ya + h * 0.7)} {n(x + 5)},{n(ya + h * 0.5)} {n(x)},{n(ya + r)}Z"
        )
        inner = ""
        for _ in range(max(2, int(w / 14))):
            xx, s0, L = x + rng.uniform(0, w), ya + rng.uniform(0, h * 0.5), h * rng.uniform(0.35, 0.8)
            inner += taper(
                [(xx, s0), (xx + rng.uniform(-2, 2), s0 + L * 0.4), (xx + rng.uniform(-5, 5), s0 + L)],
                [1.5, rng.uniform(5, 12), 2],
                rng.choice(["#ffffff", "#ffffff", mix(AIR, "#ffffff", 0.5), mix(AIR, "#ffffff", 0.64)]),
            )
        inner += poly(
            [(x + w * 0.82, ya - 10), (x + w + 20, ya - 10), (x + w + 20, yb), (x + w * 0.9, yb)],
            mix(AIR, "#ffffff", 0.5),
            op=0.6,
        )
        o += P(d, white) + clip(d, inner)
        gap = rng.choice([7, 10, 14, 34])
        if gap > 20:
            gx = x + w + gap / 2
            tufts += poly(
                [
                    (gx - 12, y + 8),
                    (gx + 13, y + 4),
                    (gx + 9, y + h * 0.5),
                    (gx + 3, y + h * 0.8),
                    (gx - 8, y + h * 0.55),
                ],
                mix(rock, STONE, 0.12),
            ) + bush(gx, y + 16, gap * 1.9, 30, LEAF, seed + int(x))
        x += w + gap
    k = x0 - 16
    foam = ""
    while k < x1 + 16:
        rx = rng.uniform(30, 58)
        o += ell(k, y + h + 16, rx, 12, mix(AIR, "#ffffff", 0.45), op=0.55)
        foam += ell(k, y + h + rng.uniform(2, 12), rx, rng.uniform(10, 18), "#ffffff")
        k += rx * 1.15
    return o + g(foam, op=0.78) + tufts


def ban_gioc_falls():
    """Rock steps with a main fall in three tiers and side falls; water level at y=760."""
    rock = mix(PINE, COAL, 0.4)
    o = P(
        smooth_d(
            [(-20, 470), (140, 440), (300, 452), (470, 420), (760, 404), (1030, 420), (1250, 448), (1520, 436)], False
        )
        + "L1520,800L-20,800Z",
        rock,
    )
    for x, y, w, h in ((330, 560, 120, 150), (1330, 560, 200, 150), (1250, 640, 120, 110), (430, 520, 90, 120)):
        o += blob(
            [(x - w / 2, y + h), (x - w * 0.4, y + h * 0.2), (x, y), (x + w * 0.4, y + h * 0.25), (x + w / 2, y + h)],
            mix(rock, LEAF, 0.16),
        )
    o += (
        bush(180, 476, 440, 96, PINE, 2)
        + bush(620, 430, 460, 76, mix(PINE, LEAF, 0.4), 3)
        + bush(1330, 476, 470, 100, PINE, 4)
        + bush(980, 428, 280, 62, LEAF, 7)
    )
    # left, lower fall: a long drop broken once
    o += strands(60, 300, 494, 116, 5, 40, 90, rock) + strands(36, 320, 630, 112, 8, 50, 110, rock)
    o += bush(352, 650, 110, 64, PINE, 7) + bush(16, 650, 80, 80, PINE, 9)
    # main fall
    o += (
        strands(530, 1110, 446, 98, 13, 60, 190, rock)
        + bush(500, 520, 120, 80, PINE, 15)
        + bush(1150, 520, 130, 96, PINE, 16)
    )
    o += (
        strands(456, 1190, 566, 76, 24, 70, 220, rock)
        + bush(430, 630, 120, 76, LEAF, 26)
        + bush(1236, 634, 150, 92, PINE, 27)
    )
    o += strands(400, 1280, 664, 80, 34, 60, 230, rock)
    for x, w, h in ((520, 70, 22), (800, 90, 26), (880, 50, 18), (1130, 80, 24)):
        o += boulder(x, 778, w, h, int(x), mix(rock, STONE, 0.25))
    o += bush(1420, 776, 320, 136, PINE, 14) + bush(4, 776, 90, 100, PINE, 15) + bush(362, 776, 84, 66, PINE, 16)
    return o


def raft(x, y, s=1):
    o = ell(150, 22, 200, 16, INK, op=0.3)
    for i in range(5):
        o += P(
            f"M-20,{i * 6}Q-40,{i * 6 - 10} -52,{i * 6 - 20}L-46,{i * 6 - 24}Q-30,{i * 6 - 8} -10,{i * 6 - 5}L320,{i * 6 - 5}V{i * 6 + 3}Z",
            mix(BAMBOO, WOOD, 0.15 + 0.12 * i),
        )
    for xx in (50, 250):
        o += line(xx, 4, xx, -96, WOOD_D, 7) + line(xx + 22, 0, xx + 22, -90, WOOD, 5)
    for k in range(3):
        o += (
            rect(78 + k * 58, -26, 42, 9, WOOD)
            + rect(82 + k * 58, -18, 5, 18, WOOD_D)
            + rect(110 + k * 58, -18, 5, 18, WOOD_D)
        )
    o += (
        P("M8,-84Q20,-150 150,-152Q280,-150 296,-84Q150,-116 8,-84Z", RED)
        + P("M150,-152Q280,-150 296,-84Q240,-98 190,-102Q196,-132 150,-152Z", mix(RED, COAL, 0.3))
        + P("M8,-84Q150,-116 296,-84", stroke=GOLD, sw=6)
    )
    return at(x, y, o, s)


def thac():
    o = sky(W, H, DAY, 33, (1180, 150, 66, mix(GOLD, CLOTH, 0.4), DAY[0]))
    o += far_hills(450, 300, 131)
    o += near_karst(
        [(150, 330, 360), (430, 280, 270), (1250, 340, 380), (1450, 260, 300)], 480, 141, mix(PINE, CHAM, 0.45)
    )
    o += mist(520, 300, 380, CLOTH, 0.55) + birds(700, 150, INK)
    o += ban_gioc_falls()
    river = mix(mix(LEAF, CHAM, 0.45), CLOTH, 0.22)
    o += P(
        smooth_d([(-20, 762), (300, 752), (700, 766), (1100, 754), (1520, 766)], False) + "L1520,1020L-20,1020Z",
        mix(river, CLOTH, 0.45),
    )
    o += clip(
        smooth_d([(-20, 784), (300, 772), (700, 790), (1100, 774), (1520, 786)], False) + "L1520,1020L-20,1020Z",
        water(W, 760, H, river, mix(river, "#ffffff", 0.5), 4),
    )
    o += raft(640, 892, 1.15)
    o += (
        P(smooth_d([(-20, 930), (140, 920), (330, 960), (460, 1020)], False) + "L-20,1020Z", mix(PINE, COAL, 0.3))
        + bush(80, 990, 420, 110, PINE, 31)
        + bush(1430, 1004, 360, 120, PINE, 32)
    )
    o += grass(4, 0, 400, 1004, 70, LEAF, 50) + grass(5, 1250, 1500, 1004, 80, LEAF, 40)
    return o


def nguom_ngao():
    rng = random.Random(77)
    deep = mix(INK, COAL, 0.45)
    o = rect(0, 0, W, H, deep)
    # rings of light from the far chamber
    cx, cy = 800, 500
    tones = [
        mix(INK, COAL, 0.2),
        mix(INK, CHAM, 0.7),
        mix(CHAM, RED, 0.22),
        mix(mix(CHAM, RED, 0.45), GOLD, 0.3),
        mix(mix(RED, GOLD, 0.6), CLOTH, 0.12),
        mix(GOLD, CLOTH, 0.3),
        mix(GOLD, CLOTH, 0.66),
    ]
    for i, c in enumerate(tones):
        k = 1 - i / 7.6
        pts = [
            (cx + 720 * k * math.cos(a) * rng.uniform(0.93, 1.07), cy + 430 * k * math.sin(a) * rng.uniform(0.93, 1.07))
            for a in [j * 6.2832 / 14 for j in range(14)]
        ]
        o += blob(pts, c)

    def dripstone(x, y, w, h, c, up=False, ribs=True):
        """Stalactite hanging from y (or stalagmite standing on it)."""
        sg = -1 if up else 1
        pts = [
            (x - w * 0.7, y - sg * 20),
            (x - w * 0.42, y + sg * h * 0.12),
            (x - w * 0.3, y + sg * h * 0.4),
            (x - w * 0.2, y + sg * h * 0.66),
            (x - w * 0.05, y + sg * h * 0.97),
            (x, y + sg * h),
            (x + w * 0.06, y + sg * h * 0.96),
            (x + w * 0.2, y + sg * h * 0.64),
            (x + w * 0.34, y + sg * h * 0.38),
            (x + w * 0.44, y + sg * h * 0.12),
            (x + w * 0.7, y - sg * 20),
        ]
        d = smooth_d(pts)
        inner = poly(
            [(x + w * 0.04, y - sg * 30), (x + w * 0.1, y + sg * h), (x + w, y + sg * h), (x + w, y - sg * 30)],
            mix(c, COAL, 0.4),
        )
        if ribs:
            for f in (-0.32, -0.16, 0, 0.16, 0.3):
                inner += taper(
                    [(x + w * f, y), (x + w * f * 0.7, y + sg * h * 0.45), (x + w * f * 0.2, y + sg * h * 0.9)],
                    [w * 0.03, w * 0.06, 1],
                    mix(c, GOLD if f < 0 else COAL, 0.16 if c == c_ else 0.28),
                )
            for t in (0.18, 0.34, 0.5, 0.66):
                ww = w * (0.44 - 0.42 * t)
                inner += P(
                    f"M{n(x - ww)},{n(y + sg * h * t)}q{n(ww)},{n(sg * 14)} {n(2 * ww)},0",
                    stroke=mix(c, COAL, 0.3),
                    sw=3,
                )
        return P(d, c) + clip(d, inner)

    a, b, c_ = mix(mix(RED, GOLD, 0.5), CHAM, 0.35), mix(mix(RED, WOOD, 0.5), INK, 0.45), mix(INK, COAL, 0.15)
    for x, h, w in (
        (520, 230, 70),
        (600, 330, 84),
        (690, 210, 60),
        (770, 280, 70),
        (860, 190, 56),
        (930, 300, 80),
        (1020, 240, 66),
        (1090, 330, 84),
    ):
        o += dripstone(x, 60, w, h, mix(a, GOLD, 0.22))
    o += P(
        "M-20,-20H1520V560C1460,380 1380,250 1260,180C1180,150 1120,90 1040,120C960,150 900,84 810,112C720,140 660,90 580,124C500,150 430,150 340,200C220,270 120,400 -20,560Z",
        mix(a, COAL, 0.25),
    )
    # far floor, path
    o += P(
        smooth_d([(-20, 700), (250, 680), (520, 640), (800, 620), (1080, 636), (1300, 690), (1520, 700)], False)
        + "L1520,1020L-20,1020Z",
        mix(a, COAL, 0.3),
    )
    for x, h, w in ((560, 150, 80), (640, 100, 60), (980, 130, 76), (1060, 190, 92), (480, 210, 100)):
        o += dripstone(x, 668, w, h, mix(a, GOLD, 0.12), True)
    pts = [(810, 630), (850, 670), (770, 730), (880, 810), (760, 900), (860, 1040)]
    o += taper(pts, [26, 52, 96, 160, 250, 400], mix(WOOD, COAL, 0.3)) + taper(
        pts, [18, 40, 78, 134, 214, 350], mix(GOLD, CLOTH, 0.28)
    )
    for (x, y), w in zip(
        [(846, 668), (800, 705), (790, 745), (838, 782), (868, 822), (820, 866), (776, 912), (800, 960)],
        (44, 62, 88, 116, 146, 176, 216, 270),
    ):
        o += line(x - w * 0.42, y, x + w * 0.42, y + 2, mix(GOLD, WOOD, 0.45), n(2 + w * 0.014))
    for x, y, r in (
        (760, 660, 6),
        (900, 664, 6),
        (700, 718, 9),
        (880, 740, 9),
        (740, 800, 12),
        (1000, 800, 12),
        (600, 900, 16),
        (960, 905, 16),
    ):
        o += (
            circ(x, y, r * 5, GOLD, op=0.16)
            + circ(x, y, r * 2.6, GOLD, op=0.3)
            + circ(x, y, r, mix(CLOTH, GOLD, 0.2))
            + rect(x - r * 0.3, y + r, r * 0.6, r * 2.4, COAL)
        )
    # middle formations
    o += P(
        "M-20,-20H1520V680C1450,470 1400,330 1330,240C1260,160 1170,110 1060,90C900,60 700,60 560,90C440,110 330,150 250,250C170,350 90,480 -20,680Z",
        mix(b, COAL, 0.18),
    )
    for x, h, w in ((320, 430, 150), (430, 300, 100), (1190, 400, 150), (1310, 340, 120)):
        o += dripstone(x, 90, w, h, mix(b, COAL, 0.06))
    for x, h, w, y in ((300, 320, 190, 850), (410, 170, 110, 842), (1240, 360, 210, 860), (1120, 170, 110, 842)):
        o += dripstone(x, y, w, h, b, True)
    o += P(
        smooth_d([(-20, 800), (150, 830), (330, 850), (480, 880), (560, 1020)], False) + "L-20,1020Z",
        mix(b, COAL, 0.35),
    ) + P(
        smooth_d([(1520, 800), (1350, 836), (1180, 850), (1080, 900), (1030, 1020)], False) + "L1520,1020Z",
        mix(b, COAL, 0.35),
    )
    # near, dark frame
    o += P(
        "M-20,-20H1520V150C1440,220 1400,110 1300,130C1200,150 1180,60 1060,70C900,84 800,40 640,60C500,80 440,50 340,100C240,150 180,90 110,170C60,220 20,190 -20,240Z",
        c_,
    )
    for x, h, w in (
        (60, 560, 190),
        (180, 330, 130),
        (1440, 560, 200),
        (1350, 300, 110),
        (270, 200, 90),
        (620, 120, 60),
        (900, 110, 56),
    ):
        o += dripstone(x, 30, w, h, c_)
    for x, h, w in ((60, 340, 220), (1450, 320, 230), (200, 160, 130), (1330, 150, 120)):
        o += dripstone(x, 1010, w, h, c_, True)
    return o


def stream(pts, widths, base, seed=3):
    rng = random.Random(seed)
    d = taper_d(pts, widths)
    inner = ""
    for i in range(len(pts) - 1):
        for _ in range(12):
            t = rng.random()
            x, y = lerp(pts[i], pts[i + 1], t)
            w = widths[i] + (widths[i + 1] - widths[i]) * t
            x += rng.uniform(-0.45, 0.45) * w
            L = w * rng.uniform(0.08, 0.26)
            inner += rect(
                x,
                y,
                L,
                max(2.5, w * 0.014),
                rng.choice([mix(base, "#ffffff", 0.6), mix(base, "#ffffff", 0.35), mix(base, INK, 0.3)]),
                rx=2,
            )
    return taper(pts, [w * 1.12 + 10 for w in widths], mix(STONE, COAL, 0.25)) + P(d, base) + clip(d, inner)


def boulder(x, y, w, h, seed=1, col=STONE):
    rng = random.Random(seed)
    pts = [
        (x - w * 0.5, y),
        (x - w * 0.46, y - h * 0.5),
        (x - w * 0.2, y - h * rng.uniform(0.9, 1.05)),
        (x + w * 0.2, y - h * rng.uniform(0.85, 1)),
        (x + w * 0.48, y - h * 0.45),
        (x + w * 0.5, y),
    ]
    d = smooth_d(pts)
    return P(d, col) + clip(
        d,
        P(
            f"M{n(x + w * 0.05)},{n(y - h * 1.2)}L{n(x + w * 0.2)},{n(y - h * 0.5)}L{n(x + w * 0.02)},{n(y + 20)}L{n(x + w)},{n(y + 20)}V{n(y - h * 1.2)}Z",
            mix(col, COAL, 0.3),
        )
        + ell(x - w * 0.2, y - h * 0.75, w * 0.16, h * 0.1, mix(col, CLOTH, 0.4)),
    )


def khuoi_ky():
    o = sky(W, H, DAY, 43, (260, 190, 70, mix(GOLD, CLOTH, 0.35), DAY[0]))
    o += far_hills(540, 320, 151)
    o += near_karst([(760, 460, 520), (1080, 300, 360), (1400, 330, 420), (110, 300, 340)], 600, 161)
    o += (
        ground(W, H, 585, 10, 4, mix(LEAF, GOLD, 0.25))
        + bush(440, 640, 500, 80, PINE, 4)
        + bush(1250, 640, 400, 90, PINE, 5)
        + bamboo(560, 670, 260, 6)
        + tree(1440, 700, 300, LEAF, 9)
    )
    for x, y, s, sd in ((-40, 690, 0.7, 2), (320, 676, 0.62, 3), (960, 690, 0.72, 4)):
        o += house(x, y, s, seed=sd, wall="stone", base="stone", ladder=False, rail=False)
    o += ground(W, H, 740, 10, 6, mix(LEAF, GOLD, 0.4)) + terraces(
        W, H, 745, 790, 2, [mix(LEAF, GOLD, 0.55), LEAF], 6, 6
    )
    o += house(60, 838, 1.05, seed=11, wall="stone", base="stilts", rail=True) + house(
        930, 834, 1.1, seed=13, wall="stone", base="stone", ladder=False
    )
    o += banana(900, 836, 200, 3)
    o += ground(W, H, 850, 8, 8, LEAF)
    o += stream(
        [(800, 742), (690, 768), (740, 806), (660, 856), (745, 910), (710, 970), (720, 1060)],
        [10, 30, 62, 130, 270, 420, 560],
        mix(mix(CHAM, LEAF, 0.35), CLOTH, 0.42),
    )
    # stepping stones
    for i, (x, y, w) in enumerate(((560, 890, 60), (640, 900, 66), (724, 896, 66), (806, 902, 64), (880, 892, 58))):
        o += ell(x + 5, y + 5, w * 0.55, 10, INK, op=0.3) + boulder(x, y + 4, w, 26, i, mix(STONE, CLOTH, 0.2))
    for x, y, w, h, i in (
        (330, 950, 170, 76, 1),
        (430, 985, 130, 60, 2),
        (1110, 960, 190, 84, 3),
        (1010, 992, 120, 56, 4),
        (500, 862, 80, 36, 5),
        (935, 860, 90, 40, 6),
    ):
        o += boulder(x, y, w, h, i)
    o += (
        bush(100, 1000, 420, 100, PINE, 21)
        + bush(1380, 1004, 420, 120, PINE, 22)
        + grass(5, 0, 420, 1004, 56, LEAF, 50)
        + grass(6, 1100, 1500, 1004, 56, LEAF, 50)
    )
    return o


def ma_phuc():
    o = sky(W, H, DUSK[2:], 52, (760, 210, 92, mix(GOLD, CLOTH, 0.45), mix(mix(RED, GOLD, 0.45), CLOTH, 0.35)))
    o += karst_row(
        -60,
        W + 60,
        560,
        280,
        340,
        mix(mix(CHAM, RED, 0.3), CLOTH, 0.46),
        mix(mix(CHAM, RED, 0.3), CLOTH, 0.36),
        None,
        171,
        0,
    )
    o += karst_row(
        -60, W + 60, 620, 240, 280, mix(CHAM, CLOTH, 0.3), mix(CHAM, CLOTH, 0.16), mix(CHAM, CLOTH, 0.45), 175, 1
    )
    o += mist(420, 520, 620, mix(GOLD, CLOTH, 0.6), 0.5)
    o += near_karst(
        [(90, 420, 640), (330, 260, 380), (1410, 440, 680), (1150, 300, 430)], 700, 181, mix(CHAM, PINE, 0.45)
    )
    slope = mix(LEAF, CHAM, 0.2)
    o += P(
        smooth_d([(-20, 640), (200, 660), (480, 610), (760, 585), (1040, 606), (1300, 660), (1520, 640)], False)
        + "L1520,1020L-20,1020Z",
        mix(slope, LEAF, 0.25),
    )
    o += P(
        smooth_d([(-20, 720), (250, 740), (600, 690), (900, 680), (1200, 740), (1520, 720)], False)
        + "L1520,1020L-20,1020Z",
        mix(PINE, LEAF, 0.62),
    )
    o += P(
        smooth_d([(-20, 830), (300, 850), (700, 800), (1100, 830), (1520, 820)], False) + "L1520,1020L-20,1020Z",
        mix(PINE, LEAF, 0.2),
    )
    road = [
        (790, 590),
        (860, 612),
        (980, 636),
        (930, 668),
        (680, 684),
        (420, 714),
        (390, 756),
        (640, 782),
        (990, 806),
        (1130, 850),
        (960, 900),
        (660, 930),
        (480, 984),
        (520, 1080),
    ]
    wd = [8, 12, 18, 22, 26, 32, 38, 44, 52, 64, 78, 92, 118, 150]
    o += g(taper(road, [w * 1.24 + 6 for w in wd], mix(PINE, COAL, 0.45)), "translate(0 9)")
    o += taper(road, [w * 1.16 + 4 for w in wd], mix(STONE, CLOTH, 0.35)) + taper(road, wd, mix(COAL, CHAM, 0.3))
    o += curve(road, mix(CLOTH, GOLD, 0.35), 3.5, dash="16 18")
    # kerb stones on the outer bends
    for i in range(12):
        t = i / 11
        for p, q, r, sc in (((1096, 822), (1170, 862), (1010, 912), 1), ((372, 730), (330, 768), (520, 790), 0.62)):
            x = (1 - t) ** 2 * p[0] + 2 * t * (1 - t) * q[0] + t * t * r[0]
            y = (1 - t) ** 2 * p[1] + 2 * t * (1 - t) * q[1] + t * t * r[1] + 12 * sc
            if (i % 2) == 0:
                o += rect(x - 6 * sc, y - 20 * sc, 12 * sc, 24 * sc, CLOTH, rx=2) + rect(
                    x - 6 * sc, y - 16 * sc, 12 * sc, 7 * sc, RED
                )
    for x, y, w, h, c, sd in (
        (180, 700, 380, 70, PINE, 1),
        (1330, 700, 400, 80, PINE, 2),
        (640, 640, 180, 34, mix(PINE, CHAM, 0.2), 3),
        (200, 830, 360, 76, mix(PINE, LEAF, 0.3), 4),
        (1380, 830, 360, 90, mix(PINE, LEAF, 0.3), 5),
        (760, 752, 200, 34, mix(PINE, LEAF, 0.5), 6),
        (800, 872, 200, 40, LEAF, 7),
        (130, 1004, 420, 130, mix(PINE, COAL, 0.25), 8),
        (1250, 1006, 560, 120, mix(PINE, COAL, 0.25), 9),
    ):
        o += bush(x, y, w, h, c, sd)
    o += tree(1290, 940, 210, LEAF, 4) + tree(1400, 980, 260, mix(LEAF, PINE, 0.4), 5) + bamboo(150, 960, 280, 6)
    o += birds(480, 240, INK, 1.2) + grass(8, 800, 1500, 1004, 50, LEAF, 40)
    return o


# ---------------------------------------------------------------- homestays
def stars(seed, m, y1):
    rng = random.Random(seed)
    return "".join(
        circ(
            rng.uniform(0, W),
            rng.uniform(0, y1),
            rng.choice([2, 2.6, 3.4]),
            mix(CLOTH, GOLD, 0.3),
            op=round(rng.uniform(0.5, 0.95), 2),
        )
        for _ in range(m)
    )


def hs_phia_thap():
    o = sky(W, H, DUSK, 61, None, 700) + stars(3, 46, 260)
    o += circ(1010, 140, 96, mix(CLOTH, GOLD, 0.3), op=0.1) + P(
        "M1040,78A66,66 0 1 1 958,182A76,76 0 0 0 1040,78Z", mix(CLOTH, GOLD, 0.3)
    )
    o += karst_row(
        -60,
        W + 60,
        620,
        270,
        330,
        mix(mix(CHAM, RED, 0.34), CLOTH, 0.1),
        mix(mix(CHAM, RED, 0.28), CLOTH, 0.02),
        None,
        191,
        0,
    )
    o += near_karst([(120, 360, 470), (1330, 420, 520), (1090, 240, 280)], 660, 195, mix(INK, PINE, 0.25))
    dk = mix(PINE, INK, 0.45)
    o += ground(W, H, 650, 12, 3, dk) + terraces(
        W, H, 670, 760, 4, [mix(LEAF, INK, 0.45), mix(mix(LEAF, GOLD, 0.4), INK, 0.42), dk], 7, 10
    )
    o += tree(1230, 760, 330, mix(PINE, INK, 0.35), 4) + bamboo(160, 800, 430, 8, mix(LEAF, INK, 0.4))
    o += ground(W, H, 800, 8, 5, mix(mix(SAND, WOOD, 0.4), INK, 0.35))
    o += ell(700, 870, 560, 60, GOLD, op=0.14)
    o += house(330, 884, 1.82, seed=5, lit=True, tint=INK, tt=0.2, bays=4, wood=mix(WOOD, RED, 0.12), shop=0.35)
    o += lantern(322, 646, 0.55) + lantern(925, 646, 0.55)
    for i, (x, y, s) in enumerate(((1150, 880, 0.48), (1300, 900, 0.52))):
        o += ell(x, y + 74, 84, 16, COAL, op=0.3) + at(x, y, incense(60, 70 + i, 300, 250, 100, 0.5, 14), s)
    o += (
        banana(1430, 960, 330, 3, mix(LEAF, INK, 0.35))
        + bush(60, 1004, 380, 130, dk, 6)
        + grass(3, 0, W, 1004, 46, mix(LEAF, INK, 0.4), 70)
    )
    return o


def hs_pac_rang():
    o = sky(W, H, JADE, 62, (1200, 190, 74, mix(GOLD, CLOTH, 0.3), JADE[0]))
    o += far_hills(560, 340, 201, (mix(AIR, CLOTH, 0.46), mix(AIR, CLOTH, 0.2)))
    o += near_karst([(90, 340, 470), (330, 220, 280), (1390, 380, 470), (900, 280, 260)], 640, 211)
    o += ground(W, H, 640, 10, 3, LEAF) + terraces(
        W, H, 655, 760, 4, [mix(LEAF, GOLD, 0.45), LEAF, mix(LEAF, GOLD, 0.25)], 8, 10
    )
    o += bamboo(820, 780, 400, 4) + tree(1420, 780, 330, LEAF, 8)
    o += smoke(1240, 640, 1.05, mix(CLOTH, CHAM, 0.2))
    o += ground(W, H, 810, 8, 5, mix(SAND, GOLD, 0.25))
    o += house(120, 890, 1.72, seed=8, base="stilts", bays=4)
    o += forge_shed(985, 900, 1.45)
    o += P(
        smooth_d([(250, 1010), (420, 950), (800, 936), (1000, 960), (1090, 1010)], False) + "Z", mix(SAND, GOLD, 0.1)
    )
    o += stone_wall(1080, 996, 440, 66, 5) + stone_wall(-20, 996, 250, 60, 6)
    for i in range(4):
        o += at(
            880 + i * 30,
            922,
            rect(-5, -8, 10, 30, WOOD)
            + P("M-9,-8L9,-8L10,-70Q2,-80 -9,-66Z", STEEL_D)
            + P("M-9,-8L-4,-8L-4,-68L-9,-66Z", STEEL_L),
            1,
            6,
        )
    o += (
        banana(60, 930, 290, 5)
        + bush(1470, 1000, 240, 90, PINE, 8)
        + grass(3, 0, 600, 1004, 44, LEAF, 40)
        + grass(4, 850, 1500, 1004, 44, LEAF, 50)
    )
    return o


def hs_khuoi_ky():
    o = sky(W, H, NIGHT, 63, None, 680) + stars(9, 60, 330)
    o += circ(300, 180, 120, mix(NIGHT[1], GOLD, 0.16)) + circ(300, 180, 78, mix(GOLD, CLOTH, 0.5))
    o += karst_row(-60, W + 60, 600, 270, 330, mix(CHAM, CLOTH, 0.12), mix(CHAM, CLOTH, 0.02), None, 221, 0)
    o += near_karst(
        [(1180, 440, 560), (1430, 300, 420), (130, 330, 430), (880, 260, 320)], 640, 225, mix(INK, PINE, 0.22)
    )
    dk = mix(PINE, INK, 0.5)
    o += (
        ground(W, H, 640, 12, 3, dk)
        + bush(300, 700, 500, 90, mix(dk, INK, 0.2), 4)
        + bush(1350, 720, 420, 110, mix(dk, INK, 0.2), 5)
        + bamboo(1380, 800, 420, 6, mix(LEAF, INK, 0.45))
    )
    o += house(40, 726, 0.74, seed=2, wall="stone", base="stone", lit=True, tint=INK, tt=0.34, ladder=False, rail=False)
    o += ground(W, H, 800, 8, 5, mix(LEAF, INK, 0.5))
    o += house(
        430,
        838,
        1.85,
        seed=6,
        wall="stone",
        base="stone",
        lit=True,
        tint=INK,
        tt=0.22,
        ladder=False,
        shop=0.35,
        stone=mix(STONE, GOLD, 0.1),
    )
    wt = mix(CHAM, CLOTH, 0.18)
    o += P(
        smooth_d([(-20, 880), (300, 866), (800, 890), (1200, 872), (1520, 884)], False) + "L1520,1020L-20,1020Z",
        mix(STONE, INK, 0.5),
    )
    o += clip(
        smooth_d([(-20, 902), (300, 886), (800, 908), (1200, 892), (1520, 904)], False) + "L1520,1020L-20,1020Z",
        water(W, 880, H, wt, mix(CHAM, CLOTH, 0.5), 5),
    )
    rng = random.Random(5)
    for x in (520, 650, 800, 950, 340, 1200):
        for k in range(5):
            ww = rng.uniform(26, 70)
            o += rect(x - ww / 2 + rng.uniform(-8, 8), 910 + k * 17, ww, 5, GOLD, rx=3, op=0.75 - 0.1 * k)
    o += P("M180,720Q340,800 470,716", stroke=COAL, sw=3) + P("M1130,690Q1260,770 1400,650", stroke=COAL, sw=3)
    for x, y, s in ((240, 798, 0.62), (330, 812, 0.66), (415, 796, 0.62), (1195, 776, 0.66), (1300, 782, 0.66)):
        o += lantern(x, y, s)
    for x, y, w, h, i in (
        (150, 940, 190, 80, 1),
        (290, 975, 120, 50, 2),
        (1290, 944, 220, 90, 3),
        (1150, 985, 130, 54, 4),
        (760, 930, 80, 30, 5),
    ):
        o += boulder(x, y, w, h, i, mix(STONE, INK, 0.42))
    o += (
        bush(20, 1004, 300, 120, mix(dk, INK, 0.3), 9)
        + bush(1470, 1004, 240, 120, mix(dk, INK, 0.3), 10)
        + grass(7, 0, 300, 1004, 60, mix(LEAF, INK, 0.4), 30)
        + grass(8, 1250, 1500, 1004, 60, mix(LEAF, INK, 0.4), 30)
    )
    return o


# ---------------------------------------------------------------- festivals
def drum(x, y, s=1, r=0):
    d = "M-120,-150C-160,-70 -160,40 -120,120Q0,160 120,120C160,40 160,-70 120,-150Z"
    inner = rect(40, -200, 140, 380, COAL, op=0.28) + P(
        "M-160,-60Q0,-16 160,-60M-160,50Q0,96 160,50", stroke=GOLD, sw=12
    )
    for i in range(7):
        xx = -108 + i * 36
        inner += poly([(xx - 14, 2 + 10), (xx, -16 + 10), (xx + 14, 12), (xx, 30)], GOLD)
    o = (
        P(d, RED)
        + clip(d, inner)
        + ell(0, -150, 124, 42, mix(RED, COAL, 0.4))
        + ell(0, -154, 114, 36, CLOTH)
        + ell(0, -154, 60, 18, mix(SAND, GOLD, 0.3))
        + ell(0, -154, 26, 8, RED)
    )
    for i in range(15):
        a = math.radians(i * 180 / 14)
        o += circ(120 * math.cos(a), -146 + 40 * math.sin(a), 6, GOLD)
    return at(x, y, o, s, r)


def tassel(x, y, L, col, w=16, r=0):
    o = (
        line(0, -L * 0.3, 0, 0, GOLD, 5)
        + circ(0, 2, w * 0.6, GOLD)
        + poly([(-w * 0.5, 8), (w * 0.5, 8), (w, L), (-w, L)], col)
    )
    for f in (-0.4, 0, 0.4):
        o += line(w * f * 0.6, 14, w * f * 1.7, L - 4, mix(col, COAL, 0.3), 2.5)
    return at(x, y, o, 1, r)


def rays(cx, cy, m, R, col, op=0.5, off=0):
    o = ""
    for i in range(m):
        a = 6.2832 * (i + off) / m
        b = a + 3.1416 / m
        o += poly(
            [(cx, cy), (cx + R * math.cos(a), cy + R * math.sin(a)), (cx + R * math.cos(b), cy + R * math.sin(b))], col
        )
    return g(o, op=op)


def tranh_dau_phao():
    o = rect(0, 0, W, H, mix(GOLD, CLOTH, 0.42)) + rays(760, 300, 22, 1200, mix(GOLD, CLOTH, 0.16), 0.75)
    for r, t in ((330, 0.5), (270, 0.72)):
        o += circ(760, 290, r, mix(GOLD, CLOTH, t))
    o += karst_row(
        -60,
        W + 60,
        720,
        270,
        300,
        mix(mix(CHAM, GOLD, 0.2), CLOTH, 0.5),
        mix(mix(CHAM, GOLD, 0.2), CLOTH, 0.38),
        None,
        231,
        0,
    )
    o += near_karst([(60, 330, 420), (1440, 330, 400)], 760, 235)
    o += ground(W, H, 740, 10, 3, LEAF) + bush(300, 790, 400, 80, PINE, 3) + bush(1250, 790, 460, 90, PINE, 4)
    o += ground(W, H, 830, 8, 5, mix(SAND, GOLD, 0.28))
    o += temple(760, 930, 0.9)
    for x, y, h, s, dd in (
        (120, 960, 620, 150, 1),
        (330, 930, 460, 116, 1),
        (1180, 930, 460, 116, -1),
        (1400, 960, 620, 150, -1),
    ):
        o += flag(x, y, h, s, dirn=dd)
    # the ring
    cx, cy, R = 760, 266, 158
    ring = (
        circ(cx, cy, R, "none", stroke=mix(RED, COAL, 0.3), sw=76)
        + circ(cx - 4, cy - 5, R, "none", stroke=RED, sw=66)
        + circ(cx - 6, cy - 8, R + 16, "none", stroke=mix(RED, GOLD, 0.4), sw=8)
    )
    for i in range(16):
        a = 6.2832 * i / 16
        x, y = cx + R * math.cos(a), cy + R * math.sin(a)
        ring += at(
            x,
            y,
            poly([(-26, 0), (0, -17), (26, 0), (0, 17)], GOLD)
            + poly([(-12, 0), (0, -8), (12, 0), (0, 8)], INK if i % 2 else CLOTH),
            1,
            math.degrees(a) + 90,
        )
    ts = ""
    for i, a in enumerate((20, 50, 78, 102, 130, 160)):
        b = math.radians(a)
        ts += tassel(
            cx + (R + 40) * math.cos(b),
            cy + (R + 40) * math.sin(b),
            110,
            (LEAF, RED, CHAM, RED, GOLD, LEAF)[i],
            20,
            (a - 90) * -0.5,
        )
    rib = ""
    for sg in (-1, 1):
        rib += taper(
            [
                (cx + sg * 150, cy - 130),
                (cx + sg * 240, cy - 210),
                (cx + sg * 320, cy - 170),
                (cx + sg * 420, cy - 230),
                (cx + sg * 500, cy - 190),
            ],
            [34, 30, 26, 18, 2],
            RED,
        )
        rib += taper(
            [(cx + sg * 170, cy - 100), (cx + sg * 270, cy - 130), (cx + sg * 340, cy - 90), (cx + sg * 420, cy - 120)],
            [26, 24, 18, 2],
            GOLD,
        )
    o += rib + ts + ring
    rng = random.Random(8)
    for _ in range(60):
        a, r = rng.uniform(0, 6.28), rng.uniform(250, 620)
        x, y = cx + r * math.cos(a), cy + r * 0.72 * math.sin(a)
        if y < 640:
            o += at(
                x,
                y,
                rect(-7, -4, rng.uniform(10, 18), 8, rng.choice([RED, RED, GOLD, LEAF, CHAM])),
                1,
                rng.uniform(0, 180),
            )
    o += (
        ell(230, 984, 200, 26, COAL, op=0.25)
        + drum(220, 850, 0.98)
        + ell(1320, 984, 150, 22, COAL, op=0.25)
        + drum(1310, 890, 0.72)
    )
    o += (
        line(300, 640, 380, 560, WOOD, 13)
        + circ(296, 644, 15, RED)
        + line(180, 620, 110, 548, WOOD, 13)
        + circ(184, 624, 15, RED)
    )
    return o


def le_hoi_thac():
    o = sky(W, H, MORN, 66, (240, 170, 74, mix(GOLD, CLOTH, 0.2), MORN[0]))
    o += far_hills(430, 290, 241, (mix(AIR, CLOTH, 0.46), mix(AIR, CLOTH, 0.2)))
    o += near_karst(
        [(150, 330, 330), (430, 280, 250), (1250, 340, 360), (1450, 260, 280)], 460, 245, mix(PINE, CHAM, 0.45)
    )
    o += g(ban_gioc_falls(), "translate(0 -30)")
    river = mix(mix(LEAF, CHAM, 0.45), CLOTH, 0.22)
    o += clip("M-20,722H1520V1020H-20Z", water(W, 722, H, river, mix(river, "#ffffff", 0.5), 6)) + rect(
        0, 718, W, 14, "#ffffff", op=0.6
    )
    o += raft(120, 800, 0.7) + raft(1060, 806, 0.7)
    o += P(
        smooth_d([(-20, 850), (300, 866), (760, 838), (1200, 866), (1520, 846)], False) + "L1520,1020L-20,1020Z",
        mix(LEAF, PINE, 0.3),
    ) + P(
        smooth_d([(-20, 890), (300, 906), (760, 880), (1200, 906), (1520, 886)], False) + "L1520,1020L-20,1020Z",
        mix(SAND, GOLD, 0.28),
    )
    # palanquin
    pal = (
        ell(0, 70, 190, 18, COAL, op=0.22)
        + rect(-250, -6, 500, 15, mix(RED, COAL, 0.2), rx=7)
        + rect(-250, -6, 500, 5, GOLD, rx=2)
    )
    for xx in (-200, 200, -130, 130):
        pal += line(xx, 4, xx, 70, WOOD_D, 9)
    pal += rect(-90, -28, 180, 26, RED) + rect(-90, -28, 180, 8, GOLD) + rect(-70, -120, 140, 92, mix(RED, COAL, 0.45))
    pal += ell(0, -48, 46, 22, GOLD) + pile(0, -60, 70, 36, RED, 4, 12)
    for xx in (-78, 70):
        pal += rect(xx, -124, 10, 98, GOLD)
    pal += (
        P(
            "M-140,-132C-100,-116 -90,-120 0,-120C90,-120 100,-116 140,-132C104,-146 74,-170 60,-196L-60,-196C-74,-170 -104,-146 -140,-132Z",
            RED,
        )
        + P("M-140,-132C-100,-116 -90,-120 0,-120C90,-120 100,-116 140,-132", stroke=GOLD, sw=8)
        + rect(-64, -204, 128, 11, GOLD, rx=4)
        + circ(0, -216, 14, GOLD)
    )
    for k in range(-6, 7):
        pal += poly([(k * 18 - 7, -118), (k * 18 + 7, -118), (k * 18, -98)], GOLD if k % 2 else LEAF)
    o += at(750, 892, pal, 1.22)
    for x, y, h, s, dd, ln in (
        (70, 960, 470, 118, 1, -2),
        (230, 970, 540, 132, 1, 1),
        (400, 966, 480, 118, 1, -1),
        (1060, 966, 480, 118, 1, 2),
        (1220, 970, 540, 132, 1, -1),
        (1380, 960, 470, 110, 1, 1),
    ):
        o += flag(x, y, h, s, dirn=dd, lean=ln)
    o += (
        ell(560, 984, 80, 12, COAL, op=0.22)
        + drum(560, 934, 0.42)
        + ell(960, 984, 80, 12, COAL, op=0.22)
        + drum(960, 934, 0.42)
    )
    o += grass(3, 0, W, 1004, 34, LEAF, 60)
    return o


def con_ball(x, y, r, cols, ang):
    """Cloth ball thrown in the ném còn game, with its long tail and tassels."""
    o = ""
    tail = [(0, 0), (-r * 1.4, -r * 0.5), (-r * 2.6, r * 0.2), (-r * 3.9, -r * 0.3)]
    for i, off in enumerate((-0.5, 0, 0.5)):
        o += taper(
            [(a, b + off * r * (0.5 + k * 0.3)) for k, (a, b) in enumerate(tail)],
            [r * 0.2, r * 0.24, r * 0.2, 2],
            (cols[1], GOLD, cols[2])[i],
        )
    for i in range(6):
        a0, a1 = math.radians(i * 60), math.radians(i * 60 + 60)
        o += P(
            f"M0,0L{n(r * math.cos(a0))},{n(r * math.sin(a0))}A{r},{r} 0 0 1 {n(r * math.cos(a1))},{n(r * math.sin(a1))}Z",
            cols[i % len(cols)],
        )
    o += (
        P(
            f"M{n(-r * 0.2)},{n(r * 0.98)}A{r},{r} 0 0 0 {n(r * 0.9)},{n(-r * 0.44)}A{n(r * 1.3)},{n(r * 1.3)} 0 0 1 {n(-r * 0.2)},{n(r * 0.98)}Z",
            INK,
            op=0.25,
        )
        + circ(0, 0, r * 0.22, GOLD)
        + circ(r * 0.98, 0, r * 0.16, GOLD)
    )
    for a in (-24, 0, 24):
        o += at(r * 1.05, 0, taper([(0, 0), (r * 0.6, 0)], [4, r * 0.26], RED), 1, a)
    return at(x, y, o, 1, ang)


def long_tong():
    o = sky(W, H, DAY, 71, (300, 200, 76, mix(GOLD, CLOTH, 0.35), DAY[0]))
    o += far_hills(560, 310, 251)
    o += near_karst([(130, 340, 430), (1370, 400, 480), (1130, 240, 290)], 620, 255)
    o += (
        ground(W, H, 605, 8, 3, LEAF)
        + bush(450, 640, 420, 60, PINE, 3)
        + tree(1010, 660, 200, LEAF, 3)
        + bamboo(560, 660, 230, 3)
    )
    o += house(190, 664, 0.6, seed=4) + house(1120, 670, 0.66, seed=5, ladder=False)
    # ploughed field in perspective
    o += ground(W, H, 668, 4, 5, mix(LEAF, GOLD, 0.35))
    soil = mix(WOOD, COAL, 0.28)
    d = "M-20,720Q750,690 1520,720L1520,1020L-20,1020Z"
    inner = ""
    vx, vy = 750, 540
    for i in range(-11, 12):
        x = 750 + i * 210
        inner += poly([(vx + i * 6, vy), (x - 64, 1030), (x + 42, 1030)], mix(soil, COAL, 0.36)) + poly(
            [(vx + i * 6, vy), (x + 42, 1030), (x + 88, 1030)], mix(soil, GOLD, 0.22)
        )
    o += P(d, soil) + clip(d, inner) + P("M-20,720Q750,690 1520,720L1520,734Q750,706 -20,734Z", mix(LEAF, PINE, 0.3))
    # green play ground in the middle
    o += ell(750, 826, 360, 66, mix(LEAF, PINE, 0.4)) + ell(750, 818, 350, 62, mix(LEAF, GOLD, 0.32))
    # pole and ring
    o += taper([(750, 830), (752, 500), (748, 230)], [26, 20, 13], mix(LEAF, GOLD, 0.45)) + taper(
        [(745, 830), (748, 500), (746, 230)], [6, 5, 4], mix(GOLD, CLOTH, 0.4)
    )
    for y in range(330, 830, 82):
        o += rect(737, y, 28, 7, mix(PINE, GOLD, 0.2), rx=3)
    for i, (x, r) in enumerate(((748, -150), (748, -30), (748, -120), (748, -60))):
        o += at(748, 60, leaf(120, 22, LEAF), 1, r)
    o += taper([(748, 240), (750, 120), (748, 50)], [13, 9, 6], mix(LEAF, GOLD, 0.45))
    cx, cy, R = 750, 196, 92
    o += (
        circ(cx, cy, R, CLOTH, op=0.55)
        + circ(cx, cy, R * 0.6, RED)
        + circ(cx, cy, R * 0.36, GOLD)
        + circ(cx, cy, R, "none", stroke=mix(RED, COAL, 0.15), sw=22)
        + circ(cx, cy, R + 3, "none", stroke=GOLD, sw=6, dash="16 14")
    )
    for i, x in enumerate((-90, -46, 0, 46, 90)):
        yy = cy + math.sqrt(max(0, (R + 12) ** 2 - x * x))
        o += tassel(cx + x, yy, 62, (LEAF, RED, CHAM, RED, LEAF)[i], 12, -x * 0.12)
    # strings of pennants
    for sg in (-1, 1):
        pts = [(750, 300), (750 + sg * 230, 430), (750 + sg * 470, 500), (750 + sg * 700, 520)]
        o += curve(pts, WOOD_D, 3)
        for k in range(15):
            t = (k + 0.8) / 16 * 3
            j = min(2, int(t))
            x, y = lerp(pts[j], pts[j + 1], t - j)
            y += 6
            o += poly([(x - 14, y - 4), (x + 14, y + 4), (x - sg * 2, y + 34)], (RED, GOLD, CHAM, LEAF, CLOTH)[k % 5])
    o += (
        con_ball(470, 250, 52, (RED, CHAM, GOLD), -24)
        + con_ball(300, 400, 44, (LEAF, GOLD, RED), -34)
        + con_ball(1050, 320, 48, (CHAM, RED, GOLD), 205)
        + con_ball(1230, 150, 40, (GOLD, LEAF, RED), 190)
    )
    # wooden plough at the field's edge
    pl = (
        taper([(-150, -170), (-110, -90), (-60, -20), (40, 10), (120, 14)], [14, 18, 24, 26, 10], WOOD)
        + taper([(-60, -22), (80, -70), (330, -96)], [18, 16, 12], WOOD_L)
        + taper([(-174, -182), (-150, -176), (-118, -166)], [12, 14, 10], WOOD)
        + P("M60,-10C110,-16 170,0 196,34C140,46 90,40 50,26Z", STEEL_D)
        + P("M90,30C130,40 170,40 196,34C176,16 150,2 130,-2C150,14 130,26 90,30Z", STEEL_L)
        + line(60, -64, 60, 6, WOOD_D, 10)
    )
    o += ell(300, 950, 240, 18, COAL, op=0.3) + at(270, 930, pl, 1.15)
    # tray of balls and offerings
    o += ell(1190, 956, 190, 20, COAL, op=0.3) + at(
        1180,
        950,
        basket(
            290,
            80,
            BAMBOO,
            clip(
                "M-200,-240h400v220h-400Z",
                "".join(
                    [
                        con_ball(-80, -96, 36, (RED, GOLD, CHAM), 250),
                        con_ball(70, -96, 36, (LEAF, GOLD, RED), 290),
                        con_ball(-4, -108, 40, (CHAM, GOLD, RED), 275),
                    ]
                ),
            ),
        ),
    )
    o += flag(80, 900, 380, 96) + flag(1430, 900, 380, 96, dirn=-1)
    return o


# ---------------------------------------------------------------- share picture
def chia_se():
    w, h = 1200, 630
    o = rect(0, 0, w, h, INK)
    for y, c in (
        (90, mix(INK, CHAM, 0.5)),
        (170, CHAM),
        (240, mix(CHAM, CLOTH, 0.22)),
        (300, mix(mix(CHAM, RED, 0.25), CLOTH, 0.42)),
        (350, mix(GOLD, CLOTH, 0.4)),
    ):
        o += ground(w, h, y, 10, y, c)
    rng = random.Random(2)
    for _ in range(30):
        o += circ(rng.uniform(0, w), rng.uniform(0, 130), rng.choice([1.6, 2.2, 2.8]), CLOTH, op=0.7)
    o += circ(600, 246, 118, mix(GOLD, CHAM, 0.6), op=0.6) + circ(600, 246, 84, mix(GOLD, CLOTH, 0.2))
    o += karst_row(
        -60,
        w + 60,
        410,
        200,
        230,
        mix(mix(AIR, CHAM, 0.25), CLOTH, 0.34),
        mix(mix(AIR, CHAM, 0.35), CLOTH, 0.22),
        None,
        301,
        0,
    )
    o += karst_row(
        -60,
        w + 60,
        430,
        170,
        150,
        mix(mix(AIR, CHAM, 0.45), CLOTH, 0.1),
        mix(mix(AIR, CHAM, 0.7), CLOTH, 0.06),
        None,
        305,
        0,
    )
    for specs in ([(110, 270, 330), (290, 180, 210), (1090, 290, 350), (920, 180, 220)],):
        col = mix(CHAM, PINE, 0.3)
        o += karst(specs, 450, col, mix(col, INK, 0.5), mix(ROCK, col, 0.35), 311)
        for i, (cx, ww, hh) in enumerate(specs):
            o += bush(cx, 458, ww * 1.2, hh * 0.18, mix(PINE, CHAM, 0.25), i)
    o += terraces(w, h, 430, 560, 6, [LEAF, mix(LEAF, GOLD, 0.45), mix(LEAF, GOLD, 0.75), mix(LEAF, PINE, 0.3)], 15, 18)
    o += bamboo(560, 510, 150, 3) + tree(1010, 520, 140, PINE, 4) + bush(330, 520, 180, 44, PINE, 5)
    o += house(150, 530, 0.56, seed=5) + house(690, 548, 0.72, seed=7) + house(410, 520, 0.4, seed=8, ladder=False)
    o += banana(1060, 560, 120, 3) + banana(110, 556, 120, 6)
    o += rect(0, 556, w, 14, COAL, op=0.18) + brocade(0, 562, w, 68, INK, (RED, GOLD, CLOTH), LEAF, GOLD)
    return o


PLACES = {
    "pac-rang": pac_rang,
    "phia-thap": phia_thap,
    "dia-tren": dia_tren,
    "den-bach-linh": den_bach_linh,
    "cho-quang-uyen": cho,
    "thac-ban-gioc": thac,
    "dong-nguom-ngao": nguom_ngao,
    "lang-da-khuoi-ky": khuoi_ky,
    "deo-ma-phuc": ma_phuc,
    "homestay-phia-thap": hs_phia_thap,
    "homestay-pac-rang": hs_pac_rang,
    "homestay-khuoi-ky": hs_khuoi_ky,
}
EVENTS = {"le-hoi-tranh-dau-phao": tranh_dau_phao, "le-hoi-thac-ban-gioc": le_hoi_thac, "hoi-xuan-long-tong": long_tong}
SHARE = {"chia-se": chia_se}

"""Writes the DXF fixtures with ezdxf (MIT), a program that shares no code with our reader. Needs Python and ezdxf 1.4.

drawing-plan.dxf: as a planning office's CAD writes a control plan (GBK, AutoCAD 2004, template in millimetres, metres of EPSG:4548).
drawing-shapes.dxf, drawing-shapes-binary.dxf: one of each shape with a known area, as text and as binary.
drawing-lines.dxf: plots whose borders are loose lines, one for two neighbours (release 12, GBK), with the slips of a hand.
drawing-mpolygon.dxf: two MPOLYGONs, one with a hole, one with a round corner, and a REGION, whose shape cannot be read.
"""
import math
import sys
import ezdxf
from ezdxf import units
from ezdxf.math import Vec2

ORIGIN = Vec2(508956, 3523446)


def rectangle(x, y, width, height):
    return [ORIGIN + Vec2(*p) for p in ((x, y), (x + width, y), (x + width, y + height), (x, y + height))]


def make_plan(path):
    doc = ezdxf.new('R2004', setup=False)
    doc.encoding = 'gbk'
    doc.header['$DWGCODEPAGE'] = 'ANSI_936'
    doc.header['$INSUNITS'] = units.MM
    for name in ('用地-R2', '用地-B1', '用地-M1', '地块编号', '容积率', '道路中心线', '建筑', '图框', '文字标注', '规划范围', '现状地形'):
        doc.layers.add(name)
    doc.layers.get('现状地形').off()
    msp = doc.modelspace()

    def area(layer, points, **more):
        return msp.add_lwpolyline(points, close=True, dxfattribs={'layer': layer, **more})

    def text(content, at, layer='文字标注', height=4):
        return msp.add_text(content, height=height, dxfattribs={'layer': layer}).set_placement(ORIGIN + Vec2(*at))

    # A boundary and its fill; number, use and indicators inside.
    area('用地-R2', rectangle(0, 0, 100, 80))
    fill = msp.add_hatch(color=2, dxfattribs={'layer': '用地-R2'})
    fill.paths.add_polyline_path(rectangle(0, 0, 100, 80), is_closed=True)
    text('A-01-01', (40, 60), '地块编号')
    text('R2', (40, 50))
    text('2.5', (40, 40), '容积率')
    text('限高24米', (40, 30))
    text('绿地率≥35%', (40, 20))
    # A corner rounded with a radius of 20 m, its indicators as one multi-line text.
    corner = [(*p, 0) for p in rectangle(120, 0, 100, 80)]
    corner = [corner[0], corner[1], (*(ORIGIN + Vec2(220, 60)), math.tan(math.pi / 8)), (*(ORIGIN + Vec2(200, 80)), 0), corner[3]]
    msp.add_lwpolyline(corner, format='xyb', close=True, dxfattribs={'layer': '用地-B1'})
    msp.add_mtext(
        r'{\fSimSun|b0;A-01-02}\PB1\P容积率：\H0.7x;3.0\P建筑密度≤40%\P商业综合体',
        dxfattribs={'layer': '文字标注', 'char_height': 4, 'insert': ORIGIN + Vec2(150, 60), 'attachment_point': 1},
    )
    # One hatch over two plots, the second with a pond in it.
    both = msp.add_hatch(dxfattribs={'layer': '用地-M1'})
    both.paths.add_polyline_path(rectangle(0, 100, 100, 80), is_closed=True, flags=1)
    both.paths.add_polyline_path(rectangle(120, 100, 100, 80), is_closed=True, flags=1)
    both.paths.add_polyline_path(rectangle(160, 130, 20, 20), is_closed=True, flags=16)
    text('A-01-03', (30, 140), '地块编号')
    text('A-01-04', (125, 110), '地块编号')
    # Attributes of a block in the plots.
    block = doc.blocks.new('PLOTLABEL')
    block.add_attdef('RJL', (0, 0), dxfattribs={'height': 3})
    block.add_attdef('JZMD', (0, -5), dxfattribs={'height': 3})
    for (x, y), far, density in (((30, 130), '1.2', '45%'), ((125, 120), '1.5', '50%')):
        msp.add_blockref('PLOTLABEL', ORIGIN + Vec2(x, y), dxfattribs={'layer': '文字标注'}).add_auto_attribs({'RJL': far, 'JZMD': density})
    # Buildings as blocks, scaled, turned and in rows.
    tower = doc.blocks.new('TOWER', base_point=(5, 5))
    tower.add_lwpolyline([(0, 0), (10, 0), (10, 10), (0, 10)], close=True)
    msp.add_blockref('TOWER', ORIGIN + Vec2(20, 20), dxfattribs={'layer': '建筑', 'xscale': 2, 'yscale': 1, 'rotation': 90})
    msp.add_blockref('TOWER', ORIGIN + Vec2(15, 110), dxfattribs={'layer': '建筑', 'column_count': 2, 'row_count': 2, 'column_spacing': 30, 'row_spacing': 40})
    text('18F', (18, 18))
    # What is beside the plan.
    msp.add_line(ORIGIN + Vec2(-10, 90), ORIGIN + Vec2(230, 90), dxfattribs={'layer': '道路中心线'})
    area('规划范围', rectangle(-20, -20, 260, 220))
    area('图框', rectangle(-100, -100, 420, 297))
    area('现状地形', rectangle(-30, -30, 10, 10))
    msp.add_lwpolyline([*rectangle(120, 0, 100, 80), ORIGIN + Vec2(120, 0.5)], dxfattribs={'layer': '用地-B1'})
    msp.add_text('图名', height=8, dxfattribs={'layer': '图框'}).set_placement(ORIGIN + Vec2(-90, -90))
    msp.add_linear_dim(base=ORIGIN + Vec2(0, -5), p1=ORIGIN, p2=ORIGIN + Vec2(100, 0)).render()
    doc.saveas(path)


def make_shapes(file, fmt):
    """Shapes about (0, 0) in millimetres, each on a layer named after its area in square metres."""
    doc = ezdxf.new('R2010', setup=False)
    doc.header['$INSUNITS'] = units.MM
    msp = doc.modelspace()
    k = 1000.0
    origin = Vec2(508956, 3523446) * k

    def at(*points):
        return [origin + Vec2(*p) * k for p in points]

    def on(name, expected):
        layer = f'{name} {expected:.4f}'
        return {'layer': layer}

    msp.add_circle(at((0, 0))[0], 50 * k, dxfattribs=on('circle', math.pi * 2500))
    msp.add_ellipse(at((200, 0))[0], (60 * k, 20 * k), 0.5, dxfattribs=on('ellipse', math.pi * (3600 + 400) * 0.5))
    # Two half circles make one.
    p = at((400, -40), (400, 40))
    msp.add_lwpolyline([(*p[0], 1), (*p[1], 1)], format='xyb', close=True, dxfattribs=on('bulges', math.pi * 1600))
    heavy = msp.add_polyline2d([(*q, b) for q, b in zip(at((500, 0), (560, 0), (560, 40), (500, 40)), (0, -1, 0, 0))], format='xyb', close=True, dxfattribs=on('heavy', 2400 - math.pi * 200))
    # Seen from below: x runs the other way.
    mirrored = [(-q.x, q.y) for q in at((700, 0), (760, 0), (760, 30))]
    msp.add_lwpolyline(mirrored, close=True, dxfattribs={**on('mirrored', 900), 'extrusion': (0, 0, -1)})
    ring = msp.add_hatch(dxfattribs=on('edges', 100 * 60 + math.pi * 450 - math.pi * 100))
    edge = ring.paths.add_edge_path(flags=1)
    corners = at((900, 0), (1000, 0), (1000, 60), (900, 60))
    edge.add_line(corners[0], corners[1])
    edge.add_arc(at((1000, 30))[0], 30 * k, 270, 450, ccw=True)
    edge.add_line(corners[2], corners[3])
    edge.add_line(corners[3], corners[0])
    hole = ring.paths.add_edge_path(flags=16)
    hole.add_ellipse(at((950, 30))[0], (20 * k, 0), 0.25, 0, 360, ccw=False)
    arcs = msp.add_hatch(dxfattribs=on('clockwise', math.pi * 1600))
    path = arcs.paths.add_edge_path()
    path.add_arc(at((1200, 0))[0], 40 * k, 30, 390, ccw=False)
    control = at((1300, 0), (1400, 0), (1400, 100), (1300, 100))
    # A Bézier segment closed by its chord: area of the cubic by Green's theorem.
    spline = msp.add_hatch(dxfattribs=on('spline', 3 / 20 * 0 + 6000))
    path = spline.paths.add_edge_path()
    path.add_spline(control_points=control, knot_values=[0, 0, 0, 0, 1, 1, 1, 1], degree=3)
    path.add_line(control[3], control[0])
    island = msp.add_hatch(dxfattribs=on('island', 10000 - 3600 + 400))
    for side in (100, 60, 20):
        low = 50 - side / 2
        island.paths.add_polyline_path(at((1500 + low, low), (1500 + low + side, low), (1500 + low + side, low + side), (1500 + low, low + side)), is_closed=True)
    block = doc.blocks.new('INNER')
    block.add_circle((10 * k, 0), 10 * k)
    outer = doc.blocks.new('OUTER')
    outer.add_blockref('INNER', (0, 0), dxfattribs={'xscale': 2, 'yscale': 3, 'rotation': 30})
    outer.add_blockref('OUTER', (0, 0))
    msp.add_blockref('OUTER', at((1800, 0))[0], dxfattribs=on('nested', math.pi * 600))
    msp.add_solid(at((2000, 0), (2050, 0), (2000, 20), (2050, 20)), dxfattribs=on('solid', 1000))
    msp.add_arc(at((2200, 0))[0], 10 * k, 350, 10, dxfattribs={'layer': 'arc'})
    msp.add_point(at((2300, 0))[0], dxfattribs={'layer': 'point'})
    msp.add_open_spline([(*q, 0) for q in control], degree=3, dxfattribs={'layer': 'open spline'})
    if fmt == 'bin':
        doc.saveas(file, fmt="bin")
    else:
        doc.saveas(file)


def make_lines(path):
    doc = ezdxf.new('R12', setup=False)
    doc.encoding = 'gbk'
    doc.header['$DWGCODEPAGE'] = 'ANSI_936'
    msp = doc.modelspace()
    at = lambda *points: [ORIGIN + Vec2(*p) for p in points]
    on = {'layer': '地块线'}

    def line(start, end):
        msp.add_line(*at(start, end), dxfattribs=on)

    # Three plots by two of 100 m by 80 m. The southern border is one line for three of them.
    line((0, 0), (300, 0))
    for x in (0, 100, 200):
        line((x, 80), (x + 100, 80))
    line((0, 80), (0, 0))
    msp.add_polyline2d(at((0, 80), (0, 160), (280, 160)), dxfattribs=on)
    # A corner of the street.
    msp.add_arc(at((280, 140))[0], 20, 0, 90, dxfattribs=on)
    line((300, 140), (300, 0))
    # One line a little too long, one a little too short.
    line((100, -0.03), (100, 160))
    line((200, 0.02), (200, 160))
    # A pumping station within a plot, and the frame of the streets around all.
    for corners in (((140, 110), (160, 110), (160, 130), (140, 130)), ((-20, -20), (320, -20), (320, 180), (-20, 180))):
        for start, end in zip(corners, corners[1:] + corners[:1]):
            line(start, end)
    # A dividing line that was not drawn to its end.
    line((250, 80.4), (250, 160))
    middles = ((50, 40), (150, 40), (250, 40), (50, 120), (120, 120), (230, 120), (150, 120))
    for number, middle in enumerate(middles, 1):
        msp.add_text(f'B-0{number}', height=4, dxfattribs={'layer': '文字'}).set_placement(at(middle)[0])
    doc.saveas(path)


def make_mpolygon(path):
    doc = ezdxf.new('R2010', setup=False)
    msp = doc.modelspace()
    on = {'layer': '地块'}
    ring = msp.add_mpolygon(dxfattribs=on)
    ring.paths.add_polyline_path(rectangle(0, 0, 100, 80), is_closed=True)
    ring.paths.add_polyline_path(rectangle(40, 30, 20, 20), is_closed=True, flags=16)
    corner = [(*p, 0) for p in rectangle(120, 0, 100, 80)]
    corner = [corner[0], corner[1], (*(ORIGIN + Vec2(220, 60)), math.tan(math.pi / 8)), (*(ORIGIN + Vec2(200, 80)), 0), corner[3]]
    msp.add_mpolygon(dxfattribs=on).paths.add_polyline_path(corner, is_closed=True)
    msp.add_region(dxfattribs=on)
    doc.saveas(path)


if __name__ == '__main__':
    folder = sys.argv[1] if len(sys.argv) > 1 else '.'
    make_plan(f'{folder}/drawing-plan.dxf')
    make_lines(f'{folder}/drawing-lines.dxf')
    make_mpolygon(f'{folder}/drawing-mpolygon.dxf')
    make_shapes(f'{folder}/drawing-shapes.dxf', 'asc')
    make_shapes(f'{folder}/drawing-shapes-binary.dxf', 'bin')

"""Cuts the fonts of the report from theirs (run from the root of the repository, with fonttools 4.66).

    python3 app/report/fonts/cut-fonts.py node_modules/bootstrap-italia/dist/fonts/Titillium_Web DejaVuSans.ttf

They get names of our own: a font of the same name on a machine can never take their place, and the same data give the same bytes everywhere.
"""

import json
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = "app/report/fonts/"


def cut(source, target, family, style):
    options = subset.Options(hinting=False, glyph_names=False, legacy_kern=False, notdef_outline=True)
    options.layout_features = ["*"]
    options.name_IDs = [0, 3, 5, 7, 8, 9, 10, 11, 12, 13, 14]
    font = TTFont(source, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=font.getBestCmap())
    cutter.subset(font)
    plain = style in ("Regular", "Bold")
    names = {1: family if plain else f"{family} {style}", 2: style if plain else "Regular", 3: f"{family} {style}, cut by Rotta"}
    names |= {4: f"{family} {style}", 6: f"{family}-{style}".replace(" ", ""), 16: family, 17: style}
    for name, text in names.items():
        font["name"].setName(text, name, 3, 1, 0x409)
    font["name"].names = [name for name in font["name"].names if name.platformID == 3]
    font.save(HERE + target)
    return set(font.getBestCmap())


def ranges(points):
    found = []
    for point in sorted(points):
        if found and found[-1][1] == point - 1:
            found[-1][1] = point
        else:
            found.append([point, point])
    return found


titillium, dejavu = sys.argv[1:]
text = f"{titillium}/titillium-web-v10-latin-ext_latin-"
drawn = cut(text + "regular.ttf", "rotta-text-400.ttf", "Rotta Text", "Regular")
drawn &= cut(text + "600.ttf", "rotta-text-600.ttf", "Rotta Text", "SemiBold")
drawn &= cut(text + "700.ttf", "rotta-text-700.ttf", "Rotta Text", "Bold")
drawn |= cut(dejavu, "rotta-signs.ttf", "Rotta Signs", "Regular")
with open(HERE + "coverage.json", "w") as file:
    json.dump(ranges(drawn), file)

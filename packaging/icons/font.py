"""Makes the font of the console's icons: `python3 packaging/icons/font.py materialdesignicons-webfont.ttf`, from the root of
the repository, with fontTools installed.

The names and their order are those of `Glyph.java`. Each glyph gets a code of the first private use area, from U+E000 on:
the pack has them in a higher plane, whose text is shaped by the system's library, which opens every font of the machine.
"""
import re
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

KIT = "io/watchdeck/ui/kit"
FIRST = 0xE000
# Where the font names a glyph by another of its names.
OTHERS = {"circle": "checkbox-blank-circle", "circle-outline": "checkbox-blank-circle-outline"}

source = Path("src/main/java", KIT, "Glyph.java").read_text(encoding="utf-8")
names = re.findall(r"^    ([A-Z][A-Z0-9_]*)[,;]$", source, re.MULTILINE)

font = TTFont(sys.argv[1])
glyphs = [OTHERS.get(name, name) for name in (one.lower().replace("_", "-") for one in names)]
missing = sorted(set(glyphs) - set(font.getGlyphOrder()))
if missing:
    sys.exit("not in the pack: " + ", ".join(missing))

options = subset.Options(glyph_names=False, hinting=False, layout_features=[], name_IDs=[], notdef_outline=True)
cut = subset.Subsetter(options)
cut.populate(glyphs=glyphs)
cut.subset(font)

# Of each glyph the pack says that its outline begins at the left edge, which is wrong but harmless there. Saving measures the
# outlines, so the bearings have to follow: else every narrow glyph is drawn at the edge and not in the middle.
for name in font.getGlyphOrder():
    outline = font["glyf"][name]
    outline.recalcBounds(font["glyf"])
    font["hmtx"][name] = font["hmtx"][name][0], outline.xMin

table = CmapSubtable.newSubtable(4)
table.platformID, table.platEncID, table.language = 3, 1, 0
table.cmap = {FIRST + place: glyph for place, glyph in enumerate(glyphs)}
font["cmap"].tables = [table]

for number, text in {1: "Watchdeck Icons", 2: "Regular", 4: "Watchdeck Icons", 6: "WatchdeckIcons-Regular"}.items():
    font["name"].setName(text, number, 3, 1, 0x409)
font.save(Path("src/main/resources", KIT, "fonts", "WatchdeckIcons-Regular.ttf"))

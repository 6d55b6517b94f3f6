#!/usr/bin/env python3
"""Builds the fonts bundled with Watchdeck. Needed only to change them: the results are in the
repository, under src/main/resources/io/watchdeck/ui/kit/fonts.

Made from
    fonts-inter           4.0~beta7+ds-1   Debian 12 (its files say Inter 3.019)
    fonts-jetbrains-mono  2.242+ds-3       Debian 12
    pretendard            1.3.9            npm (its files say 1.309)
with
    python3-fonttools     4.38.0           Debian 12

Steps, from an empty working folder:
    apt-get download fonts-inter fonts-jetbrains-mono
    for deb in *.deb; do dpkg -x "$deb" debian; done
    npm pack pretendard@1.3.9 && tar xzf pretendard-1.3.9.tgz
    python3 path/to/build_fonts.py --packages . --out path/to/kit/fonts

What is made
    WatchdeckSans-Regular.otf    family "Watchdeck Sans"            Inter 400 + Pretendard 400
    WatchdeckSans-SemiBold.otf   family "Watchdeck Sans SemiBold"   Inter 600 + Pretendard 600
    WatchdeckMono-Regular.ttf    family "Watchdeck Mono", Regular   JetBrains Mono 400
    WatchdeckMono-Bold.ttf       family "Watchdeck Mono", Bold      JetBrains Mono 700
    OFL-WatchdeckSans.txt, OFL-WatchdeckMono.txt

Why the sans is built the way it is
    - JavaFX has no per-application fallback list, so Latin and Hangul must be in one family.
    - Pretendard draws its Latin as Inter at 1991 units, set in an em of 2048, and tighter. Reading
      Pretendard with an em of 1991 gives Inter's exact cap and x-height back, and Hangul in the
      proportion its designer chose. So Pretendard's file is the base (all 11,172 syllables keep
      their shared subroutines, hence the small file), its em becomes 1991, and the Latin, with
      Inter's own spacing, is redrawn from Inter into it.
    - JavaFX has no font features: the figures reached through `tnum` become the default ones.
    - JavaFX does not kern simple text but would in text it calls complex. Without GSUB, GPOS and
      GDEF a string has the same width on every path and platform.
    - The two weights are Regular styles of two families, since JavaFX knows only normal and bold.
"""

import argparse
from pathlib import Path

from fontTools import subset
from fontTools.misc.psCharStrings import T2CharString
from fontTools.misc.roundTools import otRound
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont, newTable

VERSION = "1.000"
EM = 1991  # Pretendard's cap height 1448 over Inter's 2048/2816 of an em

LATIN = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x192, 0x192), (0x1CD, 0x1DC), (0x1E6, 0x1E7), (0x1FA, 0x1FF),
    (0x218, 0x21B), (0x237, 0x237), (0x2BC, 0x2BC), (0x2C6, 0x2C7), (0x2D8, 0x2DD), (0x300, 0x36F),
    (0x1E00, 0x1EFF),
]
SYMBOLS = [
    (0x394, 0x394), (0x3A3, 0x3A3), (0x3A9, 0x3A9), (0x3BC, 0x3BC), (0x3C0, 0x3C0), (0x3C3, 0x3C3),
    (0x2002, 0x206F),  # general punctuation, but not en quad and em quad
    (0x2070, 0x209F),  # superscripts, subscripts
    (0x20A0, 0x20C0),  # currency
    (0x2100, 0x218F),  # letterlike, number forms
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematical operators
    (0x2300, 0x23FF),  # technical
    (0x25A0, 0x25FF),  # geometric shapes
    (0x2600, 0x27BF),  # symbols, dingbats
    (0x27E6, 0x27EF), (0x27F0, 0x27FF), (0x2900, 0x297F), (0x2B00, 0x2BFF),
    (0xFFFD, 0xFFFD),
]
KOREAN = [
    (0x2460, 0x24FF),  # enclosed
    (0x3000, 0x303F),  # CJK punctuation
    (0x3131, 0x318E),  # compatibility jamo
    (0x3200, 0x33FF),  # enclosed, squared units
    (0xAC00, 0xD7A3),  # all 11,172 syllables
    (0xFF01, 0xFF60), (0xFFE0, 0xFFE6),
]
BOXES = [(0x2500, 0x259F)]  # box drawing, block elements


def chars(*blocks):
    return {c for block in blocks for first, last in block for c in range(first, last + 1)}


def cut(path, unicodes):
    options = subset.Options()
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "GlyphOrder"]
    options.hinting = True
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.name_IDs = []
    font = subset.load_font(str(path), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    return font


def names(font, family, style, full, postscript, copyright, trademark, description):
    table = font["name"] = newTable("name")
    table.names = []
    values = {
        0: copyright,
        1: family,
        2: style,
        3: f"{VERSION};{postscript}",
        4: full,
        5: f"Version {VERSION}",
        6: postscript,
        7: trademark,
        10: description,
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1. "
            "This license is available with a FAQ at: https://scripts.sil.org/OFL",
        14: "https://scripts.sil.org/OFL",
        16: family,
        17: style,
    }
    for name_id, value in values.items():
        table.setName(value, name_id, 3, 1, 0x409)
    bold = style == "Bold"
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = 0x80 | (0x20 if bold else 0x40)
    font["OS/2"].achVendID = "NONE"
    font["head"].macStyle = 1 if bold else 0


def set_cmap(font, mapping):
    """One table of format 4 for both Unicode platforms: everything kept is in the BMP."""
    cmap = font["cmap"]
    table = next(t for t in cmap.tables if t.format == 4 and t.platformID == 3)
    table.cmap = dict(sorted(mapping.items()))
    other = type(table)(4)
    other.platformID, other.platEncID, other.language, other.cmap = 0, 3, 0, table.cmap
    cmap.tables = [other, table]


def tabular(font):
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            result = {}
            for index in record.Feature.LookupListIndex:
                for table in font["GSUB"].table.LookupList.Lookup[index].SubTable:
                    result.update(getattr(table, "ExtSubTable", table).mapping)
            return result
    raise SystemExit("no tnum feature")


def sans(inter_path, pretendard_path, family, postscript, out):
    wanted = chars(LATIN, SYMBOLS, KOREAN)
    korean = chars(KOREAN)
    font = cut(pretendard_path, wanted)
    inter = TTFont(str(inter_path))
    source_cmap = inter.getBestCmap()
    source_glyphs = inter.getGlyphSet()
    source_widths = inter["hmtx"]
    figures = tabular(inter)
    scale = EM / inter["head"].unitsPerEm

    digit_width = otRound(source_widths[figures[source_cmap[ord("0")]]][0] * scale)
    cmap = {c: g for c, g in font.getBestCmap().items() if c <= 0xFFFF}
    users = {}
    for char, glyph in cmap.items():
        users.setdefault(glyph, []).append(char)

    cff = font["CFF "].cff
    top = cff.topDictIndex[0]
    private = top.FDArray[0].Private
    assert len(top.FDArray) == 1
    widths = font["hmtx"]
    redrawn = 0
    for glyph, used_by in users.items():
        latin = [c for c in used_by if c not in korean and c in source_cmap]
        if not latin:
            continue
        # Two characters on one glyph in the base have one drawing in Inter too.
        source = {source_cmap[c] for c in latin}
        assert len({source_widths[g][0] for g in source}) == 1, (glyph, used_by)
        name = min(source)
        name = figures.get(name, name)
        width = otRound(source_widths[name][0] * scale)
        if any(ord("0") <= c <= ord("9") for c in latin):
            width = digit_width  # Inter SemiBold's tabular four is 3 units narrower
        pen = T2CharStringPen(None, source_glyphs, CFF2=False)
        source_glyphs[name].draw(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
        drawn = pen.getCharString(private=private, globalSubrs=cff.GlobalSubrs)
        program = drawn.program
        if width != private.defaultWidthX:
            program = [width - private.nominalWidthX] + program
        top.CharStrings[glyph] = T2CharString(
            program=program, private=private, globalSubrs=cff.GlobalSubrs)
        bounds = top.CharStrings[glyph].calcBounds(top.CharStrings)
        widths[glyph] = (width, otRound(bounds[0]) if bounds else 0)
        redrawn += 1
    set_cmap(font, cmap)

    top.recalcFontBBox()
    head = font["head"]
    head.xMin, head.yMin, head.xMax, head.yMax = (otRound(v) for v in top.FontBBox)

    # The em, and Inter's vertical metrics in it.
    head.unitsPerEm = EM
    top.FontMatrix = [1 / EM, 0, 0, 1 / EM, 0, 0]
    hhea, os2, source_os2 = font["hhea"], font["OS/2"], inter["OS/2"]
    ascent = otRound(inter["hhea"].ascent * scale)
    descent = otRound(inter["hhea"].descent * scale)
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, descent, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, descent, 0
    os2.usWinAscent, os2.usWinDescent = ascent, -descent
    os2.sxHeight = otRound(source_os2.sxHeight * scale)
    os2.sCapHeight = otRound(source_os2.sCapHeight * scale)
    os2.xAvgCharWidth = otRound(source_os2.xAvgCharWidth * scale)
    for field in ("yStrikeoutPosition", "yStrikeoutSize", "ySubscriptXSize", "ySubscriptYSize",
                  "ySubscriptXOffset", "ySubscriptYOffset", "ySuperscriptXSize",
                  "ySuperscriptYSize", "ySuperscriptXOffset", "ySuperscriptYOffset"):
        setattr(os2, field, otRound(getattr(source_os2, field) * scale))
    post = font["post"]
    post.underlinePosition = otRound(inter["post"].underlinePosition * scale)
    post.underlineThickness = otRound(inter["post"].underlineThickness * scale)

    notice = ("Copyright (c) 2016-2022 The Inter Project Authors. "
              "Copyright (c) 2021-2023 Kil Hyung-jin.")
    cff.fontNames = [postscript]
    top.FullName = top.FamilyName = family
    top.Notice = notice
    top.Weight = "Regular"
    top.UnderlinePosition, top.UnderlineThickness = post.underlinePosition, post.underlineThickness
    top.FDArray[0].FontName = postscript
    # A font matrix in the font dictionary would be multiplied with the one above.
    top.FDArray[0].rawDict.pop("FontMatrix", None)
    names(font, family, "Regular", family, postscript, notice,
          "Inter UI and Inter is a trademark of rsms; Pretendard is a trademark of Kil Hyung-jin; "
          "Source is a trademark of Adobe in the United States and/or other countries.",
          "Modified version: Inter's Latin with tabular figures, Pretendard's Hangul.")
    font.recalcTimestamp = False
    font.save(str(out))
    print(f"{out.name}: {len(cmap)} characters, {redrawn} drawings from Inter, "
          f"{out.stat().st_size} bytes")


def mono(path, style, out):
    font = cut(path, chars(LATIN, SYMBOLS, BOXES))
    set_cmap(font, {c: g for c, g in font.getBestCmap().items() if c <= 0xFFFF})
    bold = style == "Bold"
    names(font, "Watchdeck Mono", style, "Watchdeck Mono Bold" if bold else "Watchdeck Mono",
          f"WatchdeckMono-{style}",
          "Copyright 2020 The JetBrains Mono Project Authors "
          "(https://github.com/JetBrains/JetBrainsMono)",
          "JetBrains Mono is a trademark of JetBrains s.r.o.",
          "Modified version of JetBrains Mono: fewer characters, no ligatures.")
    font.recalcTimestamp = False
    font.save(str(out))
    print(f"{out.name}: {len(font.getBestCmap())} characters, {out.stat().st_size} bytes")


def licence(text, heading, out):
    body = text[text.index("This Font Software is licensed under"):].rstrip() + "\n"
    out.write_text(heading + "\n" + body, encoding="utf-8")


SANS_LICENCE = """\
Watchdeck Sans and Watchdeck Sans SemiBold

Latin, figures and symbols are from Inter:
Copyright (c) 2016-2022 The Inter Project Authors (https://github.com/rsms/inter).
"Inter" is a trademark of Rasmus Andersson.

Hangul, CJK punctuation and enclosed characters are from Pretendard:
Copyright (c) 2021, Kil Hyung-jin (https://github.com/orioncactus/pretendard),
with Reserved Font Name Pretendard.
Pretendard names Inter and Adobe's Source Han Sans as the fonts it was made from; "Source" is a
trademark of Adobe in the United States and/or other countries.

This is a Modified Version, made for the application Watchdeck: both fonts were merged into one
file per weight, cut to Latin, symbols and Hangul, and scaled to a common em; Inter's tabular
figures became the default ones; the layout tables were removed; the fonts were renamed. Neither
authors nor copyright holders of the originals have endorsed it. packaging/fonts/build_fonts.py in
Watchdeck's source shows every step.
"""

MONO_LICENCE = """\
Watchdeck Mono

Copyright 2020 The JetBrains Mono Project Authors (https://github.com/JetBrains/JetBrainsMono)
"JetBrains Mono" is a trademark of JetBrains s.r.o.

This is a Modified Version of JetBrains Mono, made for the application Watchdeck: it was cut to
Latin, symbols and box drawing; the layout tables (ligatures among them) were removed; the fonts
were renamed. Neither authors nor copyright holders of the original have endorsed it.
packaging/fonts/build_fonts.py in Watchdeck's source shows every step.
"""


def main():
    parser = argparse.ArgumentParser(description="Builds Watchdeck's fonts.")
    parser.add_argument("--packages", type=Path, required=True,
                        help="folder with debian/ and package/ as unpacked by the steps above")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    fonts = args.packages / "debian" / "usr" / "share" / "fonts"
    inter = fonts / "opentype" / "inter"
    jetbrains = fonts / "truetype" / "jetbrains-mono"
    pretendard = args.packages / "package" / "dist"

    sans(inter / "Inter-Regular.otf", pretendard / "public/static/Pretendard-Regular.otf",
         "Watchdeck Sans", "WatchdeckSans", args.out / "WatchdeckSans-Regular.otf")
    sans(inter / "Inter-SemiBold.otf", pretendard / "public/static/Pretendard-SemiBold.otf",
         "Watchdeck Sans SemiBold", "WatchdeckSansSemiBold",
         args.out / "WatchdeckSans-SemiBold.otf")
    for style in ("Regular", "Bold"):
        mono(jetbrains / f"JetBrainsMono-{style}.ttf", style,
             args.out / f"WatchdeckMono-{style}.ttf")
    text = (pretendard / "LICENSE.txt").read_text(encoding="utf-8")
    licence(text, SANS_LICENCE, args.out / "OFL-WatchdeckSans.txt")
    licence(text, MONO_LICENCE, args.out / "OFL-WatchdeckMono.txt")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes generator/chart/text_width_table.h: how wide characters are, for the layout of charts.

    tools/make_text_width_table.py NotoSansCJK-Regular.ttc > generator/chart/text_width_table.h

Advances are those of Noto Sans CJK SC (hmtx by way of cmap, OpenType specification 1.9). A reader's own system
sets Latin letters and digits in other faces (Helvetica, Segoe UI, Roboto, PingFang), which run up to 8 % wider, so
proportional advances are widened by that much: labels keep apart in all of them. Chinese is 1 em everywhere.
"""
import struct
import sys
import unicodedata

FAMILY = "Noto Sans CJK SC"
LAST_DIRECT = 0x24F  # Latin up to Latin Extended-B gets a table; the rest is kept as ranges
WIDENED = 1.08


def tables_of(font, offset):
    count = struct.unpack_from(">H", font, offset + 4)[0]
    records = [struct.unpack_from(">4sIII", font, offset + 12 + 16 * i) for i in range(count)]
    return {tag.decode(): start for tag, _, start, _ in records}


def family_name(font, name_table):
    count, strings = struct.unpack_from(">HH", font, name_table + 2)
    for i in range(count):
        platform, _, _, name, length, start = struct.unpack_from(">6H", font, name_table + 6 + 12 * i)
        if platform == 3 and name == 1:
            begin = name_table + strings + start
            return font[begin:begin + length].decode("utf-16-be")
    return ""


def find_family(font):
    count = struct.unpack_from(">I", font, 8)[0]
    for offset in struct.unpack_from(f">{count}I", font, 12):
        tables = tables_of(font, offset)
        if family_name(font, tables["name"]) == FAMILY:
            return tables
    raise SystemExit(f"the collection holds no {FAMILY}")


def read_cmap(font, start):
    """Subtable of format 12: the full repertoire."""
    for i in range(struct.unpack_from(">H", font, start + 2)[0]):
        offset = start + struct.unpack_from(">I", font, start + 8 + 8 * i)[0]
        if struct.unpack_from(">H", font, offset)[0] == 12:
            groups = struct.unpack_from(">I", font, offset + 12)[0]
            for g in range(groups):
                first, last, glyph = struct.unpack_from(">III", font, offset + 16 + 12 * g)
                for code in range(first, last + 1):
                    yield code, glyph + code - first
            return
    raise SystemExit("no cmap of format 12")


def read_advances(font, tables):
    units = struct.unpack_from(">H", font, tables["head"] + 18)[0]
    metrics = struct.unpack_from(">H", font, tables["hhea"] + 34)[0]
    for code, glyph in read_cmap(font, tables["cmap"]):
        index = min(glyph, metrics - 1)
        yield code, struct.unpack_from(">H", font, tables["hmtx"] + 4 * index)[0] * 1000 // units


def width_of(code, advances):
    """In thousandths of an em. What the font lacks is taken as 1 em, so that nothing is set too tightly."""
    category = unicodedata.category(chr(code))
    if category in ("Mn", "Me", "Cf", "Cc"):
        return 0
    advance = advances.get(code, 1000)
    return advance if advance == 1000 else min(1000, round(advance * WIDENED)) if advance < 1000 else advance


def ranges_of(advances):
    """Runs of characters above the direct table whose width is not 1 em."""
    runs = []
    for code in range(LAST_DIRECT + 1, 0x20000):
        if 0xD800 <= code <= 0xDFFF or unicodedata.category(chr(code)) in ("Cn", "Co", "Cs"):
            continue
        width = width_of(code, advances)
        if width == 1000:
            continue
        if runs and runs[-1][1] == code - 1 and runs[-1][2] == width:
            runs[-1][1] = code
        else:
            runs.append([code, code, width])
    runs.append([0xE0100, 0xE01EF, 0])  # variation selectors
    return runs


def print_rows(items, per_row):
    for i in range(0, len(items), per_row):
        print("    " + " ".join(items[i:i + per_row]))


def main():
    with open(sys.argv[1], "rb") as file:
        font = file.read()
    advances = dict(read_advances(font, find_family(font)))
    direct = [f"{width_of(code, advances)}," for code in range(LAST_DIRECT + 1)]
    ranges = [f"{{0x{a:X}, 0x{b:X}, {w}}}," for a, b, w in ranges_of(advances)]
    print("#pragma once\n\n#include <array>\n#include <cstdint>\n")
    print("/// Made by tools/make_text_width_table.py from Noto Sans CJK SC Regular; how, is written there.")
    print("namespace nianbao::chart {\n")
    print("// clang-format off")
    print("/// Advances in thousandths of an em, by code point.")
    print(f"inline constexpr std::array<std::uint16_t, {len(direct)}> direct_widths = {{{{")
    print_rows(direct, 20)
    print("}};\n")
    print("struct WidthRange {\n  char32_t first, last;\n  std::uint16_t width;\n};\n")
    print("/// Beyond the table, sorted: everything that is not exactly 1 em.")
    print(f"inline constexpr std::array<WidthRange, {len(ranges)}> width_ranges = {{{{")
    print_rows(ranges, 5)
    print("}};")
    print("// clang-format on\n")
    print("}  // namespace nianbao::chart")


if __name__ == "__main__":
    main()

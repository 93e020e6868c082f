import type { PDFDocument } from "pdf-lib";

type Fontkit = Parameters<PDFDocument["registerFontkit"]>[0];
type Font = ReturnType<Fontkit["create"]>;

/**
 * What pdf-lib asks of a TrueType font, read from its tables: one glyph a character, as the cut fonts of certificates have it.
 * The fontkit that pdf-lib offers shapes every script there is; it was half of what a cold start read, and a quarter of what a
 * certificate took. `test/certificates` holds this against it.
 */
export const plainFontkit: Fontkit = { create: (bytes) => readFont(bytes) as Font };

interface Glyph {
  readonly id: number;
  readonly codePoints: readonly number[];
  /** In the font's units. */
  readonly advanceWidth: number;
}

export const readFont = (bytes: Uint8Array) => {
  const table = tablesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const [head, hhea, hmtx] = [table("head"), table("hhea"), table("hmtx")];
  const [os2, post] = [table("OS/2"), table("post")];
  const widths = hhea.readUInt16BE(34);
  const glyph = (id: number, codePoint: number): Glyph => ({
    id,
    codePoints: [codePoint],
    // Whatever comes behind the last width is as wide.
    advanceWidth: hmtx.readUInt16BE(4 * Math.min(id, widths - 1)),
  });
  const glyphs = new Map(glyphIdsOf(table("cmap")).map(([codePoint, id]) => [codePoint, glyph(id, codePoint)]));
  // Glyph 0 is the box of what a font does not have.
  const glyphForCodePoint = (codePoint: number): Glyph => glyphs.get(codePoint) ?? glyph(0, codePoint);
  return {
    postscriptName: null,
    unitsPerEm: head.readUInt16BE(18),
    bbox: {
      ...{ minX: head.readInt16BE(36), minY: head.readInt16BE(38) },
      ...{ maxX: head.readInt16BE(40), maxY: head.readInt16BE(42) },
    },
    ...{ ascent: hhea.readInt16BE(4), descent: hhea.readInt16BE(6) },
    ...{ xHeight: os2.readInt16BE(86), capHeight: os2.readInt16BE(88) },
    italicAngle: post.readInt32BE(4) / 65_536,
    post: { isFixedPitch: post.readUInt32BE(12) !== 0 },
    head: { macStyle: { italic: (head.readUInt16BE(44) & 2) !== 0 } },
    "OS/2": { sFamilyClass: os2.readInt16BE(30) },
    cff: undefined,
    characterSet: [...glyphs.keys()],
    glyphForCodePoint,
    layout: (text: string) => ({
      // What Unicode says is not to be seen (joiners, variation selectors) has no glyph, and is no box either.
      glyphs: [...text.replace(/\p{Default_Ignorable_Code_Point}/gu, "")].map((character) =>
        glyphForCodePoint(character.codePointAt(0) ?? 0),
      ),
    }),
  };
};

/** The tables of a font by their four letters. */
const tablesOf = (font: Buffer) => {
  const entries = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const tables = new Map(
    entries.map((at) => {
      const from = font.readUInt32BE(at + 8);
      return [font.toString("latin1", at, at + 4), font.subarray(from, from + font.readUInt32BE(at + 12))] as const;
    }),
  );
  return (tag: string): Buffer => {
    const found = tables.get(tag);
    if (found === undefined) throw new Error(`the font has no table ${tag}`);
    return found;
  };
};

type Mapping = readonly (readonly [codePoint: number, glyphId: number])[];

/** Characters and their glyphs, in the order of the characters. HarfBuzz leaves the wide format out where the narrow one says all. */
const glyphIdsOf = (cmap: Buffer): Mapping => {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.subarray(cmap.readUInt32BE(8 + index * 8)),
  );
  const ofFormat = (format: number) => subtables.find((subtable) => subtable.readUInt16BE(0) === format);
  const [wide, narrow] = [ofFormat(12), ofFormat(4)];
  if (wide !== undefined) return wideMapping(wide);
  if (narrow !== undefined) return narrowMapping(narrow);
  throw new Error("the font names no characters");
};

/** Format 12: groups of first character, last character, first glyph. */
const wideMapping = (subtable: Buffer): Mapping =>
  Array.from({ length: subtable.readUInt32BE(12) }, (_, group) => 16 + group * 12).flatMap((at) => {
    const [first, last, glyph] = [
      subtable.readUInt32BE(at),
      subtable.readUInt32BE(at + 4),
      subtable.readUInt32BE(at + 8),
    ];
    return Array.from({ length: last - first + 1 }, (_, index) => [first + index, glyph + index] as const);
  });

/** Format 4: columns of last characters, first characters, differences to the glyph, and offsets into a list of glyphs. */
const narrowMapping = (subtable: Buffer): Mapping => {
  const column = subtable.readUInt16BE(6);
  return Array.from({ length: column / 2 }, (_, segment) => 14 + segment * 2).flatMap((at) => {
    const [last, first] = [subtable.readUInt16BE(at), subtable.readUInt16BE(at + 2 + column)];
    const difference = subtable.readUInt16BE(at + 2 + 2 * column);
    const offsetAt = at + 2 + 3 * column;
    const offset = subtable.readUInt16BE(offsetAt);
    const listed = (index: number) =>
      offset === 0 ? first + index : subtable.readUInt16BE(offsetAt + offset + index * 2);
    // The last segment stands for the end: 0xffff, which is no character.
    return Array.from({ length: first === 0xffff ? 0 : last - first + 1 }, (_, index) => {
      return [first + index, (listed(index) + difference) & 0xffff] as const;
    });
  });
};

import fontkit from "@pdf-lib/fontkit";
import { PDFContentStream, PDFDocument } from "pdf-lib";
import { encode } from "uqr";
import { describe, expect, test } from "vitest";
import { openCertificateFont } from "../../functions/wiring/certificate-font.ts";
import { drawCode } from "../../shared/certificates/draw-code.ts";
import { readFont } from "../../shared/certificates/read-font.ts";
import { wholeFont } from "./whole-font.ts";

const font = await openCertificateFont();

describe("the font that stays open", () => {
  test("gives the same bytes for the same characters, whatever was cut before and in which order they are asked for", () => {
    const first = font.cut("例喆堃");
    expect(Buffer.from(font.cut("契税完税证明")).equals(first)).toBe(false);
    expect(Buffer.from(font.cut("堃例喆例")).equals(first)).toBe(true);
  });

  test("cuts the outlines of the whole font, of rare names too, and a box for what the font does not have", async () => {
    const whole = await wholeFont();
    const text = "例喆堃𫖯𬀩𫠊Aj9…〔𠮷";
    const cut = fontkit.create(font.cut(text));
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      const outline = cut.glyphForCodePoint(codePoint).path.toSVG();
      expect([character, outline]).toEqual([character, whole.glyphForCodePoint(codePoint).path.toSVG()]);
      expect(outline).not.toBe("");
    }
  });
});

describe("what pdf-lib is told of a font", () => {
  // The wide list of characters is left out of a font that has none beyond the first 65,536.
  test.each([
    ["narrow", "契税完税证明例喆堃 0123456789.-*AZaz…〔〕《》"],
    ["wide", "契税完税证明例喆堃𫖯𬀩 0123456789"],
    ["of one character", "例"],
  ])("is what another reader finds in the same tables, %s", (_, text) => {
    const cut = font.cut(text);
    const [ours, theirs] = [readFont(cut), fontkit.create(cut)];
    const { minX, minY, maxX, maxY } = theirs.bbox;
    expect(ours.bbox).toEqual({ minX, minY, maxX, maxY });
    const { unitsPerEm, ascent, descent, capHeight, xHeight, italicAngle, characterSet } = theirs;
    expect(ours).toMatchObject({ unitsPerEm, ascent, descent, capHeight, xHeight, italicAngle });
    // It takes the mark that ends a narrow list for a character.
    expect(ours.characterSet).toEqual(characterSet.filter((codePoint) => codePoint !== 0xffff));
    expect(ours["OS/2"].sFamilyClass).toBe(theirs["OS/2"].sFamilyClass);
    expect(ours.post.isFixedPitch).toBe(Boolean(theirs.post.isFixedPitch));
    expect(ours.head.macStyle.italic).toBe(theirs.head.macStyle.italic);
    const glyphsOf = ({ glyphs }: { readonly glyphs: readonly { id: number; advanceWidth: number }[] }) =>
      glyphs.map(({ id, advanceWidth }) => ({ id, advanceWidth }));
    // The last one is not in the font: both draw the box of glyph 0.
    expect(glyphsOf(ours.layout(`${text}龘`))).toEqual(glyphsOf(theirs.layout(`${text}龘`)));
    expect(ours.glyphForCodePoint(0x9f98).id).toBe(0);
  });

  test("what is not to be seen has no glyph, and is no box in a name", () => {
    const { layout } = readFont(font.cut("例葛"));
    expect(layout("例\u200B葛\u{E0100}\u200D").glyphs).toEqual(layout("例葛").glyphs);
  });
});

test("the QR code's rectangles are the dark modules, each once", async () => {
  const text = "https://tax.example/#/certificates/7KQA-9XMT-4CHR-PWDE";
  const document = await PDFDocument.create();
  drawCode(document.addPage(), text, { x: 56, y: 58, side: 92 });
  const operators = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFContentStream ? object.getContentsString() : ""))
    .join("");
  const { data, size } = encode(text, { ecc: "M", border: 0 });
  expect(operators).toContain(`${92 / size} 0 0 ${92 / size} 0 0 cm`);
  const drawn = data.map((row) => row.map(() => 0));
  for (const [, x, y, width, height] of operators.matchAll(/^(\d+) (\d+) (\d+) (\d+) re$/gm)) {
    expect(height).toBe("1");
    const row = drawn[size - 1 - Number(y)];
    for (let at = Number(x); at < Number(x) + Number(width); at += 1) if (row) row[at] = (row[at] ?? 0) + 1;
  }
  expect(drawn).toEqual(data.map((row) => row.map(Number)));
});

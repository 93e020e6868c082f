import { decodePDFRawStream, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream } from "pdf-lib";
import { expect, test } from "vitest";
import { openCertificateFont } from "../../functions/wiring/certificate-font.ts";
import type { CertificateContent } from "../../shared/certificates/certificate.ts";
import { renderCertificate } from "../../shared/certificates/render-certificate.ts";
import { readSignedFile } from "../../shared/certificates/signed-file.ts";
import { calendarDate } from "../../shared/kernel/day.ts";

const font = await openCertificateFont();

const certificateOf = (text: string): CertificateContent => ({
  kind: "deed-tax",
  title: "契税完税证明",
  number: `例${text}`,
  code: "34679ACDEFHJKMNP",
  checkUrl: "https://tax.example/#/certificates/34679ACDEFHJKMNP",
  office: "国家税务总局柳州市税务局",
  issuedOn: calendarDate("2030-01-31"),
  fields: [
    ["纳税人", text],
    ["坐落", text],
  ],
  lines: [{ name: "契税", amount: "10000.00", law: text }],
  total: "10000.00",
});

interface Drawn {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** What the page draws, letter by letter, by the font's own table of characters. */
const read = async (
  bytes: Uint8Array,
): Promise<{ readonly document: PDFDocument; readonly drawn: readonly Drawn[]; readonly operators: string }> => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const streams = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream ? [Buffer.from(decodePDFRawStream(object).decode()).toString("latin1")] : [],
    );
  const operators = streams.find((stream) => / Tj/.test(stream)) ?? "";
  const table = new Map(
    streams
      .filter((stream) => stream.includes("beginbfchar"))
      .flatMap((stream) => [...stream.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>/gi)])
      .map(([, glyph = "", character = ""]) => [
        glyph.toUpperCase(),
        Buffer.from(character, "hex").swap16().toString("utf16le"),
      ]),
  );
  const drawn = [...operators.matchAll(/1 0 0 1 (\S+) (\S+) Tm\s+<([0-9A-F]*)> Tj/gi)].map(([, x, y, glyphs = ""]) => ({
    text: (glyphs.match(/.{4}/g) ?? []).map((glyph) => table.get(glyph.toUpperCase()) ?? "?").join(""),
    ...{ x: Number(x), y: Number(y) },
  }));
  return { document, drawn, operators };
};

const texts = [
  "<script>alert(1)</script>",
  "\u0000 \uD800 __proto__",
  "",
  "9".repeat(400),
  ") Tj ET q 1 0 0 rg 0 0 600 900 re f Q BT (",
  ">> endobj 1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >>",
  "\nstartxref\n0\n%%EOF\n%signature 0011223344556677 AAAA\nstartxref\n0\n%%EOF\n",
  "例\u202E民\u2066居\u0007\u001b[31m",
  "\u{10FFFF}\u{1F600}\uE000",
];

test.each(texts.map((text, index) => [index, text] as const))(
  "a certificate of text %i is one page that says what can be seen of it",
  async (_, text) => {
    const bytes = await renderCertificate(certificateOf(text), font);
    const { document, drawn, operators } = await read(bytes);
    expect(document.getPageCount()).toBe(1);
    for (const name of ["OpenAction", "AA", "Names", "AcroForm"]) {
      expect(document.catalog.get(PDFName.of(name)), name).toBeUndefined();
    }
    // Text is only ever drawn by glyph numbers: no string of the content stands between the operators.
    expect(operators).not.toMatch(/\([^)]*\) Tj|JavaScript/);
    expect(readSignedFile(bytes)).toBeUndefined();
    const words = drawn.map((each) => each.text).join("");
    expect(words).toContain("契税完税证明");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(words).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    const info = document.context.lookup(document.context.trailerInfo.Info, PDFDict);
    // Hexadecimal: nothing in it can end the text.
    expect(info.get(PDFName.of("Title"))).toBeInstanceOf(PDFHexString);
  },
);

test("names as long as a page stay on it, above the code and within the margins", async () => {
  const { drawn } = await read(await renderCertificate(certificateOf("例".repeat(3_000)), font));
  const foot = drawn.find(({ text }) => text.startsWith("防伪码"))?.y ?? 0;
  const names = drawn.filter(({ text }) => text.includes("例例"));
  expect(names.length).toBeGreaterThan(3);
  for (const { text, x, y } of names) {
    expect(y).toBeGreaterThan(foot);
    const size = y > 700 ? 10 : 11;
    expect(x + text.length * size).toBeLessThanOrEqual(545);
  }
  expect(names.some(({ text }) => text.endsWith("…"))).toBe(true);
});

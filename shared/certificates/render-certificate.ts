import { deflateSync } from "node:zlib";
import { PDFContentStream, PDFDocument, type PDFFont, type PDFPage, rgb } from "pdf-lib";
import { visibleText } from "../kernel/visible-text.ts";
import { type CertificateContent, validTo } from "./certificate.ts";
import { drawCode } from "./draw-code.ts";
import { drawSeal } from "./draw-seal.ts";
import type { OpenFont } from "./font-cutter.ts";
import { plainFontkit } from "./read-font.ts";

const black = rgb(0.1, 0.1, 0.12);
const grey = rgb(0.42, 0.44, 0.48);
const rule = rgb(0.78, 0.8, 0.83);
const left = 56;
const right = 539;

/**
 * Renders a certificate as PDF, A4, one page, the font embedded as a subset, text selectable. The same content and font
 * give the same bytes: nothing in it comes from the clock or from chance, nor from what was rendered before.
 */
export const renderCertificate = async (given: CertificateContent, whole: OpenFont): Promise<Uint8Array> => {
  if (given.lines.length > 16) throw new Error(`Too many lines for one page: ${given.lines.length}`);
  const content = visibleContent(given);
  const document = await PDFDocument.create();
  document.registerFontkit(plainFontkit);
  compressWithNode(document);
  // HarfBuzz cuts the font. pdf-lib's own cutter pads no glyph of odd length, and readers then draw nothing for it.
  const font = await document.embedFont(whole.cut(charactersOf(content)), { subset: false, customName: "NotoSansSC" });
  const day = new Date(`${content.issuedOn}T00:00:00.000Z`);
  document.setTitle(`${content.title} ${content.number}`);
  document.setAuthor(content.office);
  document.setLanguage("zh-CN");
  document.setCreationDate(day);
  document.setModificationDate(day);
  document.setProducer("One Window");
  document.setCreator("One Window");
  const page = document.addPage([595, 842]);
  page.setFont(font);
  drawHead(page, font, content);
  const end = drawLines(page, font, content, drawFields(page, font, content, 668));
  drawFoot(page, content);
  const seal = { x: 440, y: Math.max(250, end - 70), radius: 56, office: content.office, purpose: "业务专用章" };
  drawSeal(page, font, seal);
  compressPage(document);
  return document.save({ useObjectStreams: false });
};

/** pdf-lib compresses in JavaScript, which takes three times as long: what it compresses at once, and what it would when it saves. */
const compressWithNode = ({ context }: PDFDocument): void => {
  context.flateStream = (contents, dict) => context.stream(deflateSync(contents), { ...dict, Filter: "FlateDecode" });
};

const compressPage = ({ context }: PDFDocument): void => {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFContentStream) context.assign(ref, context.flateStream(object.getUnencodedContents()));
  }
};

const labels =
  "编号填发日期填发机关税费种依据金额(元)合计…防伪码在线查验有效期至24:00(北京时间);期满后仍可凭本文件及其签名离线验证,长期有效。扫码或登录办税门户输入防伪码,可取得同一文件。业务专用章0123456789- ";

/** Every character that may be drawn, in an order of their own: the order of the text must not change the bytes. */
const charactersOf = (content: CertificateContent): string =>
  [...new Set(labels + JSON.stringify(content))].sort().join("");

/** Names and laws come from registers: whatever cannot be seen in them is not drawn. */
const visibleContent = (content: CertificateContent): CertificateContent => {
  const { title, number, office, fields, lines } = content;
  return {
    ...content,
    ...{ title: visibleText(title), number: visibleText(number), office: visibleText(office) },
    fields: fields.map(([label, value]) => [visibleText(label), visibleText(value)] as const),
    lines: lines.map(({ name, amount, law }) => ({
      ...{ name: visibleText(name), amount: visibleText(amount), law: visibleText(law) },
    })),
  };
};

const drawHead = (page: PDFPage, font: PDFFont, content: CertificateContent): void => {
  const { issuedOn } = content;
  const size = 24;
  const title = shortened(font, content.title, size, right - left);
  const number = shortened(font, content.number, 10, 330);
  const office = shortened(font, content.office, 10, 420);
  page.drawText(title, { x: (595 - font.widthOfTextAtSize(title, size)) / 2, y: 764, size, color: black });
  page.drawText(`编号  ${number}`, { x: left, y: 724, size: 10, color: grey });
  const issued = `填发日期  ${issuedOn}`;
  page.drawText(issued, { x: right - font.widthOfTextAtSize(issued, 10), y: 724, size: 10, color: grey });
  page.drawText(`填发机关  ${office}`, { x: left, y: 706, size: 10, color: grey });
  line(page, 694);
};

const drawFields = (page: PDFPage, font: PDFFont, { fields }: CertificateContent, top: number): number => {
  let y = top;
  for (const [label, value] of fields) {
    page.drawText(label, { x: left, y, size: 11, color: grey });
    for (const part of broken(font, value, 11, right - left - 110, mostRows)) {
      page.drawText(part, { x: left + 110, y, size: 11, color: black });
      y -= 17;
    }
    y -= 5;
  }
  return y;
};

/** As many as a name of a hundred characters takes; a longer list of names goes on in the record, and ends here with dots. */
const mostRows = 3;

const drawLines = (page: PDFPage, font: PDFFont, { lines, total }: CertificateContent, top: number): number => {
  if (lines.length === 0) return top;
  let y = top - 6;
  line(page, y + 16);
  page.drawText("税费种", { x: left, y, size: 10, color: grey });
  page.drawText("依据", { x: left + 150, y, size: 10, color: grey });
  rightText(page, font, "金额(元)", y, 10);
  y -= 8;
  for (const { name, amount, law } of lines) {
    line(page, y);
    y -= 17;
    page.drawText(name, { x: left, y, size: 11, color: black });
    rightText(page, font, amount, y, 11);
    for (const part of broken(font, law, 9, 240, mostRows)) {
      page.drawText(part, { x: left + 150, y, size: 9, color: grey });
      y -= 12;
    }
    y += 4;
  }
  line(page, y);
  if (total === undefined) return y;
  page.drawText("合计", { x: left, y: y - 18, size: 12, color: black });
  rightText(page, font, total, y - 18, 12);
  return y - 28;
};

const drawFoot = (page: PDFPage, { code, checkUrl, issuedOn }: CertificateContent): void => {
  drawCode(page, checkUrl, { x: left, y: 58, side: 92 });
  const beside = left + 108;
  page.drawText(`防伪码  ${code}`, { x: beside, y: 132, size: 13, color: black });
  page.drawText(`在线查验有效期至 ${validTo(issuedOn)} 24:00(北京时间);`, {
    x: beside,
    y: 110,
    size: 9,
    color: grey,
  });
  page.drawText("期满后仍可凭本文件及其签名离线验证,长期有效。", { x: beside, y: 96, size: 9, color: grey });
  page.drawText("扫码或登录办税门户输入防伪码,可取得同一文件。", { x: beside, y: 82, size: 9, color: grey });
};

const line = (page: PDFPage, y: number): void =>
  page.drawLine({ start: { x: left, y }, end: { x: right, y }, thickness: 0.6, color: rule });

const rightText = (page: PDFPage, font: PDFFont, text: string, y: number, size: number): void =>
  page.drawText(text, { x: right - font.widthOfTextAtSize(text, size), y, size, color: black });

const dots = "…";

/** As much of a text as there is room for. */
const shortened = (font: PDFFont, text: string, size: number, width: number): string => {
  const [first = "", ...rest] = broken(font, text, size, width - size, Number.POSITIVE_INFINITY);
  return rest.length > 0 ? first + dots : first;
};

/** Breaks a text where the width ends, into so many parts at most; Chinese may be broken anywhere. */
const broken = (font: PDFFont, text: string, size: number, width: number, most: number): readonly string[] => {
  const parts: string[] = [];
  let part = "";
  // In thousandths of the size, as the font counts: their sum is exact.
  let taken = 0;
  for (const character of text) {
    const more = font.widthOfTextAtSize(character, 1000);
    if (part !== "" && ((taken + more) * size) / 1000 > width) {
      parts.push(part);
      [part, taken] = ["", 0];
    }
    part += character;
    taken += more;
  }
  const all = [...parts, part];
  return all.length <= most ? all : [...all.slice(0, most - 1), `${all[most - 1]?.slice(0, -1)}${dots}`];
};

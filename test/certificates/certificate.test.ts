import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import fontkit from "@pdf-lib/fontkit";
import { decodePDFRawStream, PDFDocument, PDFRawStream } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { openCertificateFont } from "../../functions/wiring/certificate-font.ts";
import { type CertificateContent, statusAt } from "../../shared/certificates/certificate.ts";
import { checkAddress } from "../../shared/certificates/check-address.ts";
import { makeCode, readCode } from "../../shared/certificates/code.ts";
import { renderCertificate } from "../../shared/certificates/render-certificate.ts";
import { checkFile, readSignedFile, signFile } from "../../shared/certificates/signed-file.ts";
import { localSigner, sha256 } from "../../shared/certificates/signing.ts";
import { calendarDate } from "../../shared/kernel/day.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { dayInChina } from "../../shared/payments/china-time.ts";
import { fc } from "../support/properties.ts";
import { wholeFont } from "./whole-font.ts";

const secret = "a secret of the bureau that is long enough";

describe("where the QR code leads", () => {
  const code = makeCode(secret, "BILL0001");

  test("to the page for people, where the code is no part of what a server is asked", () => {
    const address = new URL(checkAddress({ api: "https://api.example", clients: "https://tax.example" })(code));
    expect(address.origin + address.pathname).toBe("https://tax.example/");
    expect(address.hash).toBe(`#/certificates/${code}`);
  });

  test("to the API's own answer, where a bureau on trial serves no pages under a domain", () => {
    expect(checkAddress({ api: "https://api.example", clients: undefined })(code)).toBe(
      `https://api.example/v1/certificates/${code}`,
    );
  });
});

describe("the code", () => {
  test("is short, of one certificate the same, and read as people type it", () => {
    const code = makeCode(secret, "BILL0001");
    expect(code).toMatch(/^[34679ACDEFHJKMNPQRTUWXY]{4}(-[34679ACDEFHJKMNPQRTUWXY]{4}){3}$/);
    expect(makeCode(secret, "BILL0001")).toBe(code);
    expect(makeCode("another secret of the same length, or so", "BILL0001")).not.toBe(code);
    expect(readCode(` ${code.toLowerCase().replaceAll("-", " ")} `)).toEqual({ kind: "code", code });
  });

  test("one wrong character, or two that changed places, is always noticed", () => {
    const alphabet = [..."34679ACDEFHJKMNPQRTUWXY"];
    const position = fc.integer({ min: 0, max: 15 });
    fc.assert(
      fc.property(fc.string(), position, position, fc.constantFrom(...alphabet), (id, one, other, letter) => {
        const code = [...makeCode(secret, id).replaceAll("-", "")];
        const typed = code.with(one, letter).join("");
        const swapped = code
          .with(one, code[other] ?? "")
          .with(other, code[one] ?? "")
          .join("");
        for (const wrong of [typed, swapped]) {
          expect(readCode(wrong).kind).toBe(wrong === code.join("") ? "code" : "mistyped");
        }
      }),
    );
  });

  test.each([
    ["the day of issue", "2030-01-01T04:00:00.000Z", "valid"],
    ["day 20, last second", "2030-01-21T15:59:59.000Z", "valid"],
    ["day 21, first second", "2030-01-21T16:00:00.000Z", "expired"],
  ])("%s in China: %s is %s", (_, moment, status) => {
    expect(statusAt({ issuedOn: calendarDate("2030-01-01") }, dayInChina(moment as Instant))).toBe(status);
  });

  test("revoked stays revoked, also after its last day", () => {
    const revocation = { at: "2030-01-02T00:00:00.000Z" as Instant, reason: "corrected" } as const;
    const certificate = { issuedOn: calendarDate("2030-01-01"), revocation };
    expect(statusAt(certificate, calendarDate("2031-01-01"))).toBe("revoked");
  });
});

const content: CertificateContent = {
  kind: "deed-tax",
  title: "契税完税证明",
  number: "例完税2030013100001",
  code: makeCode(secret, "BILL0001"),
  checkUrl: `https://tax.example/#/certificates/${makeCode(secret, "BILL0001")}`,
  office: "国家税务总局柳州市税务局",
  issuedOn: calendarDate("2030-01-31"),
  fields: [
    ["纳税人", "例喆堃"],
    ["证件", "居民身份证 4599**********0012"],
    ["不动产单元号", "459900001001GB00001F00010001"],
    ["坐落", "例区示范路 1 号 2 栋 301 室"],
  ],
  lines: [
    { name: "契税", amount: "10000.00", law: "《中华人民共和国契税法》第三条、第四条;财政部公告2024年第16号第一条" },
    { name: "印花税", amount: "0.00", law: "财税〔2008〕137号第二条" },
  ],
  total: "10000.00",
};

describe("the file", async () => {
  const font = await openCertificateFont();

  test("three channels render the same bytes", async () => {
    const hashes = new Set<string>();
    for (let channel = 0; channel < 3; channel += 1) hashes.add(sha256(await renderCertificate(content, font)));
    expect(hashes.size).toBe(1);
  });

  test.each([
    ["RSA", generateKeyPairSync("rsa", { modulusLength: 3072 }).privateKey],
    ["EC", generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey],
  ])("signed with %s: anyone can check it offline, and a single other byte fails, wherever it is", async (_, key) => {
    const signer = localSigner(key);
    const pdf = await renderCertificate(content, font);
    const file = await signFile(signer, pdf);
    expect(checkFile(file, [signer])).toBe("genuine");
    // Some hundred bytes of what was signed, and every byte of what was written behind it.
    const step = Math.floor(pdf.length / 100);
    const places = [...file.keys()].filter((place) => place % step === 0 || place >= pdf.length);
    for (const place of places) {
      const altered = Buffer.from(file);
      altered[place] = (altered[place] ?? 0) ^ 1;
      expect([place, checkFile(altered, [signer])]).not.toEqual([place, "genuine"]);
    }
  });

  test("a signed file is still a PDF, and its text the same; more bytes behind it, or another's key, are noticed", async () => {
    const signer = localSigner(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey);
    const other = localSigner(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey);
    const pdf = await renderCertificate(content, font);
    const file = await signFile(signer, pdf);
    expect(Buffer.from(file).toString("latin1").endsWith("%%EOF\n")).toBe(true);
    expect((await PDFDocument.load(file)).getTitle()).toBe(`${content.title} ${content.number}`);
    expect(Buffer.from(readSignedFile(file)?.signed ?? []).equals(Buffer.from(pdf))).toBe(true);
    expect(checkFile(pdf, [signer])).toBe("unsigned");
    expect(checkFile(file, [other])).toBe("unknown-key");
    expect(checkFile(file, [{ ...other, keyId: signer.keyId }])).toBe("altered");
    expect(checkFile(Buffer.concat([file, Buffer.from("\n")]), [signer])).toBe("unsigned");
    expect(checkFile(await signFile(other, file), [signer])).toBe("unknown-key");
  });

  test("every character has its outline in the embedded font, rare ones included", async () => {
    const document = await PDFDocument.load(await renderCertificate(content, font));
    const embedded = document.context
      .enumerateIndirectObjects()
      .map(([, object]) => object)
      .filter((object) => object instanceof PDFRawStream)
      .map((stream) => decodePDFRawStream(stream).decode())
      .filter((bytes) => bytes.length > 1000 && bytes[0] === 0 && bytes[1] === 1);
    expect(embedded).toHaveLength(1);
    const [ours, whole] = [fontkit.create(embedded[0] as Uint8Array), await wholeFont()];
    for (const character of `${content.title}${content.office}例喆堃居民身份证元合计防伪码业务专用章《中华人民共和国》0123456789.-*${content.code}`) {
      const codePoint = character.codePointAt(0) ?? 0;
      const outline = ours.glyphForCodePoint(codePoint).path.toSVG();
      expect([character, outline]).toEqual([character, whole.glyphForCodePoint(codePoint).path.toSVG()]);
      expect(outline).not.toBe("");
    }
  });

  test("a text without a single space still has one between label and value, and no wider than the font's", async () => {
    const squeezed = JSON.parse(JSON.stringify(content).replaceAll(" ", "")) as CertificateContent;
    const document = await PDFDocument.load(await renderCertificate(squeezed, font));
    const embedded = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFRawStream ? [decodePDFRawStream(object).decode()] : []))
      .find((bytes) => bytes.length > 1000 && bytes[0] === 0 && bytes[1] === 1);
    const space = fontkit.create(embedded as Uint8Array).glyphForCodePoint(32);
    expect(space.id).toBeGreaterThan(0);
    expect(space.advanceWidth).toBe((await wholeFont()).glyphForCodePoint(32).advanceWidth);
  });

  const hasPdfReader = (() => {
    try {
      execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  })();
  test.runIf(hasPdfReader)("its text can be selected, rare characters included (needs pdftotext)", async () => {
    const file = await renderCertificate(content, font);
    const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: file }).toString();
    for (const words of ["契税完税证明", "例喆堃", "《中华人民共和国契税法》第三条", "10000.00", content.code]) {
      expect(text).toContain(words);
    }
  });
});

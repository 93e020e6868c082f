import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../../web/", import.meta.url).pathname;
const sources = globSync(`${root}**/*.{ts,tsx,html}`)
  .filter((path) => !path.includes("/dist/"))
  .map((path) => ({ name: path.slice(root.length), text: readFileSync(path, "utf8") }));

const hitsOf = (pattern: RegExp): string[] =>
  sources.flatMap(({ name, text }) => [...text.matchAll(pattern)].map(([found]) => `${name}: ${found}`));

test("there are pages to look at", () => {
  expect(sources.length).toBeGreaterThan(50);
});

test("no page is made of text that would be read as HTML or as a program", () => {
  expect(
    hitsOf(
      /dangerouslySetInnerHTML|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\(|srcDoc/g,
    ),
  ).toEqual([]);
});

/** Addresses that are data: each comes from a schema that lets in only the web's, or is made by the client itself. */
const openedAddresses = [
  // A wallet's payment page: `h5_url` of WeChat Pay (http or https alone), and our own address at Alipay.
  "shared/case/payment-under-way.tsx: href={offer.url}",
];

test("an address that comes from elsewhere is opened nowhere but where its schema is known", () => {
  const dynamic = hitsOf(/\b(?:href|src|formAction|xlinkHref)=\{[^}"'`]*\}/g);
  expect(dynamic.filter((hit) => !openedAddresses.includes(hit))).toEqual([]);
  expect(dynamic).toEqual(expect.arrayContaining(openedAddresses));
});

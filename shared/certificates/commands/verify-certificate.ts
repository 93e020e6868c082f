import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import * as z from "zod";
import { checkFile, readSignedFile } from "../signed-file.ts";
import { type PublishedKey, sha256, signatureAlgorithms } from "../signing.ts";

/*
 * npm run verify-certificate -- FILE.pdf --keys KEYS.json
 * Checks a certificate's file with the bureau's published keys: no network, no clock, nobody to ask. KEYS.json is what
 * GET /v1/certificate-keys answers; fetched once, it serves for ever. Ends with 1 for a file that is not genuine.
 */
const usage = "npm run verify-certificate -- FILE.pdf --keys KEYS.json   (KEYS.json: GET /v1/certificate-keys)";

const Keys = z.object({
  keys: z.array(z.object({ keyId: z.string(), algorithm: z.enum(signatureAlgorithms), publicKey: z.string() })),
});

const words = {
  genuine: "真实,未经改动 / genuine: signed by this bureau, not a byte altered",
  altered: "已被改动 / altered: the signature is not of these bytes",
  "unknown-key": "签名密钥不在公布之列 / signed by a key that is not among those published",
  unsigned: "没有本局签名 / not signed, or altered where the signature stands",
} as const;

const fail = (detail: string): void => {
  process.stderr.write(`${detail}\n`);
  process.exitCode = 1;
};

const verify = (path: string, keys: readonly PublishedKey[]): void => {
  const file = readFileSync(path);
  const found = checkFile(file, keys);
  const told = [words[found], `SHA-256  ${sha256(file)}`, `key      ${readSignedFile(file)?.keyId ?? "-"}`].join("\n");
  if (found === "genuine") console.log(told);
  else fail(told);
};

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { keys: { type: "string" } } });
  const [path] = positionals;
  if (path === undefined || values.keys === undefined) fail(usage);
  else verify(path, Keys.parse(JSON.parse(readFileSync(values.keys, "utf8"))).keys);
} catch (error) {
  fail(`${error instanceof Error ? error.message : error}\n${usage}`);
}

import { generateKeyPairSync } from "node:crypto";
import { openCertificateFont } from "../../../functions/wiring/certificate-font.ts";
import type { Case } from "../../../shared/cases/case.ts";
import type { CertificateContent } from "../../../shared/certificates/certificate.ts";
import { checkAddress } from "../../../shared/certificates/check-address.ts";
import { makeCode } from "../../../shared/certificates/code.ts";
import { resultDocumentsOf } from "../../../shared/certificates/contents/result-documents.ts";
import { renderCertificate } from "../../../shared/certificates/render-certificate.ts";
import { signFile } from "../../../shared/certificates/signed-file.ts";
import { localSigner } from "../../../shared/certificates/signing.ts";
import { packagesOf } from "../../../shared/packages/index.ts";
import { testSecret } from "../../support/test-world.ts";

const repetitions = 10;

/**
 * The processor's time for the signed files of a newcomer whose every task ends in a document: in a process that has made none
 * before, and in one that goes on making them. Threads that compile in the background count.
 */
export const makeFiles = async () => {
  const beforeFont = processorMilliseconds();
  const font = await openCertificateFont();
  const opened = processorMilliseconds() - beforeFont;
  const signer = localSigner(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey);
  const make = async (content: CertificateContent) => {
    const before = processorMilliseconds();
    const { length } = await signFile(signer, await renderCertificate(content, font));
    return { took: processorMilliseconds() - before, bytes: length };
  };
  const first = [];
  for (const content of contentsOfCase(0)) first.push(await make(content));
  const later = [];
  for (let number = 1; number <= repetitions; number += 1) {
    for (const content of contentsOfCase(number)) later.push(await make(content));
  }
  const sorted = later.map(({ took }) => took).sort((one, other) => one - other);
  const bytes = first.map((each) => each.bytes);
  return {
    "files of a newcomer's case": first.length,
    "kB a file, smallest and largest": [kilobytes(Math.min(...bytes)), kilobytes(Math.max(...bytes))],
    "ms of processor to open the font": round(opened),
    "ms for the first case's files together": round(first.reduce((total, { took }) => total + took, 0)),
    "ms a file after that, median and largest": [round(sorted[sorted.length >> 1] ?? 0), round(sorted.at(-1) ?? 0)],
  };
};

const processorMilliseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const round = (value: number): number => Number(value.toFixed(1));
const kilobytes = (bytes: number): number => round(bytes / 1000);

/** Every document that the tasks of the package may end in, with its real title and basis. */
const contentsOfCase = (number: number): readonly CertificateContent[] => {
  const definition = packagesOf("liuzhou").find(({ id }) => id === "new-taxpayer");
  if (definition === undefined) throw new Error("no package for newcomers");
  const steps = definition.steps.map(
    ({ id }, index) =>
      [
        id,
        { status: "done", document: { number: `例税通〔2030〕${number}-${index}`, issuedOn: "2030-01-31" } },
      ] as const,
  );
  const facts = { taxpayerName: { value: "柳州市示范商贸有限公司" }, creditCode: { value: "91450200MA5EXAMP0X" } };
  return resultDocumentsOf(definition, { facts, steps: Object.fromEntries(steps) } as unknown as Case).map(
    ({ id, content }) => {
      const code = makeCode(testSecret, `case ${number} ${id}`);
      const checkUrl = checkAddress({ api: "https://api.example", clients: "https://tax.example" })(code);
      return { ...content, code, checkUrl, office: "国家税务总局柳州市税务局" };
    },
  );
};

import { lookUpCertificate } from "../../shared/actions/look-up-certificate.ts";
import { makeCode } from "../../shared/certificates/code.ts";
import { memoryCertificateStore } from "../../shared/certificates/memory-certificate-store.ts";
import { randomCodes } from "../certificates/random-codes.ts";
import { aRecord } from "../functions/support/certificates.ts";
import { testSecret, testWorld } from "../support/test-world.ts";
import { makeFiles } from "./certificates/make-files.ts";
import type { BenchmarkResult } from "./main.ts";

const issued = 100_000;
const guesses = Number(process.env.GUESSES ?? 10_000_000);

/**
 * First what it costs to make the files of a newcomer's case. Then ten million guesses by somebody who knows how codes are checked and whom nothing slows down, at a bureau that has issued
 * a hundred thousand certificates: how many does the look-up find? GUESSES sets another number, 0 for the making alone.
 */
export const run = async (): Promise<BenchmarkResult> => {
  const making = await makeFiles();
  // A refusal is the usual answer here; its stack would be most of the work.
  Error.stackTraceLimit = 0;
  const certificates = memoryCertificateStore();
  for (let number = 0; number < issued; number += 1) {
    await certificates.keepRecord(aRecord("case-1", { code: makeCode(testSecret, `certificate ${number}`) }));
  }
  let refused = 0;
  const count = async () => {
    refused += 1;
  };
  const world = {
    ...testWorld(),
    certificates,
    guesses: { read: async () => undefined, count },
  };
  let found = 0;
  const startedAt = performance.now();
  for (const code of randomCodes(20_261_123, guesses)) {
    const isFound = await lookUpCertificate(world, { code, address: "192.0.2.1" }).then(
      () => true,
      () => false,
    );
    if (isFound) found += 1;
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const codes = 23 ** 15;
  return {
    title: "Making certificates, and guessing their codes",
    rows: [{ issued, guesses, "counted as wrong": refused, found, seconds: Math.round(seconds) }],
    summary: {
      ...making,
      "codes there are": codes.toExponential(2),
      "chance of one hit in all these guesses": ((guesses * issued) / codes).toExponential(1),
      "years to an even chance at the route's 20 a second": Math.round(codes / issued / 2 / 20 / 31_557_600),
    },
  };
};

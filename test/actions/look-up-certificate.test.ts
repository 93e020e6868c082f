import { describe, expect, test } from "vitest";
import { fetchCertificate, lookUpCertificate } from "../../shared/actions/look-up-certificate.ts";
import { viewCertificate } from "../../shared/api/views/certificate-view.ts";
import { guessesAllowed, guessWindowMilliseconds } from "../../shared/certificates/guess-store.ts";
import { calendarDate } from "../../shared/kernel/day.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { randomCodes } from "../certificates/random-codes.ts";
import { aCode, aFile, aRecord, testCertificates, withCertificate } from "../functions/support/certificates.ts";
import { testWorld } from "../support/test-world.ts";

const address = "192.0.2.1";
const scene = async (record = aRecord("case-1", { issuedOn: calendarDate("2030-01-01") })) => {
  const world = { ...testWorld(), ...testCertificates() };
  await withCertificate(world, { id: "case-1" }, record);
  const at = (moment: string) => {
    world.time.now = moment as Instant;
  };
  return { world, at };
};
const codeOf = (refused: Promise<unknown>) => refused.then(() => "taken").catch(({ code }) => code as string);

describe("a code", () => {
  test.each([
    ["on the day of issue", "2030-01-01T04:00:00.000Z", "valid", "taken"],
    ["day 20, 23:59:59 in China", "2030-01-21T15:59:59.999Z", "valid", "taken"],
    ["day 21, 00:00:00 in China", "2030-01-21T16:00:00.000Z", "expired", "certificate-expired"],
    ["ten years on", "2040-01-01T00:00:00.000Z", "expired", "certificate-expired"],
  ])("%s", async (_, moment, status, file) => {
    const { world, at } = await scene();
    at(moment);
    expect((await lookUpCertificate(world, { code: aCode, address })).status).toBe(status);
    expect(await codeOf(fetchCertificate(world, { code: aCode, address }))).toBe(file);
  });

  test("that was taken back says so, and gives no file, for ever", async () => {
    const revocation = { at: "2030-01-02T00:00:00.000Z" as Instant, reason: "corrected" } as const;
    const { world, at } = await scene(aRecord("case-1", { revocation }));
    for (const moment of ["2030-01-31T02:00:00.000Z", "2040-01-01T00:00:00.000Z"]) {
      at(moment);
      expect((await lookUpCertificate(world, { code: aCode, address })).status).toBe("revoked");
      expect(await codeOf(fetchCertificate(world, { code: aCode, address }))).toBe("certificate-revoked");
    }
  });

  test("brings the very file, typed as people type it", async () => {
    const { world, at } = await scene();
    at("2030-01-01T04:00:00.000Z");
    const typed = ` ${aCode.toLowerCase().replaceAll("-", " ")}`;
    const { file } = await fetchCertificate(world, { code: typed, address });
    expect(Buffer.from(file).equals(aFile)).toBe(true);
  });

  test("shows a stranger what can be compared with the paper, and nothing of whom once it is over", async () => {
    const record = aRecord("case-1", {
      kind: "deed-tax",
      holder: "黄例明",
      party: "buyer-1",
      total: "4400.00",
      issuedOn: calendarDate("2030-01-01"),
    });
    const { world, at } = await scene(record);
    at("2030-01-02T00:00:00.000Z");
    const valid = viewCertificate(await lookUpCertificate(world, { code: aCode, address }));
    expect(Object.keys(valid).sort()).toEqual(
      "holder issuedOn keyId kind number office sha256 status title total validTo".split(" "),
    );
    expect(valid.holder).toBe("黄**");
    at("2030-02-02T00:00:00.000Z");
    const expired = viewCertificate(await lookUpCertificate(world, { code: aCode, address }));
    expect(Object.keys(expired).sort()).toEqual("issuedOn keyId kind number office status title validTo".split(" "));
  });
});

describe("guessing", () => {
  test("ten thousand random codes that pass the check character find none", async () => {
    const { world } = await scene();
    let [found, asked] = [0, 0];
    for (const code of randomCodes(20_300_131, 10_000)) {
      asked += 1;
      const answer = await codeOf(
        lookUpCertificate(world, { code, address: `10.${asked % 250}.${asked % 241}.${asked}` }),
      );
      if (answer !== "certificate-not-found") found += 1;
    }
    expect([asked, found]).toEqual([10_000, 0]);
  });

  test("is over for a source after a few, for others not; and forgotten after a while", async () => {
    const { world } = await scene(aRecord("case-1"));
    const codes = [...randomCodes(7, guessesAllowed + 1)];
    const answers: string[] = [];
    for (const code of codes) answers.push(await codeOf(lookUpCertificate(world, { code, address })));
    expect(answers).toEqual([...Array(guessesAllowed).fill("certificate-not-found"), "too-many-guesses"]);
    // Not even a right one: whether a guess was lucky is not told either.
    expect(await codeOf(lookUpCertificate(world, { code: aCode, address }))).toBe("too-many-guesses");
    expect(await codeOf(fetchCertificate(world, { code: aCode, address }))).toBe("too-many-guesses");
    expect(await codeOf(lookUpCertificate(world, { code: aCode, address: "192.0.2.2" }))).toBe("taken");
    world.time.pass(guessWindowMilliseconds);
    expect(await codeOf(lookUpCertificate(world, { code: aCode, address }))).toBe("taken");
  });

  test("says when to come again", async () => {
    const { world } = await scene();
    for (const code of randomCodes(8, guessesAllowed)) await codeOf(lookUpCertificate(world, { code, address }));
    world.time.pass(60_000);
    await expect(lookUpCertificate(world, { code: aCode, address })).rejects.toMatchObject({
      data: { retryAfterSeconds: guessWindowMilliseconds / 1000 - 60 },
    });
  });

  test("from one network of the new kind is one source, whichever of its addresses asks", async () => {
    const { world } = await scene(aRecord("case-1"));
    let host = 0;
    for (const code of randomCodes(9, guessesAllowed)) {
      host += 1;
      await codeOf(lookUpCertificate(world, { code, address: `2001:db8:1:2:${host}:0:0:1` }));
    }
    expect(await codeOf(lookUpCertificate(world, { code: aCode, address: "2001:db8:1:2:ffff::1" }))).toBe(
      "too-many-guesses",
    );
    expect(await codeOf(lookUpCertificate(world, { code: aCode, address: "2001:db8:1:3::1" }))).toBe("taken");
  });

  test.each([
    ["a row of zeros is left out", (host: string) => `2001:db8::${host}:5:6:7`, "2001:db8:0:0:1:2:3:4", "2001:db9::5"],
    ["it carries an address of the old kind", () => "::ffff:192.0.2.7", "192.0.2.7", "::ffff:192.0.2.8"],
  ])("the source is known however its address is written: %s", async (_, written, same, other) => {
    const { world } = await scene(aRecord("case-1"));
    let host = 0;
    for (const code of randomCodes(23, guessesAllowed)) {
      host += 1;
      await codeOf(lookUpCertificate(world, { code, address: written(String(host)) }));
    }
    expect(await codeOf(lookUpCertificate(world, { code: aCode, address: same }))).toBe("too-many-guesses");
    expect(await codeOf(lookUpCertificate(world, { code: aCode, address: other }))).toBe("taken");
  });

  test("whoever only mistypes is told so, and may go on", async () => {
    const { world } = await scene(aRecord("case-1"));
    const mistyped = `${aCode.slice(0, -1)}${aCode.endsWith("A") ? "C" : "A"}`;
    for (let time = 0; time <= guessesAllowed; time += 1) {
      expect(await codeOf(lookUpCertificate(world, { code: mistyped, address }))).toBe("certificate-code-mistyped");
    }
    expect(await codeOf(lookUpCertificate(world, { code: aCode, address }))).toBe("taken");
  });
});

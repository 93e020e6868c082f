import { expect, test } from "vitest";
import { weatherTheStorm } from "./storm/weather-the-storm.ts";

const seed = Number(process.env.PAYMENTS_SEED ?? 20_300_131);

test(`a storm of notices (PAYMENTS_SEED=${seed}): every fen is where both sides say, and nobody has paid twice`, async () => {
  const { refusals, ...found } = await weatherTheStorm({ seed, bills: 250 });
  expect(found).toMatchObject({
    notices: 2_500,
    daysClosed: 8,
    unequal: [],
    offBy: 0,
    worstBill: 0,
    paidTwice: 0,
    forgedTaken: 0,
    ledgerSum: 0,
  });
  // A storm in which nothing happens shows nothing.
  expect(found.paid).toBeGreaterThan(150);
  for (const trouble of [found.lost, found.forged, found.deaths, found.silences, found.repaired, found.givenBack]) {
    expect(trouble).toBeGreaterThan(0);
  }
  expect(Object.keys(refusals)).toEqual(
    expect.arrayContaining([
      "amount-differs",
      "clock-off",
      "headers-missing",
      "serial-unknown",
      "signature-wrong",
      "unknown-order",
      "unreadable",
    ]),
  );
});

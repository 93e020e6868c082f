import type { HousingFactsJson } from "../../shared/tax/facts.ts";

/** A small seeded generator (mulberry32), so that a failing case can be met again by its number. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

type Facts = HousingFactsJson;

/** One sale, drawn so that limits and days of change come up often, and so that some answers are missing. */
export const randomFacts = (random: () => number): Facts => {
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const chance = (part: number) => random() < part;
  const yuan = (most: number) => `${below(most)}.${String(below(100)).padStart(2, "0")}`;

  const filingDate = pick([
    ...["2016-02-22", "2016-04-30", "2016-05-01", "2018-12-31", "2019-01-01", "2021-12-31", "2022-01-01"],
    ...["2024-11-30", "2024-12-01", "2025-12-31", "2026-01-01", "2027-12-31", "2028-01-01"],
    ...Array.from({ length: 12 }, () => shift("2016-02-22", below(4800))),
  ]);
  const heldDays = pick([729, 730, 731, 732, 1825, 1826, 1827, below(400), below(4000), below(4000)]);
  const start = chance(0.1) ? "2024-02-29" : shift(filingDate, -heldDays);
  const day = min(start, filingDate);
  const later = () => min(shift(day, below(200)), filingDate);
  const price = chance(0.08) ? null : yuan(2_000_000);
  const taxes = chance(0.1) ? null : yuan(60_000);
  const record = () => ({
    ...(chance(0.05) ? {} : { titleDate: chance(0.15) ? null : later() }),
    ...(chance(0.05) ? {} : { deedTaxDate: day }),
    ...(chance(0.04) ? {} : { price }),
    ...(chance(0.04) ? {} : { taxesAndFees: taxes }),
  });
  const acquisition = (): Facts["acquisition"] => {
    const mode = below(16);
    if (mode < 9) return { mode: "purchase", ...record() };
    if (mode < 12) return { mode: pick(["inheritance", "gift-from-kin", "divorce"] as const), previous: record() };
    if (mode === 12) {
      return {
        mode: "housing-reform",
        contractDate: later(),
        receiptDate: day,
        titleDate: later(),
        price,
        taxesAndFees: taxes,
      };
    }
    if (mode === 13) return { mode: "court-judgment", judgmentDate: day, price, taxesAndFees: taxes };
    if (mode === 14) return { mode: "self-built", titleDate: day, price, taxesAndFees: taxes };
    return { mode: "gift-from-others", giftDate: day };
  };

  const division = pick(["450202", "450203", "450204", "450205", "450206", "450222", "450223", "450226"]);
  const settlement = pick([undefined, "urban", "urban", "town", "village"] as const);
  const unit = chance(0.95) ? { unit: "U-1" } : {};
  const family = (id: string): Facts["families"][number] => {
    if (chance(0.5)) {
      return {
        id,
        declared: { otherHomesInProvince: pick([0, 0, 1, 2]), otherHomesInQueryArea: pick([0, 0, 1, 2, 3]) },
      };
    }
    const children = [
      { id: "c1", birthDate: shift(filingDate, -pick([6573, 6574, 6575, 6576, below(9000)])) },
      { id: "c2", birthDate: shift(filingDate, -below(9000)) },
    ];
    const homes = Array.from({ length: pick([0, 1, 1, 2, 3]) }, (_, index) => ({
      unit: chance(0.3) ? "U-1" : `U-${index + 5}`,
      division: pick([division, "450203", "450223", "450302", "440106"]),
      use: pick(["housing", "housing", "housing", "non-residential"] as const),
      stage: pick([
        "registered",
        "registered",
        "registered",
        "sold",
        "presale",
        "transferred",
        "inherited-unregistered",
      ] as const),
      holders: [pick(["self", "self", "spouse", "c1", "c2"])],
    }));
    const marriage = pick([
      "married",
      "married",
      "single",
      "divorced",
      "widowed",
      "not-found",
      "abroad",
      undefined,
    ] as const);
    return {
      id,
      ...(marriage === undefined ? {} : { marriage }),
      ...(marriage === "not-found" && chance(0.6) ? { committedMarriage: pick(["single", "married"] as const) } : {}),
      ...(marriage === "divorced" && chance(0.4) ? { divorcedOn: shift(filingDate, -below(30)) } : {}),
      ...(chance(0.9) ? { children } : {}),
      homes: chance(0.9) ? homes : homes.map((home) => ({ ...home, holders: ["self"] })),
      ...(chance(0.2) ? { declared: { otherHomesInProvince: below(2), otherHomesInQueryArea: below(3) } } : {}),
      ...(chance(0.1) ? { acceptsRegisteredCount: true } : {}),
    };
  };
  const shares = pick([
    ["1"],
    ["1"],
    ["1/2", "1/2"],
    ["1/3", "2/3"],
    ["1/3", "1/3", "1/3"],
    ["1/7", "2/7", "4/7"],
    ["33.4%", "66.6%"],
    ["99998/99999", "1/99999"],
  ]);
  const buyerShares = pick([["1"], ["1"], ["1/2", "1/2"], ["99/100", "1/100"]]);
  const apartFamilies = chance(0.3);
  const signed = shift(filingDate, -below(60));
  // The largest prices leave the exact range of plain numbers as soon as a share is odd.
  const declaredPrice = chance(0.05) ? yuan(9_999_999_999) : pick([yuan(3_000_000), yuan(200_000), yuan(100)]);
  const isSplit = chance(0.15);
  const costs = {
    ...(chance(0.5) ? { renovation: yuan(300_000) } : {}),
    ...(chance(0.4) ? { mortgageInterest: yuan(100_000) } : {}),
    ...(chance(0.4) ? { fees: yuan(5_000) } : {}),
  };
  return {
    filingDate,
    property: {
      ...unit,
      division,
      ...(settlement === undefined ? {} : { settlement }),
      use: "housing",
      ...(chance(0.4) ? { kind: pick(["commodity", "public-housing", "affordable"] as const) } : {}),
      ...(chance(0.97)
        ? { areaSquareMetres: pick(["89.99", "90", "90.01", "139.99", "140", "140.01", `${below(300) + 1}`]) }
        : {}),
      ...(chance(0.1) ? { soldFurnished: true } : {}),
    },
    sale: {
      ...(chance(0.97) ? { declaredPrice: declaredPrice === "0.00" ? "0.01" : declaredPrice } : {}),
      ...(chance(0.7) ? { contractDate: signed } : {}),
      ...(chance(0.3) ? { assessedPrice: `${below(3_000_000) + 1}.00` } : {}),
      ...(chance(0.7)
        ? { priceDecision: pick(["accepts-assessed", "reason-accepted", "reason-claimed"] as const) }
        : {}),
      ...(isSplit ? { portion: pick(["1/2", "1/3", "2/7", "40%", "99997/99999"]) } : {}),
      ...(chance(0.1) ? { judicialAuction: true } : {}),
    },
    acquisition: acquisition(),
    ...(chance(0.6) ? { costs } : {}),
    ...(chance(0.15) ? { incomeTaxMethod: "deemed" as const } : {}),
    sellers: shares.map((share, index) => ({
      id: `s${index + 1}`,
      share,
      family: apartFamilies && index > 0 ? "K" : "F",
      ...(chance(0.01) ? { acquiredApart: true } : {}),
      ...(chance(0.01) ? { kind: "sole-proprietor-general-taxpayer" as const } : {}),
    })),
    buyers: buyerShares.map((share, index) => ({
      id: `b${index + 1}`,
      share,
      family: index > 0 && chance(0.1) ? "L" : chance(0.01) ? "F" : "G",
      ...(chance(0.2) ? { birthDate: shift(filingDate, -pick([6573, 6574, 6575, 6576, 12_000])) } : {}),
    })),
    families: [family("F"), family("G"), family("K"), family("L")],
  };
};

const min = (a: string, b: string): string => (a < b ? a : b);

const shift = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

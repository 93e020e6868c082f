import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { unitNumber } from "../../infra/local/sandbox/population/housing/records.ts";
import { nameAndNumber as documentOf, people } from "../../infra/local/sandbox/population/people.ts";
import { factOf, startTown, statusOf, type Town, totalsOf } from "./housing-town.ts";

let town: Town;
beforeEach(async () => {
  town = await startTown();
});
afterEach(() => town.close());

const sellers = ["seller-wei", "seller-qin"] as const;
const buyers = ["buyer-huang", "buyer-liang"] as const;
const home = unitNumber("450202", 101);

describe("authorities that contradict each other", () => {
  test("the register names an owner whom the contract does not: an officer looks, everything else is done", async () => {
    const waiting = await town.authorised("LZ-CLF-000401", ["seller-he"], ["buyer-feng"]);
    expect(waiting.steps["record-check"]).toMatchObject({
      status: "waiting",
      waitsFor: "officer",
      because: { zh: "网签合同中的卖方及份额与不动产登记的权利人不一致。" },
    });
    expect(statusOf(waiting, "family-check")).toBe("done");
    expect(statusOf(waiting, "assessment")).toBe("not-begun");
    const refused = await town.decide(waiting, "record-check", { approved: false });
    expect(refused.status).toBe("refused");
    expect(statusOf(refused, "file-declaration")).toBe("blocked");
  });

  test("an officer who has cleared it up lets it go on", async () => {
    const waiting = await town.authorised("LZ-CLF-000401", ["seller-he"], ["buyer-feng"]);
    const ready = await town.decide(waiting, "record-check", { approved: true });
    // 110 m², first home: 1 % of 700,000; held since 2010 and the only home of his.
    expect(totalsOf(ready)).toMatchObject({ sellers: "0.00", buyers: "7000.00" });
  });

  test("one spouse's marriage record denies the other's", async () => {
    await town.control.fault({ authority: "civil-affairs", mode: "contradicting", times: 1 });
    const waiting = await town.authorised("LZ-CLF-000101", sellers, buyers);
    expect(waiting.steps["family-check"]).toMatchObject({
      waitsFor: "officer",
      because: { en: expect.stringContaining("contradicts that of the spouse") },
    });
  });
});

describe("a spouse who is no party", () => {
  const absent = () => town.authorised("LZ-CLF-000501", ["seller-su"], ["buyer-ou"]);

  test("is never asked about; the case waits for an officer and names nobody", async () => {
    const waiting = await absent();
    expect(waiting.steps["family-check"]).toMatchObject({ status: "waiting", waitsFor: "officer" });
    expect(JSON.stringify(waiting.steps["family-check"])).not.toMatch(/农例远|450299/);
    expect(JSON.stringify(await town.control.queries())).not.toContain(people["spouse-nong"].idNumber);
  });

  test("half of a couple's homes never pass for all: without a finding the assessment still waits", async () => {
    const waiting = await town.decide(await absent(), "family-check", { approved: true });
    expect(waiting.steps.assessment).toMatchObject({
      status: "waiting",
      waitsFor: "officer",
      because: { zh: expect.stringContaining("尚缺") },
    });
  });

  test.each([
    // Held since 2015: with no other home free, with one 20 % of 540,000 - 330,000 - 4,950.
    ["no other home", 0, "0.00"],
    ["one other home", 1, "41010.00"],
  ])("an officer finds %s", async (_, otherHomesInProvince, sellersPay) => {
    const values = { families: { "seller-1": { otherHomesInProvince } } };
    const ready = await town.decide(await absent(), "family-check", { approved: true, values });
    expect(totalsOf(ready)).toMatchObject({ sellers: sellersPay, buyers: "5400.00" });
  });

  test("a finding that nobody understands is not taken, and the officer is told", async () => {
    const values = { families: { "seller-1": { homes: "none" } } };
    const waiting = await town.decide(await absent(), "family-check", { approved: true, values });
    expect(waiting.steps["family-check"]).toMatchObject({
      status: "waiting",
      waitsFor: "officer",
      because: { zh: expect.stringContaining("请重新填写") },
    });
    const corrected = { families: { "seller-1": { otherHomesInProvince: 0 } } };
    const ready = await town.decide(waiting, "family-check", { approved: true, values: corrected });
    expect(statusOf(ready, "assessment")).toBe("done");
  });
});

describe("a price below the assessed one", () => {
  const disputed = async () => {
    const record = { unitNumber: home, price: "900000.00" };
    await town.control.putRecord({ authority: "core-tax", kind: "assessed-price", key: home, record });
    return town.authorised("LZ-CLF-000101", sellers, buyers);
  };

  test("is never replaced silently: both are shown to both sides with what they cost", async () => {
    const waiting = await disputed();
    expect(factOf(waiting, "priceQuestion")).toMatchObject({
      declared: "880000.00",
      assessed: "900000.00",
      alternatives: [{ buyers: "8800.00" }, { buyers: "9000.00" }],
    });
    for (const side of ["seller", "buyer"]) {
      expect(waiting.steps[`${side}-price`]).toMatchObject({ status: "waiting", waitsFor: side });
    }
    expect(statusOf(waiting, "assessment")).toBe("not-begun");
  });

  const accepts = { accepts: true };
  const contests = { accepts: false, reason: "漏水" };
  test.each([
    ["accepted by both, nobody else is needed", accepts, accepts, undefined, "9000.00"],
    ["contested by one, the reason is accepted", contests, accepts, "reason-accepted", "8800.00"],
    ["contested by the other, the assessed price stands", accepts, contests, "assessed-stands", "9000.00"],
  ])("%s", async (_, sellerPriceAnswer, buyerPriceAnswer, priceReview, buyersPay) => {
    const waiting = await disputed();
    await town.answerWith(waiting, "seller-price", "seller-qin", { sellerPriceAnswer });
    const answered = await town.answerWith(waiting, "buyer-price", "buyer-huang", { buyerPriceAnswer });
    const ready = priceReview
      ? await town.decide(answered, "price-review", { approved: true, values: { priceReview } })
      : answered;
    expect(totalsOf(ready)).toMatchObject({ buyers: buyersPay });
  });
});

describe("contracts that cannot be declared", () => {
  const contract = {
    contractNumber: "LZ-CLF-000901",
    status: "signed",
    unitNumber: home,
    price: "880000.00",
    contractDate: "2026-11-01",
    sellers: [{ ...documentOf("seller-wei"), share: "1" }],
    buyers: [{ ...documentOf("buyer-huang"), share: "1" }],
  };

  test.each([
    ["cancelled", { status: "cancelled" }, "contract-cancelled"],
    ["of a unit elsewhere", { unitNumber: unitNumber("110105", 1) }, "unit-elsewhere"],
  ])("%s", async (_, change, code) => {
    const record = { ...contract, ...change };
    await town.control.putRecord({
      authority: "housing-contracts",
      kind: "contract",
      key: record.contractNumber,
      record,
    });
    const opened = await town.open("seller-wei", record.contractNumber);
    expect(opened).toMatchObject({ status: "refused", steps: { contract: { code } } });
  });

  test("unknown", async () => {
    const opened = await town.open("seller-wei", "LZ-CLF-999999");
    expect(opened).toMatchObject({ status: "refused", steps: { contract: { code: "record-not-found" } } });
  });
});

/** The plain sale's unit as the register would hold it, with something else in it. */
const putUnit = (change: object) => {
  const record = {
    unitNumber: home,
    address: "柳州市城中区例子路1号1栋1单元101室",
    division: "450202",
    settlement: "urban",
    use: "housing",
    areaSquareMetres: "98.50",
    titleDate: "2012-05-18",
    owners: sellers.map((login) => ({ ...documentOf(login), share: "1/2" })),
    acquisition: { mode: "purchase" },
    restrictions: [],
    ...change,
  };
  return town.control.putRecord({ authority: "property-registry", kind: "unit", key: home, record });
};

describe("records that cannot be", () => {
  test.each([
    ["a title that begins tomorrow", { titleDate: "2026-11-24" }, "2026-11-24晚于申报日2026-11-23"],
    ["a use that nobody can assess", { use: "mixed" }, "需人工确定"],
  ])("%s is for an officer, who is told why", async (_, change, reason) => {
    await putUnit(change);
    const waiting = await town.authorised("LZ-CLF-000101", sellers, buyers);
    expect(waiting.steps.assessment).toMatchObject({
      status: "waiting",
      waitsFor: "officer",
      because: { zh: expect.stringContaining(reason) },
    });
  });
});

test("a silent authority holds up only what needs it, and is asked again by itself", async () => {
  await town.control.fault({ authority: "civil-affairs", mode: "500" });
  const waiting = await town.authorised("LZ-CLF-000101", sellers, buyers);
  for (const step of ["seller-marriage", "buyer-marriage"]) {
    expect(waiting.steps[step]).toMatchObject({ status: "retrying", waitsFor: "civil-affairs" });
  }
  for (const step of ["unit", "seller-homes", "household", "earlier-deed-tax", "record-check"]) {
    expect(statusOf(waiting, step)).toBe("done");
  }
  await town.control.heal();
  await town.sweepLater(1_800_000);
  expect(statusOf(await town.read(waiting), "assessment")).toBe("done");
});

test("an answer about another unit is not taken, and is asked for again once an officer has cleared it up", async () => {
  await putUnit({ unitNumber: unitNumber("450202", 102) });
  const waiting = await town.authorised("LZ-CLF-000101", sellers, buyers);
  expect(waiting.steps.unit).toMatchObject({ status: "waiting", waitsFor: "officer" });
  expect(waiting.facts.unitOwners).toBeUndefined();

  await putUnit({});
  const ready = await town.decide(waiting, "unit", { approved: true });
  expect(statusOf(ready, "assessment")).toBe("done");
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { crowdLogin } from "../../infra/local/sandbox/population/crowd.ts";
import { monthsBefore, unitNumber } from "../../infra/local/sandbox/population/housing/records.ts";
import { housingRecords } from "../../infra/local/sandbox/population/housing/stories.ts";
import {
  inhabitants,
  type Login,
  nameAndNumber,
  people,
  personOf,
} from "../../infra/local/sandbox/population/people.ts";
import { type Sandbox, startSandbox } from "../../infra/local/sandbox/start-sandbox.ts";
import { civilAffairs } from "../../shared/connectors/civil-affairs/port.ts";
import { coreTaxHousing, Declaration } from "../../shared/connectors/core-tax/housing.ts";
import { housingContracts } from "../../shared/connectors/housing-contracts/port.ts";
import { httpAuthorities } from "../../shared/connectors/http-authorities.ts";
import type { CallAuthority, Operation } from "../../shared/connectors/operation.ts";
import { propertyRegistry } from "../../shared/connectors/property-registry/port.ts";
import { publicSecurity } from "../../shared/connectors/public-security/port.ts";
import { controlOf } from "./control.ts";

const secret = "a secret for tests, long enough to be one";
const now = Date.parse("2026-11-23T02:00:00.000Z");
const records = housingRecords("2026-11-23");
// One of the crowd stands for all of it.
const logins: readonly Login[] = [...inhabitants.map(({ login }) => login as Login), crowdLogin("seller", 1)];
const guangxi = ["450000"];

let sandbox: Sandbox;
let call: CallAuthority;
beforeAll(async () => {
  sandbox = await startSandbox({ secret, clock: () => now });
  call = httpAuthorities({ urls: sandbox.urls, secret, clock: () => now });
});
afterAll(() => sandbox.close());

let calls = 0;
/** The answer as the port's schema reads it; anything else fails the test. */
const ask = async <Request, Answer>(operation: Operation<Request, Answer>, request: Request): Promise<Answer> => {
  operation.request.parse(request);
  calls += 1;
  const outcome = await call(operation, request, { key: `test:${calls}` });
  if (outcome.kind !== "answered") throw new Error(`${operation.name}: ${JSON.stringify(outcome)}`);
  return outcome.answer;
};

const asked = (...who: Login[]) => ({ persons: who.map(nameAndNumber) });

describe("every record that is seeded fits its port", () => {
  test("units, assessed prices and earlier deed taxes", async () => {
    for (const { unitNumber } of records.units) {
      expect((await ask(propertyRegistry.unit, { unitNumber })).unitNumber).toBe(unitNumber);
      expect((await ask(coreTaxHousing.assessedPrice, { unitNumber })).unitNumber).toBe(unitNumber);
    }
    for (const deedTax of records.deedTaxes) {
      expect(await ask(coreTaxHousing.earlierDeedTax, { unitNumber: deedTax.unitNumber })).toEqual(deedTax);
    }
  });

  test("contracts, each of a unit that the register knows", async () => {
    const units = records.units.map(({ unitNumber }) => unitNumber);
    expect(records.contracts.length).toBeGreaterThanOrEqual(6);
    for (const { contractNumber } of records.contracts) {
      expect(units).toContain((await ask(housingContracts.contract, { contractNumber })).unitNumber);
    }
  });

  test.each(logins)("%s", async (login) => {
    const about = asked(login);
    const [person] = about.persons;
    const named = { idType: person?.idType, idNumber: person?.idNumber };
    const everywhere = { ...about, divisions: guangxi };
    expect((await ask(civilAffairs.marriages, about)).records).toMatchObject([named]);
    expect((await ask(publicSecurity.household, about)).persons).toMatchObject([named]);
    expect((await ask(propertyRegistry.homes, everywhere)).persons).toMatchObject([named]);
    expect((await ask(housingContracts.presaleHomes, everywhere)).persons).toMatchObject([named]);
    expect((await ask(publicSecurity.verifyIdentities, about)).persons).toMatchObject([
      { ...named, isVerified: personOf(login).realNameLevel === 3 },
    ]);
  });
});

describe("marriages", () => {
  test.each([
    ["seller-wei", { state: "married", spouse: { name: "覃例宁" } }],
    ["seller-qin", { state: "married", spouse: { name: "韦例安" } }],
    ["seller-pan", { state: "divorced", since: "2018-06-20" }],
    ["seller-mo", { state: "never-registered" }],
    ["buyer-xie", { state: "not-found" }],
  ] as const)("%s", async (login, record) => {
    expect((await ask(civilAffairs.marriages, asked(login))).records).toMatchObject([record]);
  });
});

describe("homes", () => {
  const homesOf = async (divisions: string[], ...who: Login[]) =>
    (await ask(propertyRegistry.homes, { ...asked(...who), divisions })).persons.map(({ homes }) =>
      homes.map(({ division }) => division),
    );

  test("of a couple, each for themselves: the common one counts for both", async () => {
    expect(await homesOf(guangxi, "seller-tan", "seller-luo")).toEqual([["450204"], ["450204", "450103"]]);
  });

  test("only in the divisions asked for", async () => {
    expect(await homesOf(["450200"], "seller-luo")).toEqual([["450204"]]);
    expect(await homesOf(["450202", "450203"], "seller-luo")).toEqual([[]]);
  });
});

test("children under 18 belong to both parents", async () => {
  const { persons } = await ask(publicSecurity.household, asked("buyer-lan", "buyer-shi", "buyer-lu"));
  expect(persons.map(({ minorChildren }) => minorChildren.map(({ name }) => name))).toEqual([
    ["蓝例苗"],
    ["蓝例苗"],
    [],
  ]);
});

describe("what is not there", () => {
  test.each([
    ["a unit", propertyRegistry.unit, { unitNumber: unitNumber("450202", 999) }],
    ["a contract", housingContracts.contract, { contractNumber: "LZ-CLF-999999" }],
    ["an earlier deed tax", coreTaxHousing.earlierDeedTax, { unitNumber: unitNumber("450222", 601) }],
  ])("%s", async (_, operation, request) => {
    const outcome = await call(operation as Operation<unknown, unknown>, request, { key: "k" });
    expect(outcome.kind).toBe("not-found");
  });

  test("a request without its fields is refused, not guessed", async () => {
    const outcome = await call(propertyRegistry.unit as Operation<unknown, unknown>, { unit: "x" }, { key: "k" });
    expect(outcome).toMatchObject({ kind: "refused", code: "request-invalid" });
  });
});

describe("declarations", () => {
  const { name, idType, idNumber } = people["buyer-lu"];
  const declaration = Declaration.parse({
    contractNumber: "LZ-CLF-000201",
    unitNumber: unitNumber("450203", 201),
    filingDate: "2026-11-23",
    payers: [
      {
        ...nameAndNumber("seller-mo"),
        side: "sellers",
        form: "s".repeat(43),
        taxes: [
          { tax: "vat", amount: "18349.51" },
          { tax: "income-tax", amount: "0.00" },
          { tax: "education-surcharge", amount: "275.24" },
        ],
      },
      { name, idType, idNumber, side: "buyers", form: "b".repeat(43), taxes: [{ tax: "deed-tax", amount: "0.00" }] },
    ],
  });
  const file = (key: string) => call(coreTaxHousing.fileDeclaration, declaration, { key });

  test("give a bill to everybody who has something to pay, and are taken once per contract under any key", async () => {
    const first = await file("case-1:file");
    expect(first).toMatchObject({
      kind: "answered",
      answer: {
        declarationNumber: "例税申〔2026〕000001号",
        filedOn: "2026-11-23",
        bills: [
          {
            billNumber: "例税单〔2026〕000001号",
            payer: { idNumber: people["seller-mo"].idNumber },
            amount: "18624.75",
            taxes: [
              { tax: "vat", amount: "18349.51" },
              { tax: "education-surcharge", amount: "275.24" },
            ],
          },
        ],
      },
    });
    expect(await file("case-1:file")).toMatchObject({ kind: "answered", stamp: { reference: first.stamp.reference } });
    expect(await file("case-2:file")).toMatchObject({ kind: "refused", code: "already-declared" });
  });
});

test("the register can contradict the contract, the marriage register one spouse the other", async () => {
  const control = controlOf(sandbox);
  await control.fault({ authority: "property-registry", operation: "unit", mode: "contradicting", times: 1 });
  await control.fault({ authority: "civil-affairs", mode: "contradicting", times: 1 });
  const unit = await ask(propertyRegistry.unit, { unitNumber: unitNumber("450202", 101) });
  expect(unit.owners.map(({ name }) => name)).toEqual(["例外人"]);
  const { records } = await ask(civilAffairs.marriages, asked("seller-wei", "seller-qin"));
  expect(records.map(({ state }) => state)).toEqual(["divorced", "married"]);
});

describe("the people", () => {
  test("have numbers with right check digits, of a district that does not exist, all different", () => {
    const numbers = Object.values(people).flatMap(({ idType, idNumber }) =>
      idType === "resident-id" ? [idNumber] : [],
    );
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    for (const number of numbers) {
      expect(number.slice(0, 6)).toBe("450299");
      const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
      expect("10X98765432"[sum % 11]).toBe(number[17]);
    }
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test("are known by their own logins, and their names look invented", () => {
    for (const [login, person] of Object.entries(people)) {
      expect(person.login).toBe(login);
      expect(person.name).toMatch(/^.例.$|EXAMPLE/);
    }
  });
});

test.each([
  ["2026-11-23", 14, 10, "2025-09-10"],
  ["2026-01-05", 1, 20, "2025-12-20"],
])("monthsBefore(%s, %i, %i) is %s", (today, months, day, expected) => {
  expect(monthsBefore(today, months, day)).toBe(expected);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Company, type CompanyStory, companies } from "../../infra/local/sandbox/population/companies.ts";
import { nameAndNumber } from "../../infra/local/sandbox/population/people.ts";
import { type Sandbox, startSandbox } from "../../infra/local/sandbox/start-sandbox.ts";
import { accountRecord, debitAgreement } from "../../shared/connectors/bank/port.ts";
import { confirmRegistration, taxpayerStatus } from "../../shared/connectors/core-tax/newcomer.ts";
import { httpAuthorities } from "../../shared/connectors/http-authorities.ts";
import { licenceRecord } from "../../shared/connectors/market-regulation/port.ts";
import type { CallAuthority } from "../../shared/connectors/operation.ts";
import { employerRecord } from "../../shared/connectors/social-insurance/port.ts";
import { judgeCreditCode } from "../../shared/kernel/identifiers/index.ts";

const secret = "a secret for tests, long enough to be one";
const now = Date.parse("2026-11-23T02:00:00.000Z");
const stories = Object.entries(companies) as [CompanyStory, Company][];

let sandbox: Sandbox;
let call: CallAuthority;
beforeAll(async () => {
  sandbox = await startSandbox({ secret, clock: () => now });
  call = httpAuthorities({ urls: sandbox.urls, secret, clock: () => now });
});
afterAll(() => sandbox.close());

const key = "test:1";

// An answer that does not fit its port's schema comes back as `silent`: each of these would fail.
describe.each(stories)("%s, over the wire", (_, company) => {
  const { creditCode } = company;
  const legalRepresentative = nameAndNumber(company.legalRepresentative);

  test("has a code with right check characters, and a licence that names it", async () => {
    expect(judgeCreditCode(creditCode)).toBeUndefined();
    const outcome = await call(licenceRecord, { creditCode, applicant: legalRepresentative }, { key });
    expect(outcome).toMatchObject({
      kind: "answered",
      answer: { creditCode, taxpayerName: company.name, kind: company.kind, legalRepresentative },
    });
  });

  test("stands with the tax office as its story says", async () => {
    const outcome = await call(taxpayerStatus, { creditCode, legalRepresentative }, { key });
    expect(outcome).toMatchObject({
      kind: "answered",
      answer: { isRegistered: company.isRegistered ?? false, legalRepresentativeIsTied: company.isTied ?? false },
    });
  });

  test("has the account of its story, or none", async () => {
    const outcome = await call(accountRecord, { creditCode }, { key });
    if (!company.account) return expect(outcome.kind).toBe("not-found");
    expect(outcome).toMatchObject({
      kind: "answered",
      answer: { bankAccounts: [{ accountName: company.account.name ?? company.name, kind: "basic" }] },
    });
  });

  test("has insured the people of its story, or nobody", async () => {
    const outcome = await call(employerRecord, { creditCode }, { key });
    if (company.insuredEmployees === undefined) return expect(outcome.kind).toBe("not-found");
    expect(outcome).toMatchObject({ kind: "answered", answer: { insuredEmployees: company.insuredEmployees } });
  });
});

describe("the authorities keep to their own rules", () => {
  const { creditCode } = companies["plain-company"];

  test("the register tells nothing to somebody whom the enterprise has not named", async () => {
    const outcome = await call(licenceRecord, { creditCode, applicant: nameAndNumber("founder-tao") }, { key });
    expect(outcome).toMatchObject({ kind: "refused", code: "applicant-not-named" });
  });

  test("the finance head has been named too", async () => {
    const outcome = await call(licenceRecord, { creditCode, applicant: nameAndNumber("accountant-bei") }, { key });
    expect(outcome.kind).toBe("answered");
  });

  test.each<[string, CompanyStory, string]>([
    ["signed at once", "plain-company", "answered"],
    ["another name: at the counter", "account-name-differs", "pending"],
    ["no signing online: at the counter", "brewery", "pending"],
  ])("a debit agreement, %s", async (_, story, expected) => {
    const company = companies[story];
    const found = await call(accountRecord, { creditCode: company.creditCode }, { key });
    if (found.kind !== "answered") throw new Error("no account");
    const [account] = found.answer.bankAccounts;
    if (!account) throw new Error("no account");
    const { branchCode, accountNumber } = account;
    const request = {
      creditCode: company.creditCode,
      taxpayerName: company.name,
      branchCode,
      accountNumber,
      taxOffice: "例税务局",
    };
    const options = { key: `test:${story}`, callback: { url: "http://127.0.0.1:1/never", token: "t" } };
    expect((await call(debitAgreement, request, options)).kind).toBe(expected);
  });

  test("nobody is registered twice, whoever asks and under whatever key", async () => {
    const company = companies["other-city-branch"];
    const request = {
      creditCode: company.creditCode,
      taxpayerName: company.name,
      kind: company.kind,
      legalRepresentative: nameAndNumber(company.legalRepresentative),
      registeredAddress: "例街5号",
      productionAddress: "例街5号",
      divisionCode: company.division,
      industryCode: company.industryCode,
      furtherIndustryCodes: [],
      licenceDate: "2026-11-14",
      accountsIndependently: false,
      headOffice: company.headOffice,
      review: [],
    };
    const first = await call(confirmRegistration, confirmRegistration.request.parse(request), { key: "one:1" });
    const again = await call(confirmRegistration, confirmRegistration.request.parse(request), { key: "one:1" });
    const other = await call(confirmRegistration, confirmRegistration.request.parse(request), { key: "two:1" });
    expect(first).toMatchObject({ kind: "answered", answer: { status: "completed" } });
    expect(again).toMatchObject({ kind: "answered", answer: first.kind === "answered" ? first.answer : {} });
    expect(other).toMatchObject({ kind: "refused", code: "already-registered" });
  });

  test("a tied representative is held by the office itself, even when our rules forgot to", async () => {
    const company = companies["abnormal-household"];
    const outcome = await call(
      confirmRegistration,
      confirmRegistration.request.parse({
        creditCode: company.creditCode,
        taxpayerName: company.name,
        kind: company.kind,
        legalRepresentative: nameAndNumber(company.legalRepresentative),
        registeredAddress: "例街2号",
        productionAddress: "例街2号",
        divisionCode: company.division,
        industryCode: company.industryCode,
        furtherIndustryCodes: [],
        licenceDate: "2026-11-14",
        accountsIndependently: true,
        review: [],
      }),
      { key: "tied:1" },
    );
    expect(outcome).toMatchObject({
      kind: "answered",
      answer: { status: "in-review", reason: { code: "legal-representative-tied" } },
    });
  });
});

import type { Scheduler } from "fast-check";
import { advanceDueCases } from "../../shared/actions/advance-due-cases.ts";
import { answerStep } from "../../shared/actions/answer-step.ts";
import { decideStep } from "../../shared/actions/decide-step.ts";
import { openCase } from "../../shared/actions/open-case.ts";
import { receiveCallback } from "../../shared/actions/receive-callback.ts";
import { requestStep } from "../../shared/actions/request-step.ts";
import { withdrawCase } from "../../shared/actions/withdraw-case.ts";
import type { World } from "../../shared/actions/world.ts";
import type { Case } from "../../shared/cases/case.ts";
import type { CaseStore } from "../../shared/cases/case-store.ts";
import { callbackToken } from "../../shared/cases/step-request.ts";
import { dueShardOf } from "../../shared/cases/table.ts";
import type { Declaration } from "../../shared/connectors/core-tax/housing.ts";
import { canonicalHash } from "../../shared/kernel/canonical-json.ts";
import { fen, formatYuan, sum, yuan } from "../../shared/kernel/fen.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { Refusal } from "../../shared/kernel/refusal.ts";
import { declarationFormOf } from "../../shared/packages/housing/declaration-form.ts";
import { secondHandHousing } from "../../shared/packages/housing/package.ts";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import {
  aCaller,
  anOfficer,
  answered,
  silent,
  TestAuthorities,
  TestClock,
  testSecret,
  testWorld,
} from "../support/test-world.ts";

const person = (name: string) => ({ name, idType: "other" as const, idNumber: `test-${name}` });
const withShare = (name: string, share: string) => ({ ...person(name), share });

const unitNumber = "450202999001GB00101F00010001";
const sellers = [withShare("seller-1", "1/2"), withShare("seller-2", "1/2")];
const buyers = [withShare("buyer-1", "1")];
const evening = "2025-12-31T12:00:00.000Z" as Instant;

/** What the authorities hold; turns of events change it. Short held, so that the new year changes the taxes. */
const recordsAtFirst = (isPriceLow: boolean) => ({
  price: "1030000.00",
  assessed: isPriceLow ? "1500000.00" : "900000.00",
  restrictions: [] as string[],
  isSilent: false,
  spouse: false,
  isCancelled: false,
});
type Records = ReturnType<typeof recordsAtFirst>;

interface BillOf {
  readonly billNumber: string;
  readonly payer: { readonly idType: string; readonly idNumber: string };
  readonly amount: string;
  readonly taxes: Declaration["payers"][number]["taxes"];
}

/** Authorities that answer at once from records that change; each act is done once per key, as theirs are. */
const authoritiesOver = (records: () => Records, filed: Declaration[]): TestAuthorities => {
  const authorities = new TestAuthorities();
  const acts = new Map<string, unknown>();
  const reply = (name: string, answer: (request: never, key: string) => unknown) =>
    authorities.replies.set(name, (request, key) =>
      records().isSilent ? silent(request, key) : answered(answer(request as never, key))(request, key),
    );
  const eachOf = ({ persons }: { persons: readonly { idType: string; idNumber: string }[] }, more: object) =>
    persons.map(({ idType, idNumber }) => ({ idType, idNumber, ...more }));
  reply("housing-contracts/contract", () => ({
    contractNumber: "LZ-CLF-1",
    status: records().isCancelled ? "cancelled" : "signed",
    unitNumber,
    price: records().price,
    contractDate: "2025-12-01",
    sellers,
    buyers,
  }));
  reply("property-registry/unit", () => ({
    unitNumber,
    address: "柳州市",
    division: "450202",
    settlement: "urban",
    use: "housing",
    areaSquareMetres: "98.50",
    titleDate: "2024-12-20",
    owners: sellers,
    acquisition: { mode: "purchase" },
    restrictions: records().restrictions,
  }));
  reply("core-tax/earlier-deed-tax", () => ({
    unitNumber,
    certificateNumber: "例",
    certificateDate: "2024-12-20",
    price: "800000.00",
    taxPaid: "8000.00",
  }));
  reply("core-tax/assessed-price", () => ({ unitNumber, price: records().assessed }));
  reply("civil-affairs/marriages", (request: never) => ({
    records: eachOf(request, { state: records().spouse ? "widowed" : "never-registered", since: "2020-01-01" }),
  }));
  reply("public-security/household", (request: never) => ({ persons: eachOf(request, { minorChildren: [] }) }));
  for (const name of ["property-registry/homes", "housing-contracts/presale-homes"]) {
    reply(name, (request: never) => ({ persons: eachOf(request, { homes: [] }) }));
  }
  const billed = new Map<string, BillOf>();
  reply("core-tax/file-declaration", (declaration: Declaration, key) => {
    const done = acts.get(key);
    if (done) return done;
    filed.push(declaration);
    const round = filed.length;
    const paid = (declaration.corrects?.paid ?? []).flatMap((number) => billed.get(number) ?? []);
    // After a correction only what is missing; this one never finds that too much was paid.
    const bills = declaration.payers.flatMap(({ idType, idNumber, taxes }, index): BillOf[] => {
      const before = paid.filter(({ payer }) => payer.idNumber === idNumber).map((bill) => yuan(bill.amount));
      const amount = formatYuan(fen(sum(taxes.map((tax) => yuan(tax.amount))) - sum(before)));
      return amount === "0.00"
        ? []
        : [{ billNumber: `B-${round}-${index}`, payer: { idType, idNumber }, amount, taxes }];
    });
    for (const bill of bills) billed.set(bill.billNumber, bill);
    acts.set(key, { declarationNumber: `D-${round}`, filedOn: declaration.filingDate, bills });
    return acts.get(key);
  });
  for (const late of ["core-tax/settlement", "property-registry/registration"]) {
    authorities.replies.set(late, (request, key) => (records().isSilent ? silent(request, key) : { kind: "pending" }));
  }
  reply("property-registry/tax-cleared", () => ({ acknowledgement: "A-1", receivedOn: "2026-01-02" }));
  reply("core-tax/issue-sales-invoice", () => ({ invoiceNumber: "I-1", issuedOn: "2026-01-02" }));
  reply("core-tax/refund-sale", ({ bills }: { bills: readonly string[] }) => ({
    refundNumber: "R-1",
    orderedOn: "2026-01-02",
    refunds: bills.map((billNumber) => ({ billNumber, amount: billed.get(billNumber)?.amount })),
  }));
  return authorities;
};

/** One case in memory, as plain data, whose every version is looked at; each call waits for its turn. */
const watchedStore = (
  first: Case | undefined,
  turn: <T>(label: string, value: () => T) => Promise<T>,
  look: (version: Case) => void,
) => {
  let stored = first && structuredClone(first);
  const store: CaseStore = {
    create: async (opened) => {
      stored = structuredClone(opened);
      return "created";
    },
    read: () => turn("read", () => structuredClone(stored)),
    replace: (changed, expectedVersion) =>
      turn("write", () => {
        if (stored?.version !== expectedVersion) return "conflict";
        stored = structuredClone(changed);
        look(stored);
        return "replaced";
      }),
    link: async () => {},
    listDue: async (shard, now) =>
      stored?.due && stored.due <= now && dueShardOf(stored.id) === shard ? [stored.id] : [],
    listOfPerson: async () => ({ caseIds: [] }),
    listQueue: async () => ({ caseIds: [] }),
    writeDocument: async () => {},
    readDocument: async () => undefined,
  };
  return { store, now: () => stored };
};

const immediately = async <T>(_label: string, value: () => T): Promise<T> => value();

/** A case with everything fetched, ready to be signed or disputed; each run begins there. */
const readyCase = async (isPriceLow: boolean): Promise<Case> => {
  const time = new TestClock();
  time.now = evening;
  const { store, now } = watchedStore(undefined, immediately, () => {});
  const authorities = authoritiesOver(() => recordsAtFirst(isPriceLow), []);
  const world = { ...testWorld({ packages: [secondHandHousing], time, authorities, cases: store }) };
  const { case: opened } = await openCase(world, {
    caller: aCaller("seller-1"),
    packageId: secondHandHousing.id,
    opening: { contractNumber: "LZ-CLF-1" },
    consents: { dataSharing: true },
    idempotencyKey: "open",
  });
  for (const { name } of [...sellers, ...buyers]) {
    const stepId = `${name.slice(0, -2)}-authorisation`;
    await answerStep(world, {
      caller: aCaller(name),
      caseId: opened.id,
      stepId,
      answers: {},
      idempotencyKey: `a-${name}`,
    });
  }
  const ready = now();
  if (!ready) throw new Error("no case");
  return ready;
};

export const startCounters = async () => {
  const ready = { low: await readyCase(true), plain: await readyCase(false) };
  let writes = 0;
  const begin = (isPriceLow: boolean, scheduler: Scheduler) => {
    const records = recordsAtFirst(isPriceLow);
    const filed: Declaration[] = [];
    const time = new TestClock();
    time.now = evening;
    const turn = async <T>(label: string, value: () => T): Promise<T> => {
      await scheduler.schedule(Promise.resolve(), label);
      return value();
    };
    let hasSignedAnew = false;
    const first = isPriceLow ? ready.low : ready.plain;
    const { store, now } = watchedStore(first, turn, (version) => {
      writes += 1;
      hasSignedAnew ||= version.events.some(({ type }) => type === "signature-voided");
      demandOneSignedAssessment(version);
    });
    const authorities = authoritiesOver(() => records, filed);
    const base = testWorld({ packages: [secondHandHousing], time, authorities, cases: store });
    const world: World = {
      ...base,
      // No burst timer: nothing may hang on the wall clock.
      pace: { ...base.pace, burst: 2_000_000_000 },
      call: (operation, request, options) =>
        turn(operation.name, () => undefined).then(() => base.call(operation, request, options)),
      onFault: ({ error }) => {
        throw error;
      },
    };
    let requests = 0;
    const attempt = async (request: (idempotencyKey: string) => Promise<unknown>): Promise<void> => {
      requests += 1;
      try {
        await request(`request-${requests}`);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    };
    const answerOnce = async (name: string): Promise<void> => {
      const current = await store.read(first.id);
      const side = name.startsWith("seller") ? "seller" : "buyer";
      const answers: Record<string, Record<string, unknown>> = {
        [`${side}-price`]: { [`${side}PriceAnswer`]: { accepts: name !== "buyer-1" || records.price.length > 9 } },
        [`${side}-declaration`]: {},
      };
      for (const [stepId, given] of Object.entries(answers)) {
        if (current?.steps[stepId]?.status !== "waiting") continue;
        const request = { caller: aCaller(name), caseId: first.id, stepId, answers: given };
        await attempt((idempotencyKey) => answerStep(world, { ...request, idempotencyKey }));
      }
    };
    const act = async (actor: string): Promise<void> => {
      const [name = ""] = actor.split(" ");
      if (name === "withdrawal") {
        await turn("withdraw", () => undefined);
        const request = { caller: aCaller("seller-1"), caseId: first.id };
        return attempt((idempotencyKey) => withdrawCase(world, { ...request, idempotencyKey }));
      }
      for (let times = 0; times < 3; times += 1) {
        if (name === "officer") await decideOnce();
        else if (name === "wallet" || name === "registry") await answerLate(name);
        else if (name === "correction" || name === "cancellation") await askFor(name);
        else await answerOnce(name);
      }
    };
    /** The money, or the register: about what stands in the case when they look, which may be over when they answer. */
    const answerLate = async (name: "wallet" | "registry"): Promise<void> => {
      const current = await store.read(first.id);
      const bills = current?.facts.bills?.value as readonly BillOf[] | undefined;
      if (!current || !bills) return;
      const settled = bills.map(({ billNumber, amount }) => ({
        billNumber,
        amount,
        paidOn: "2026-01-02",
        surcharge: "0.00",
      }));
      const [stepId, answer] =
        name === "wallet"
          ? (["payment", { settled }] as const)
          : (["registration", { result: "registered", certificateNumber: "C-1", registeredOn: "2026-01-03" }] as const);
      if (name === "registry" && current.steps.registration?.status !== "waiting") return;
      const token = callbackToken(world, first.id, stepId);
      await attempt(() => receiveCallback(world, { caseId: first.id, stepId, token, answer }));
    };
    const askFor = async (stepId: "correction" | "cancellation"): Promise<void> => {
      await turn(stepId, () => undefined);
      const isFiled = (await store.read(first.id))?.steps["file-declaration"]?.status === "done";
      if (stepId === "cancellation" && isFiled) records.isCancelled = true;
      const request = { caller: aCaller("buyer-1"), caseId: first.id, stepId, reason: "it is wrong" };
      await attempt((idempotencyKey) => requestStep(world, { ...request, idempotencyKey }));
    };
    const decideOnce = async (): Promise<void> => {
      const current = await store.read(first.id);
      for (const stepId of ["price-review", "family-check", "assessment", "correction"]) {
        const state = current?.steps[stepId];
        if (state?.status !== "waiting" || state.waitsFor !== "officer") continue;
        const values = { "price-review": { priceReview: "reason-accepted" }, correction: twoMoreHomes }[stepId] ?? {};
        const request = {
          caller: anOfficer(),
          caseId: first.id,
          stepId,
          decision: { approved: true, reason: "seen", values },
        };
        await attempt((idempotencyKey) => decideStep(world, { ...request, idempotencyKey }));
      }
    };
    const turnOf = async (event: string): Promise<void> => {
      await turn(event, () => undefined);
      if (event === "seizure") records.restrictions = ["seizure"];
      if (event === "released") records.restrictions = [];
      if (event === "price") records.price = "999000.00";
      if (event === "assessed") records.assessed = "1200000.00";
      if (event === "married") records.spouse = true;
      if (event === "silent") records.isSilent = true;
      if (event === "answering") records.isSilent = false;
    };
    const sweep = async (pauses: readonly number[]): Promise<void> => {
      for (const pause of pauses) {
        await turn("clock", () => time.pass(pause));
        await advanceDueCases(world, {});
      }
    };
    /** Nothing was filed twice, and what was filed is what stands signed and billed. */
    const outcome = (): string => {
      const last = now();
      if (!last) throw new Error("no case");
      const [original, ...corrections] = filed;
      if (corrections.length > 1 || corrections.some(({ corrects }) => corrects?.declarationNumber !== "D-1")) {
        throw new Error("filed twice");
      }
      const declaration = corrections[0] ?? original;
      const isFiled = last.steps["file-declaration"]?.status === "done";
      if (declaration && isFiled) demandFiledAsSigned(last, declaration);
      demandPaidBeforeCleared(last);
      if (last.facts.refunds) return "refunded";
      if (corrections.length > 0) return "corrected";
      if (last.steps["tax-cleared"]?.status === "done") return hasSignedAnew ? "signed-anew, cleared" : "cleared";
      if (hasSignedAnew) return "signed-anew";
      return declaration ? "filed" : last.status;
    };
    return { act, turn: turnOf, sweep, outcome };
  };
  return { begin, counted: () => ({ writes }) };
};

const valuesIn = ({ facts }: Case) =>
  Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, value]));

const signedForms = ({ steps, parties }: Case) => {
  const hash = keyedHash(testSecret);
  return [...sellers, ...buyers].map(({ name, idType, idNumber }) => {
    const key = hash.person({ idType, idNumber });
    const party = parties.find(({ person: of }) => of === key)?.parties?.[0] ?? "";
    const step = steps[`${name.slice(0, -2)}-declaration`];
    return { party, form: step?.signed?.filter((each) => each.person === key).map(({ form }) => form) ?? [] };
  });
};

/** From the moment the filing has begun, everybody has signed exactly the assessment that stands in the case. */
const demandOneSignedAssessment = (version: Case): void => {
  const status = version.steps["file-declaration"]?.status;
  if (status === undefined || status === "again" || status === "blocked") return;
  const values = valuesIn(version);
  for (const { party, form } of signedForms(version)) {
    const expected = canonicalHash(declarationFormOf(values, party));
    if (form.length !== 1 || form[0] !== expected)
      throw new Error(`${party} signed ${form.length} forms, not the one that is filed`);
  }
};

const demandFiledAsSigned = (last: Case, { filingDate, payers }: Declaration): void => {
  const values = valuesIn(last);
  const signed = new Map(signedForms(last).map(({ party, form }) => [party, form[0]]));
  const assessment = values.assessment as { readonly filingDate: string };
  if (filingDate !== assessment.filingDate) throw new Error("filed for another day than assessed");
  const counts = { sellers: 0, buyers: 0 };
  for (const payer of payers) {
    counts[payer.side] += 1;
    const party = `${payer.side.slice(0, -1)}-${counts[payer.side]}`;
    if (payer.form !== signed.get(party)) throw new Error(`what ${party} signed is not what was filed`);
    const form = declarationFormOf(values, party);
    const amounts = form.taxes.map(({ tax, amount }) => ({ tax, amount }));
    if (canonicalHash(amounts) !== canonicalHash(payer.taxes)) throw new Error(`${party} was billed other taxes`);
  }
  const bills = (values.bills ?? []) as readonly { readonly payer: string; readonly amount: string }[];
  for (const payer of new Set(bills.map((bill) => bill.payer))) {
    const due = sum(declarationFormOf(values, payer).taxes.map((tax) => yuan(tax.amount ?? "0.00")));
    const billed = sum(bills.filter((bill) => bill.payer === payer).map(({ amount }) => yuan(amount)));
    if (due !== billed) throw new Error(`the bills of ${payer} differ from the declaration`);
  }
};

/** The registry is told of the bills that stand, once all of them have come in; nothing is both registered and refunded. */
const demandPaidBeforeCleared = (last: Case): void => {
  const { bills, settlement, refunds, registrationResult } = valuesIn(last);
  if (refunds && registrationResult === "registered") throw new Error("registered and refunded");
  if (last.steps["tax-cleared"]?.status !== "done" || !bills) return;
  const numbers = (list: unknown) => ((list ?? []) as readonly BillOf[]).map(({ billNumber }) => billNumber).sort();
  if (canonicalHash(numbers(bills)) !== canonicalHash(numbers(settlement))) throw new Error("cleared unpaid");
};

/** Three homes in all: deed tax at 3 % instead of 1 %. */
const twoMoreHomes = {
  correctionFindings: { isFounded: true, findings: { families: { "buyer-1": { otherHomesInQueryArea: 2 } } } },
};

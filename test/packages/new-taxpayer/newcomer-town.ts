import type { SeedRecord } from "../../../infra/local/sandbox/authority.ts";
import { accountOf } from "../../../infra/local/sandbox/bank.ts";
import { desks } from "../../../infra/local/sandbox/desks.ts";
import { type CompanyStory, companies, companyList } from "../../../infra/local/sandbox/population/companies.ts";
import { type Login, personOf } from "../../../infra/local/sandbox/population/people.ts";
import { Counter } from "../../../infra/local/sandbox/server/counter.ts";
import { Faults } from "../../../infra/local/sandbox/server/faults.ts";
import { memoryJournal } from "../../../infra/local/sandbox/server/journal.ts";
import { Notices } from "../../../infra/local/sandbox/server/notices.ts";
import { answerStep } from "../../../shared/actions/answer-step.ts";
import { decideStep } from "../../../shared/actions/decide-step.ts";
import { openCase } from "../../../shared/actions/open-case.ts";
import { receiveCallback } from "../../../shared/actions/receive-callback.ts";
import type { Case } from "../../../shared/cases/case.ts";
import type { AuthorityId } from "../../../shared/connectors/authorities.ts";
import {
  type AnyOperation,
  type CallAuthority,
  type Outcome,
  operationId,
} from "../../../shared/connectors/operation.ts";
import type { Instant } from "../../../shared/kernel/instant.ts";
import { newTaxpayer } from "../../../shared/packages/new-taxpayer/package.ts";
import type { Caller } from "../../../shared/people/caller.ts";
import { keyedHash } from "../../../shared/people/keyed-hash.ts";
import { freshLogin } from "../../support/fresh-login.ts";
import { TestClock, testSecret, testWorld } from "../../support/test-world.ts";

export interface Call {
  readonly operation: string;
  readonly key: string;
  readonly request: unknown;
  readonly outcome: Outcome["kind"];
}

/**
 * A town of one process: the package under the real engine, its store in memory, and the sandbox's own desks without
 * their wire. Every request and every answer is held against the port's schema.
 */
export const newcomerTown = (today = "2026-11-23") => {
  const time = new TestClock();
  time.now = `${today}T02:00:00.000Z` as Instant;
  const clock = () => Date.parse(time.now);
  const ids = [...new Set(desks.map(({ id }) => id))];
  const counters = new Map(
    ids.map((id) => {
      const parts = { journal: memoryJournal(), notices: new Notices(new Faults(), clock), clock };
      return [
        id,
        new Counter(
          desks.filter((desk) => desk.id === id),
          parts,
        ),
      ] as const;
    }),
  );
  const calls: Call[] = [];
  const silent = new Set<AuthorityId>();
  const late = new Map<string, { token: string; body: unknown }>();

  const call: CallAuthority = async (operation: AnyOperation, request, { key, callback }) => {
    const outcome = silent.has(operation.authority)
      ? ({ kind: "silent", reason: "time-box-exceeded" } as const)
      : ask(counters, operation, request, key);
    if (outcome.kind === "pending" && callback) late.set(callback.url, { token: callback.token, body: outcome.later });
    calls.push({ operation: operationId(operation), key, request, outcome: outcome.kind });
    const stamp = { authority: operation.authority, reference: `ref-${calls.length}`, attempts: 1, milliseconds: 0 };
    return { ...outcome, stamp } as Outcome<never>;
  };

  const base = testWorld({ packages: [newTaxpayer], time });
  const world = { ...base, call, pace: { ...base.pace, burst: 0 } };
  let requests = 0;
  const idempotencyKey = () => {
    requests += 1;
    return `request-${requests}`;
  };
  const caseOf = async ({ id }: Case): Promise<Case> => {
    const found = await world.cases.read(id);
    if (!found) throw new Error("no such case");
    return found;
  };

  return {
    world,
    time,
    calls,
    silent,
    faults: base.faults,
    /** Turns a story: changes one record of an authority. */
    change: (authority: AuthorityId, record: SeedRecord) => counters.get(authority)?.change(record),
    open: async (story: CompanyStory, login: Login = companies[story].legalRepresentative): Promise<Case> =>
      (
        await openCase(world, {
          caller: callerOf(login),
          packageId: newTaxpayer.id,
          opening: { creditCode: companies[story].creditCode },
          consents: { dataSharing: true },
          idempotencyKey: idempotencyKey(),
        })
      ).case,
    answer: (current: Case, stepId: string, login: Login, answers: Readonly<Record<string, unknown>> = {}) =>
      answerStep(world, {
        caller: callerOf(login),
        caseId: current.id,
        stepId,
        answers,
        idempotencyKey: idempotencyKey(),
      }),
    decide: (current: Case, stepId: string, decision: { approved: boolean; values?: Record<string, unknown> }) =>
      decideStep(world, {
        caller: callerOf("officer-lin"),
        caseId: current.id,
        stepId,
        decision: { reason: "examined", ...decision },
        idempotencyKey: idempotencyKey(),
      }),
    /** What the applicant does outside before saying so: the account is opened, the faces are checked. */
    provide: async (current: Case, stepId: string): Promise<void> => {
      const company = companyList.find(({ creditCode }) => creditCode === current.facts.creditCode?.value);
      if (!company) throw new Error("no such company");
      if (stepId === "account-opening") {
        const record = accountOf(company, today);
        counters.get("bank")?.change({ kind: "account", key: company.creditCode, record });
      }
      if (stepId === "identity-check") {
        const record = { isPassed: true };
        counters.get("public-security")?.change({ kind: "face-check", key: company.legalRepresentative, record });
      }
    },
    /** The bank's counter, or whoever took a request in, answers. */
    answerLate: async (current: Case, stepId: string, instead?: unknown): Promise<Case> => {
      const notice = late.get(`${world.publicUrl}/v1/callbacks/${current.id}/${stepId}`);
      if (!notice) throw new Error(`nobody will answer ${stepId} late`);
      await receiveCallback(world, { caseId: current.id, stepId, token: notice.token, answer: instead ?? notice.body });
      return caseOf(current);
    },
    read: caseOf,
  };
};

export type Town = ReturnType<typeof newcomerTown>;

export const callerOf = (login: Login): Caller => {
  const { name, idType, idNumber, roles, realNameLevel, ...rest } = personOf(login);
  const person = { name, idType, idNumber };
  const office = "office" in rest ? { office: rest.office } : {};
  const key = keyedHash(testSecret).person(person);
  return { key, person, roles, realNameLevel, channel: "mobile", login: freshLogin, ...office };
};

type Told =
  | Omit<Extract<Outcome, { kind: "answered" }>, "stamp">
  | { kind: "not-found" }
  | Refused
  | { kind: "pending"; later: unknown };
interface Refused {
  readonly kind: "refused";
  readonly code: string;
  readonly reason: { readonly zh: string; readonly en: string };
}

const ask = (
  counters: ReadonlyMap<AuthorityId, Counter>,
  operation: AnyOperation,
  given: unknown,
  key: string,
): Told => {
  // What goes over the wire: absent fields do not, and nothing that JSON cannot hold.
  const request = JSON.parse(JSON.stringify(operation.request.parse(given))) as Record<string, unknown>;
  const counter = counters.get(operation.authority);
  const desk = counter?.desks[operation.name];
  if (!counter || !desk) throw new Error(`${operationId(operation)} has no desk`);
  if (desk.kind !== operation.kind) throw new Error(`${operationId(operation)} is of another kind at the desk`);
  const { reply } = counter.answer(desk, { operation: operation.name, key, body: JSON.stringify(request), request });
  switch (reply.kind) {
    case "answer":
      return { kind: "answered", answer: operation.answer.parse(JSON.parse(JSON.stringify(reply.body))) };
    case "not-found":
      return { kind: "not-found" };
    case "refusal":
      return { kind: "refused", code: reply.code, reason: { zh: reply.zh, en: reply.en } };
    case "pending":
      operation.answer.parse(reply.later);
      return { kind: "pending", later: reply.later };
  }
};

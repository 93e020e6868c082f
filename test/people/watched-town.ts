import { type Login, personOf } from "../../infra/local/sandbox/population/people.ts";
import { startSandbox } from "../../infra/local/sandbox/start-sandbox.ts";
import { advanceDueCases } from "../../shared/actions/advance-due-cases.ts";
import { answerStep } from "../../shared/actions/answer-step.ts";
import { openCase } from "../../shared/actions/open-case.ts";
import { withdrawAuthorisation } from "../../shared/actions/withdraw-authorisation.ts";
import type { Case } from "../../shared/cases/case.ts";
import { httpAuthorities } from "../../shared/connectors/http-authorities.ts";
import type { CallAuthority } from "../../shared/connectors/operation.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import type { Package } from "../../shared/packages/package.ts";
import type { Caller } from "../../shared/people/caller.ts";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { controlOf } from "../sandbox/control.ts";
import { freshLogin } from "../support/fresh-login.ts";
import { TestClock, testSecret, testWorld } from "../support/test-world.ts";

/** One whole flow: who opens what, and who answers which steps. */
export interface Flow {
  readonly name: string;
  readonly definition: Package;
  readonly opens: Login;
  readonly opening: Readonly<Record<string, unknown>>;
  /** Steps that people answer, in this order; an answer that nobody waits for is passed over. */
  readonly answers: readonly (readonly [step: string, login: Login])[];
}

const callerOf = (login: Login): Caller => {
  const { name, idType, idNumber, roles, realNameLevel, ...rest } = personOf(login);
  const person = { name, idType, idNumber };
  const office = "office" in rest ? { office: rest.office } : {};
  const key = keyedHash(testSecret).person(person);
  return { key, person, roles, realNameLevel, channel: "mobile", login: freshLogin, ...office };
};

/** Somebody withdraws at a point of the flow: the n-th time that the engine turns to its store or hears an authority. */
export interface Withdrawal {
  readonly who: Login;
  readonly under: string;
  readonly atPoint: number;
}

/** Runs a flow over real HTTP authorities, in which one authorisation is withdrawn at one point, and days then pass. */
export const runFlow = async (flow: Flow, withdrawal?: Withdrawal) => {
  const time = new TestClock();
  time.now = "2026-11-23T02:00:00.000Z" as Instant;
  const clock = () => Date.parse(time.now);
  const sandbox = await startSandbox({ secret: testSecret, clock });
  try {
    const wire = httpAuthorities({ urls: sandbox.urls, secret: testSecret, clock, breaker: { failures: 1000 } });
    const base = testWorld({ packages: [flow.definition], time });
    const plain = { ...base, call: wire, pace: { ...base.pace, burst: 0 } };
    let points = 0;
    let caseId: string | undefined;
    const sent: string[] = [];
    let sentBefore: readonly string[] | undefined;
    let state = "never" as "never" | "now" | "done";
    let landedAt = 0;

    const point = async (): Promise<void> => {
      points += 1;
      if (!withdrawal || points < withdrawal.atPoint || state !== "never" || caseId === undefined) return;
      state = "now";
      try {
        // As another process would: over a world that nobody watches.
        const request = { caller: callerOf(withdrawal.who), caseId, stepId: withdrawal.under, idempotencyKey: "w-1" };
        await withdrawAuthorisation({ ...plain, call: noCalls }, request);
        state = "done";
        landedAt = points;
        sentBefore = [...sent];
      } catch (error) {
        // Not given yet: tried again at the next point.
        if ((error as { code?: string }).code === undefined) throw error;
        state = "never";
      }
    };
    const { read, replace, create } = plain.cases;
    const world = {
      ...plain,
      cases: {
        ...plain.cases,
        create: async (opened: Case) => {
          const outcome = await create(opened);
          caseId = opened.id;
          await point();
          return outcome;
        },
        read: async (id: string) => {
          await point();
          return read(id);
        },
        replace: async (changed: Case, version: number) => {
          await point();
          const outcome = await replace(changed, version);
          await point();
          return outcome;
        },
      },
      call: (async (operation, request, options) => {
        sent.push(options.key);
        const outcome = await wire(operation, request, options);
        await point();
        return outcome;
      }) as CallAuthority,
    };
    let requests = 0;
    const attempt = async (act: (idempotencyKey: string) => Promise<unknown>) => {
      requests += 1;
      try {
        await act(`request-${requests}`);
      } catch (error) {
        if ((error as { code?: string }).code === undefined) throw error;
      }
    };
    const { definition, opening, answers } = flow;
    const consents = { dataSharing: true };
    await attempt((idempotencyKey) =>
      openCase(world, { caller: callerOf(flow.opens), packageId: definition.id, opening, consents, idempotencyKey }),
    );
    const id = caseId;
    if (id === undefined) throw new Error("no case was opened");
    for (const [stepId, login] of answers) {
      if (state === "done" && login === withdrawal?.who && stepId === withdrawal.under) continue;
      await attempt((idempotencyKey) =>
        answerStep(world, { caller: callerOf(login), caseId: id, stepId, answers: {}, idempotencyKey }),
      );
    }
    for (let day = 0; day < 3; day += 1) {
      time.pass(86_400_000);
      await advanceDueCases(world, {});
    }
    const queries = (await controlOf(sandbox).queries()) as readonly {
      readonly kind: string;
      readonly key: string;
      readonly operation: string;
      readonly request: unknown;
    }[];
    const last = await read(id);
    if (!last) throw new Error("the case is gone");
    return { points, last, queries, sentBefore, isWithdrawn: state === "done", landedAt };
  } finally {
    await sandbox.close();
  }
};

const noCalls: CallAuthority = () => {
  throw new Error("a withdrawal asks nobody");
};

import { type Login, personOf } from "../../infra/local/sandbox/population/people.ts";
import { startSandbox } from "../../infra/local/sandbox/start-sandbox.ts";
import { advanceDueCases } from "../../shared/actions/advance-due-cases.ts";
import { answerStep } from "../../shared/actions/answer-step.ts";
import { collectTaxes } from "../../shared/actions/collect-taxes.ts";
import { decideStep } from "../../shared/actions/decide-step.ts";
import { openCase } from "../../shared/actions/open-case.ts";
import { receiveCallback } from "../../shared/actions/receive-callback.ts";
import { requestStep } from "../../shared/actions/request-step.ts";
import type { Case } from "../../shared/cases/case.ts";
import { callbackToken } from "../../shared/cases/step-request.ts";
import { httpAuthorities } from "../../shared/connectors/http-authorities.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { secondHandHousing } from "../../shared/packages/housing/package.ts";
import { repurchaseRefund } from "../../shared/packages/repurchase-refund/package.ts";
import { memoryBillStore } from "../../shared/payments/memory-bill-store.ts";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { controlOf } from "../sandbox/control.ts";
import { freshLogin } from "../support/fresh-login.ts";
import { TestClock, testSecret, testWorld } from "../support/test-world.ts";

/** A town in which cases of this package really run: the engine, its store in memory, the sandbox over HTTP. */
export const startTown = async (now = "2026-11-23T02:00:00.000Z", housing = secondHandHousing) => {
  const time = new TestClock();
  time.now = now as Instant;
  const clock = () => Date.parse(time.now);
  const sandbox = await startSandbox({ secret: testSecret, clock });
  const bills = memoryBillStore();
  const wireWithin = (timeBoxMilliseconds: number) =>
    httpAuthorities({
      urls: sandbox.urls,
      secret: testSecret,
      clock,
      timeBoxMilliseconds,
      retryPauseMilliseconds: 1,
      breaker: { failures: 1000 },
    });
  // Who is silent on purpose is not waited for; everybody else as long as the slowest machine needs.
  const silent = new Set<string>();
  const [patient, impatient] = [wireWithin(60_000), wireWithin(200)];
  const reach: typeof patient = (operation, ...call) =>
    (silent.has(operation.authority) ? impatient : patient)(operation, ...call);
  const { fault: order, heal: cure } = controlOf(sandbox);
  const fault = (ordered: { readonly authority: string; readonly mode: string; readonly times?: number }) => {
    if (ordered.mode === "silent") silent.add(ordered.authority);
    return order(ordered);
  };
  const heal = () => {
    silent.clear();
    return cure();
  };
  const base = testWorld({ packages: [...new Set([housing, repurchaseRefund])], time });
  const world = { ...base, bills, call: collectTaxes(reach, { bills, hash: base.hash, clock: base.clock }) };
  const control = { ...controlOf(sandbox), fault, heal };
  let requests = 0;
  const nextKey = () => {
    requests += 1;
    return `request-${requests}`;
  };

  const callerOf = (login: Login) => {
    const { name, idType, idNumber, roles, ...rest } = personOf(login);
    const person = { name, idType, idNumber };
    const office = "office" in rest ? { office: rest.office } : {};
    return {
      key: keyedHash(testSecret).person(person),
      person,
      roles,
      realNameLevel: 3,
      channel: "mobile",
      login: freshLogin,
      ...office,
    } as const;
  };

  const town = {
    world,
    control,
    close: sandbox.close,
    open: async (login: Login, contractNumber: string, packageId = housing.id): Promise<Case> =>
      (
        await openCase(world, {
          caller: callerOf(login),
          packageId,
          opening: { contractNumber },
          consents: { dataSharing: true },
          idempotencyKey: nextKey(),
        })
      ).case,
    /** These people answer a step, one after the other. */
    answer: async ({ id }: Case, stepId: string, ...logins: Login[]): Promise<Case> => {
      let latest: Case | undefined;
      for (const login of logins) {
        const request = { caller: callerOf(login), caseId: id, stepId, answers: {}, idempotencyKey: nextKey() };
        latest = await answerStep(world, request);
      }
      if (!latest) throw new Error("nobody answered");
      return latest;
    },
    decide: (
      { id }: Pick<Case, "id">,
      stepId: string,
      decision: { approved: boolean; values?: Record<string, unknown> },
    ) =>
      decideStep(world, {
        caller: callerOf("officer-lin"),
        caseId: id,
        stepId,
        decision: { reason: "examined", ...decision },
        idempotencyKey: nextKey(),
      }),
    /** From the contract's number to whatever stands after everybody has authorised. */
    authorised: async (contractNumber: string, sellers: readonly Login[], buyers: readonly Login[]): Promise<Case> => {
      const [opener] = sellers;
      if (!opener) throw new Error("nobody sells");
      const opened = await town.open(opener, contractNumber);
      await town.answer(opened, "seller-authorisation", ...sellers);
      return town.answer(opened, "buyer-authorisation", ...buyers);
    },
    sweepLater: async (milliseconds: number) => {
      time.pass(milliseconds);
      await advanceDueCases(world, {});
    },
    time,
    callerOf,
    request: ({ id }: Pick<Case, "id">, stepId: string, login: Login, reason = "something is wrong") =>
      requestStep(world, { caller: callerOf(login), caseId: id, stepId, reason, idempotencyKey: nextKey() }),
    /** An authority's late answer, as its notice brings it. */
    arrives: ({ id }: Pick<Case, "id">, stepId: string, given: unknown) =>
      receiveCallback(world, { caseId: id, stepId, token: callbackToken(world, id, stepId), answer: given }),
    answerWith: async ({ id }: Pick<Case, "id">, stepId: string, login: Login, answers: Record<string, unknown>) =>
      answerStep(world, { caller: callerOf(login), caseId: id, stepId, answers, idempotencyKey: nextKey() }),
    read: async ({ id }: Pick<Case, "id">): Promise<Case> => {
      const found = await world.cases.read(id);
      if (!found) throw new Error("no such case");
      return found;
    },
  };
  return town;
};

export type Town = Awaited<ReturnType<typeof startTown>>;

export const factOf = (current: Case, fact: string): unknown => current.facts[fact]?.value;

export const statusOf = (current: Case, step: string): string => current.steps[step]?.status ?? "not-begun";

const assessmentOf = (current: Case) =>
  factOf(current, "assessment") as {
    readonly lines: readonly { tax: string; payers: readonly { id: string; amount: string }[] }[];
    readonly totals: Readonly<Record<"sellers" | "buyers" | "all", string>>;
  };

export const totalsOf = (current: Case) => assessmentOf(current).totals;

/** Who pays how much of what: `seller-1 vat 18349.51`. */
export const paymentsIn = (current: Case): readonly string[] =>
  assessmentOf(current).lines.flatMap(({ tax, payers }) =>
    payers.filter(({ amount }) => amount !== "0.00").map(({ id, amount }) => `${id} ${tax} ${amount}`),
  );

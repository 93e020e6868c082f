import { beforeAll, expect, test } from "vitest";
import { seededRandom } from "../../infra/local/bureau/random.ts";
import { advanceDueCases } from "../../shared/actions/advance-due-cases.ts";
import { answerStep } from "../../shared/actions/answer-step.ts";
import { claimStep, decideStep } from "../../shared/actions/decide-step.ts";
import { openCase } from "../../shared/actions/open-case.ts";
import { receiveCallback } from "../../shared/actions/receive-callback.ts";
import type { Case, Channel } from "../../shared/cases/case.ts";
import { channels } from "../../shared/cases/case.ts";
import { memoryCaseStore } from "../../shared/cases/memory-case-store.ts";
import { callbackToken } from "../../shared/cases/step-request.ts";
import { operationId } from "../../shared/connectors/operation.ts";
import { after, type Instant } from "../../shared/kernel/instant.ts";
import { ChangedCase } from "../../shared/speed/changed-case.ts";
import { clockNames, type SpeedClock } from "../../shared/speed/clocks.ts";
import { countChanges } from "../../shared/speed/count-changes.ts";
import { type Dimension, dimensions, type Figure, groupFigures, loadFigures } from "../../shared/speed/figures.ts";
import { memoryFigureStore } from "../../shared/speed/memory-figure-store.ts";
import { relativeError } from "../../shared/speed/sketch.ts";
import { aCaller, anOfficer, answered, silent, testVault, testWorld, willing } from "../support/test-world.ts";
import { nearestRank, type Truth } from "./support/planted-truth.ts";
import { VirtualTime } from "./support/virtual-time.ts";

/**
 * A thousand cases of the package with one step of each kind, run by the real engine in virtual time: every call, every
 * silence, every person and officer takes the time that was planted for them, and the figures are made of what the
 * store's writes tell.
 */
const caseCount = 1000;
const offices = ["liuzhou", "liubei", "yufeng"];
const minute = 60_000;
const hour = 60 * minute;
const writeMilliseconds = 3;

type Planted = Partial<Record<SpeedClock, number>>;

const truths: Truth[] = [];
const writes: ChangedCase[] = [];
let figures: readonly Figure[];

const runOne = async (number: number): Promise<void> => {
  const random = seededRandom(number);
  const start = after("2030-03-04T01:00:00.000Z" as Instant, Math.floor(random.next() * 20 * 24 * hour));
  const time = new VirtualTime(start);
  const channel: Channel = random.pick(channels);
  const office = random.pick(offices);
  const wish = random.pick(["nothing", "debit", "quota", "both"]);
  const whole = (median: number, spread: number) => Math.max(1, Math.round(random.time(median, spread)));

  const plan = {
    calls: {
      "market-regulation/licence-record": whole(90, 0.6),
      "core-tax/taxpayer-status": whole(50, 0.5),
      "core-tax/determine-tax-types": whole(70, 0.5),
      "bank/debit-agreement": whole(200, 0.4),
      "core-tax/assess-quota": whole(60, 0.4),
      "core-tax/file-declaration": whole(110, 0.5),
    } as Record<string, number>,
    active: whole(70_000, 0.5),
    away: random.chance(0.5) ? whole(30_000, 1) : whole(5 * hour, 1),
    silence: random.chance(0.1) ? whole(40 * minute, 0.8) : 0,
    bank: whole(8 * minute, 1),
    queue: whole(3 * hour, 1.2),
    hands: whole(4 * minute, 0.8),
  };

  const authorities = willing();
  const endsAt: Record<string, number> = {};
  let isSilent = plan.silence > 0;
  const cases = memoryCaseStore(testVault);
  const tell = (stored: Case) => writes.push(ChangedCase.parse(stored));
  const world = testWorld({
    authorities,
    cases: {
      ...cases,
      create: async (opened) => {
        await time.sleep(writeMilliseconds);
        const outcome = await cases.create(opened);
        if (outcome === "created") tell(opened);
        return outcome;
      },
      replace: async (changed, version) => {
        await time.sleep(writeMilliseconds);
        const outcome = await cases.replace(changed, version);
        if (outcome === "replaced") tell(changed);
        return outcome;
      },
    },
  });
  const startsAt: Record<string, number> = {};
  const lived = {
    ...world,
    office,
    clock: time.read,
    call: (async (operation, request, options) => {
      const id = operationId(operation);
      startsAt[id] = time.milliseconds;
      await time.sleep(plan.calls[id] ?? 0);
      endsAt[id] = time.milliseconds;
      const outcome = await authorities.call(operation, request, options);
      return { ...outcome, stamp: { ...outcome.stamp, milliseconds: plan.calls[id] ?? 0 } };
    }) as typeof world.call,
  };
  authorities.replies.set("core-tax/determine-tax-types", (request, key) =>
    isSilent ? silent(request, key) : answered({ taxes: "VAT" })(request, key),
  );
  authorities.replies.set("bank/debit-agreement", () => ({ kind: "pending" }));

  const applicant = aCaller("one", { channel });
  const openedAt = time.milliseconds;
  const { case: opened } = await time.until(
    openCase(lived, {
      caller: applicant,
      packageId: "test",
      opening: { code: "C-1" },
      consents: { dataSharing: true },
      idempotencyKey: `open-${number}`,
    }),
  );
  const about = { caseId: opened.id };
  const askedAt = Math.max(endsAt["market-regulation/licence-record"] ?? 0, endsAt["core-tax/taxpayer-status"] ?? 0);
  await time.pass(askedAt + plan.active + plan.away - time.milliseconds);
  const confirmedAt = time.milliseconds;
  let current = await time.until(
    answerStep(lived, {
      ...about,
      caller: applicant,
      stepId: "confirm",
      answers: { wish },
      activeMilliseconds: plan.active,
      idempotencyKey: "confirm",
    }),
  );
  const taxesReadyAt = startsAt["core-tax/determine-tax-types"] ?? 0;
  while (current.steps["tax-types"]?.status === "retrying") {
    const nextAt = Date.parse(current.steps["tax-types"].nextAt ?? "");
    if (time.milliseconds - taxesReadyAt > plan.silence) isSilent = false;
    await time.pass(Math.max(1, nextAt - time.milliseconds));
    await time.until(advanceDueCases(lived, {}));
    current = (await cases.read(opened.id)) as Case;
  }
  const taxesAt = endsAt["core-tax/determine-tax-types"] ?? 0;
  const hasAgreement = wish === "debit" || wish === "both";
  const hasQuota = wish === "quota" || wish === "both";
  let arrivedAt = taxesAt;
  if (hasAgreement) {
    await time.pass(plan.bank);
    arrivedAt = time.milliseconds;
    const token = callbackToken(lived, opened.id, "agreement");
    current = await time.until(
      receiveCallback(lived, { ...about, stepId: "agreement", token, answer: { agreement: "A-1" } }).then(
        async () => (await cases.read(opened.id)) as Case,
      ),
    );
  }
  let quotaAt = 0;
  let [queued, decidedAt] = [0, 0];
  if (hasQuota) {
    await time.pass(plan.queue);
    const officer = { ...anOfficer(), office };
    const claimedAt = time.milliseconds;
    await time.until(claimStep(lived, { ...about, stepId: "quota", caller: officer, idempotencyKey: "claim" }));
    await time.pass(Math.max(1, claimedAt + plan.hands - time.milliseconds));
    decidedAt = time.milliseconds;
    queued = claimedAt - taxesAt;
    current = await time.until(
      decideStep(lived, {
        ...about,
        stepId: "quota",
        caller: officer,
        decision: { approved: true, reason: "seen" },
        idempotencyKey: "decide",
      }),
    );
    quotaAt = endsAt["core-tax/assess-quota"] ?? 0;
    plan.hands = decidedAt - claimedAt;
  }
  if (current.status !== "completed")
    throw new Error(`case ${number} is ${current.status}: ${JSON.stringify(current.steps)}`);

  const settle = (step: string, authority: string, at: number, times: Planted) =>
    truths.push({ of: ofCase(step, authority, at), times: complete(times) });
  const ofCase = (step: string, authority: string, at: number): Truth["of"] => ({
    package: "test",
    office,
    channel,
    step,
    authority,
    day: new Date(at + 8 * hour).toISOString().slice(0, 10),
  });
  const call = (id: string) => plan.calls[id] ?? 0;
  const licenceAt = endsAt["market-regulation/licence-record"] ?? 0;
  settle("licence", "market-regulation", licenceAt, { authority: call("market-regulation/licence-record") });
  const statusAt = endsAt["core-tax/taxpayer-status"] ?? 0;
  settle("status", "core-tax", statusAt, { authority: call("core-tax/taxpayer-status") });
  settle("confirm", "", confirmedAt, { active: plan.active, away: confirmedAt - askedAt - plan.active });
  settle("tax-types", "core-tax", taxesAt, { authority: taxesAt - taxesReadyAt });
  if (hasAgreement) {
    // From its call to the answer that came, and our own write before it is read.
    settle("agreement", "bank", arrivedAt, {
      authority: arrivedAt - (startsAt["bank/debit-agreement"] ?? 0),
      machine: agreementWork(current, arrivedAt),
    });
  }
  const lastOfBoth = Math.max(taxesAt, hasAgreement ? arrivedAt + agreementWork(current, arrivedAt) : 0);
  const declaredAt = endsAt["core-tax/file-declaration"] ?? 0;
  const declaration = call("core-tax/file-declaration");
  settle("declaration", "core-tax", declaredAt, {
    authority: declaration,
    machine: declaredAt - declaration - lastOfBoth,
  });
  if (hasQuota) {
    const work = quotaAt - decidedAt - call("core-tax/assess-quota");
    settle("quota", "core-tax", quotaAt, {
      queue: queued,
      hands: plan.hands,
      authority: call("core-tax/assess-quota"),
      machine: work,
    });
  }
  const steps = truths.filter(({ of }) => of.step !== "").slice(-(5 + (hasAgreement ? 1 : 0) + (hasQuota ? 1 : 0)));
  const closedAt = Date.parse(current.closedAt ?? "");
  const sums = Object.fromEntries(
    clockNames.map((clock) => [clock, steps.reduce((sum, { times }) => sum + times[clock], 0)]),
  );
  const handling = closedAt - openedAt - (confirmedAt - askedAt);
  truths.push({
    of: ofCase("", "", closedAt),
    times: { ...(sums as Truth["times"]), elapsed: closedAt - openedAt, handling },
  });
};

/** One write takes the late answer in before the step reads it. */
const agreementWork = ({ steps }: Case, arrivedAt: number): number =>
  Date.parse(steps.agreement?.finishedAt ?? "") - arrivedAt > 0 ? writeMilliseconds : 0;

const complete = (times: Planted): Truth["times"] => {
  const six = { active: 0, away: 0, queue: 0, hands: 0, authority: 0, machine: 0, late: 0, ...times };
  const elapsed = six.active + six.away + six.queue + six.hands + six.authority + six.machine;
  return { ...six, elapsed, handling: elapsed - six.active - six.away };
};

beforeAll(async () => {
  for (let number = 1; number <= caseCount; number += 1) await runOne(number);
  const store = memoryFigureStore();
  for (let from = 0; from < writes.length; from += 100) await countChanges(store, writes.slice(from, from + 100));
  figures = await loadFigures(store, { offices, packageIds: ["test"], from: "2030-03-01", to: "2030-05-31" });
});

const groupings: Dimension[][] = Array.from({ length: 2 ** dimensions.length }, (_, bits) =>
  dimensions.filter((_dimension, index) => bits & (1 << index)),
);

test("every case was counted", () => {
  const [all] = groupFigures(
    figures.filter(({ of }) => of.step === ""),
    [],
  );
  expect(all?.line.counted("opened")).toBe(caseCount);
  expect(all?.line.settled).toBe(caseCount);
});

test.each(groupings.map((by) => [by.join(", ") || "everything together", by] as const))(
  "the engine's clocks show the planted times, by %s",
  (_, by) => {
    for (const isCase of [true, false]) {
      const expected = Map.groupBy(
        truths.filter(({ of }) => (of.step === "") === isCase),
        ({ of }) => JSON.stringify(by.map((dimension) => of[dimension])),
      );
      const kind = figures.filter(({ of }) => (of.step === "") === isCase);
      const groups = groupFigures(kind, by).filter(({ line }) => line.settled > 0);
      expect(groups).toHaveLength(expected.size);
      for (const { of, line } of groups) {
        const planted = expected.get(JSON.stringify(Object.values(of))) ?? [];
        expect(line.settled).toBe(planted.length);
        for (const clock of clockNames) {
          const values = planted.map(({ times }) => times[clock]).sort((one, other) => one - other);
          const read = line.on(clock).percentiles([50, 95, 99]) ?? [];
          for (const [index, percent] of [50, 95, 99].entries()) {
            const truth = nearestRank(values, percent);
            const isWithin = (read[index] ?? -1) >= truth && (read[index] ?? -1) <= truth * (1 + relativeError);
            if (!isWithin) expect.fail(`${clock} p${percent} of ${JSON.stringify(of)}: ${read[index]} for ${truth}`);
          }
        }
      }
    }
  },
);

import { caseTimes } from "../../../shared/cases/case-times.ts";
import { durationMilliseconds } from "../../../shared/cases/promise.ts";
import type { AuthorityId } from "../../../shared/connectors/authorities.ts";
import { toInstant } from "../../../shared/kernel/instant.ts";
import { predecessorsOf } from "../../../shared/packages/define-package.ts";
import type { Package, Step } from "../../../shared/packages/package.ts";
import type { ChangedCase } from "../../../shared/speed/changed-case.ts";
import { oddsOf } from "./odds.ts";
import type { Random } from "./random.ts";
import { type Arrival, type Outage, officeTimeFrom } from "./year.ts";

const minute = 60_000;
const hour = 60 * minute;

/** One step of a simulated case with the times that were planted in it. */
export interface PlantedStep {
  readonly step: string;
  readonly authority: string;
  readonly readyAt: number;
  readonly finishedAt: number;
  readonly clocks: Readonly<Record<"active" | "away" | "queue" | "hands" | "authority" | "machine", number>>;
  readonly late: number;
}

export interface PlantedCase {
  readonly id: string;
  readonly packageId: string;
  readonly office: string;
  readonly channel: string;
  readonly openedAt: number;
  readonly closedAt?: number;
  readonly outcome: "completed" | "refused" | "withdrawn" | "left";
  /** Finished ones, in the order of their finishing. */
  readonly steps: readonly PlantedStep[];
  /** What its writes would have sent down the table's stream, in their order. */
  readonly writes: readonly ChangedCase[];
}

export interface CasePlan {
  readonly id: string;
  readonly office: string;
  readonly definition: Package;
  readonly arrival: Arrival;
  readonly outages: readonly Outage[];
}

/** How quickly each authority's calls are answered, in milliseconds. */
const answerMedian: Partial<Record<AuthorityId, number>> = {
  "core-tax": 45,
  "market-regulation": 80,
  "public-security": 160,
  "civil-affairs": 120,
  "property-registry": 240,
  "housing-contracts": 110,
  "social-insurance": 70,
  bank: 190,
};

/** Who takes an act in and answers it when it is done. */
const answeredLater: Partial<Record<AuthorityId, number>> = { bank: 7 * minute, "property-registry": minute / 2 };

interface Happening {
  readonly at: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Makes up how one case went: the times of every step, and the writes by which the table would have told of them. */
export const simulateCase = (random: Random, plan: CasePlan): PlantedCase => {
  const { definition, arrival } = plan;
  const happenings: Happening[] = [
    {
      at: arrival.at,
      type: "case-opened",
      data: { packageId: definition.id, channel: arrival.channel },
    },
  ];
  const finishedAt = new Map<string, number>();
  const planted: PlantedStep[] = [];
  const predecessors = predecessorsOf(definition);
  const isInterrupted = random.chance(0.04);
  let end: { readonly at: number; readonly outcome: PlantedCase["outcome"]; readonly waiting?: string } | undefined;

  for (const step of inOrder(definition, predecessors)) {
    if (end) break;
    // Nobody asks for what is done on request only, such as a correction.
    if (step.onRequest || !random.chance(oddsOf(step).applies)) continue;
    const readyAt = Math.max(arrival.at, ...(predecessors.get(step.id) ?? []).map((id) => finishedAt.get(id) ?? 0));
    const asksPerson = step.asks !== undefined && step.asks.role !== "officer";
    if (asksPerson) {
      const waitsFor = step.asks?.role ?? "";
      happenings.push(waiting(step.id, waitsFor, readyAt));
      // Most leave at the first question, some at a later one.
      if (isInterrupted && random.chance(0.6)) {
        const outcome = random.chance(0.6) ? "withdrawn" : "left";
        end = { at: readyAt + random.time(3 * hour, 1), outcome, waiting: step.id };
        break;
      }
    }
    const isRefused = step.performs !== undefined && random.chance(0.002);
    const one = plantStep(random, plan, step, readyAt, happenings);
    planted.push(one);
    finishedAt.set(step.id, one.finishedAt);
    happenings.push(settling(one, isRefused));
    if (isRefused) end = { at: one.finishedAt, outcome: "refused" };
  }
  const lastAt = Math.max(arrival.at, ...planted.map((each) => each.finishedAt));
  const outcome = end?.outcome ?? "completed";
  const closedAt = Math.max(end?.at ?? lastAt, lastAt);
  if (outcome !== "left") {
    const data =
      outcome === "withdrawn" ? { waiting: [end?.waiting ?? ""] } : closingOf(outcome, planted, arrival.at, closedAt);
    happenings.push({ at: closedAt, type: `case-${outcome}`, data });
    if (outcome === "completed" && random.chance(0.6)) {
      const share = random.next();
      const score = share < 0.73 ? 5 : share < 0.95 ? 4 : share < 0.98 ? 3 : share < 0.99 ? 2 : 1;
      happenings.push({
        at: closedAt + random.time(2 * minute, 0.8),
        type: "case-rated",
        data: { score },
      });
    }
  }
  return {
    id: plan.id,
    packageId: definition.id,
    office: plan.office,
    channel: arrival.channel,
    openedAt: arrival.at,
    ...(outcome !== "left" && { closedAt }),
    outcome,
    steps: planted.sort((a, b) => a.finishedAt - b.finishedAt),
    writes: writesOf(plan, happenings),
  };
};

const plantStep = (
  random: Random,
  { outages }: CasePlan,
  step: Step,
  readyAt: number,
  happenings: Happening[],
): PlantedStep => {
  const clocks = { active: 0, away: 0, queue: 0, hands: 0, authority: 0, machine: random.time(6, 0.6) };
  let at = readyAt;
  if (step.asks && step.asks.role !== "officer") {
    clocks.active = random.time(70_000, 0.6);
    clocks.away = random.chance(0.7) ? random.time(20_000, 1) : random.time(6 * hour, 1.2);
    at += clocks.active + clocks.away;
  }
  const authority = step.performs?.authority ?? "";
  if (step.performs) {
    const call = random.time(answerMedian[step.performs.authority] ?? 100, 0.5);
    const outage = outages.find((each) => each.authority === authority && at >= each.from && at < each.to);
    const silence = outage ? outage.to - at + random.time(4 * minute, 0.7) : 0;
    const later = step.performs.kind === "act" ? answeredLater[step.performs.authority] : undefined;
    clocks.authority = call + silence + (later === undefined ? 0 : random.time(later, 0.9));
    at += clocks.authority;
  }
  if (random.chance(oddsOf(step).officer)) {
    happenings.push(waiting(step.id, "officer", at));
    const taken = officeTimeFrom(at + random.time(9 * minute, 1));
    clocks.queue = taken - at;
    clocks.hands = random.time(3 * minute, 0.7);
    at = taken + clocks.hands;
  }
  const promised = step.promise === undefined ? Number.POSITIVE_INFINITY : durationMilliseconds(step.promise);
  const late = Math.max(0, Math.round(at - readyAt - promised));
  if (late > 0) happenings.push(broken(step.id, readyAt + promised));
  // Instants are whole milliseconds; the machine's share is what is left of them.
  const finished = Math.ceil(at + clocks.machine);
  clocks.machine = Math.round(10 * (finished - at)) / 10;
  return { step: step.id, authority, readyAt, finishedAt: finished, clocks, late };
};

const waiting = (step: string, waitsFor: string, at: number): Happening => ({
  at,
  type: "step-waiting",
  data: { step, waitsFor },
});

const broken = (step: string, at: number): Happening => ({
  at,
  type: "promise-broken",
  data: { step, waitsFor: "officer" },
});

const settling = ({ step, authority, finishedAt, clocks, late }: PlantedStep, isRefused: boolean): Happening => ({
  at: finishedAt,
  type: isRefused ? "step-refused" : "step-completed",
  data: {
    step,
    attempts: authority === "" ? 0 : 1,
    clocks,
    ...(authority !== "" && { authority }),
    ...(late > 0 && { late }),
  },
});

/** What a closing case tells of itself. */
const closingOf = (outcome: string, steps: readonly PlantedStep[], openedAt: number, closedAt: number) => {
  const times = caseTimes(
    steps.map(({ readyAt, clocks, late }) => ({ readyAt: toInstant(readyAt), clocks, late })),
    toInstant(openedAt),
    toInstant(closedAt),
  );
  if (outcome !== "completed") return { milliseconds: times.milliseconds };
  return { ...times, withOfficer: times.clocks.queue + times.clocks.hands > 0 };
};

/** Events within this time of one another go into one write, as the engine's bursts do. */
const burst = 400;

const writesOf = ({ id, office, definition, arrival }: CasePlan, happenings: Happening[]): ChangedCase[] => {
  const writes: ChangedCase[] = [];
  const sorted = happenings.sort((one, other) => one.at - other.at);
  for (let next = 0; next < sorted.length; ) {
    const until = (sorted[next]?.at ?? 0) + burst;
    const events: ChangedCase["events"] = [];
    for (let each = sorted[next]; each && each.at <= until; next += 1, each = sorted[next]) {
      events.push({ type: each.type, at: toInstant(each.at), data: { ...each.data } });
    }
    const version = writes.length + 1;
    writes.push({ id, version, packageId: definition.id, channel: arrival.channel, office, events });
  }
  return writes;
};

/** Every step after those that it builds on. */
const inOrder = (definition: Package, predecessors: ReadonlyMap<string, readonly string[]>): readonly Step[] => {
  const ordered = new Set<Step>();
  const visit = (id: string): void => {
    const step = definition.steps.find((each) => each.id === id);
    if (!step || ordered.has(step)) return;
    for (const before of predecessors.get(id) ?? []) visit(before);
    ordered.add(step);
  };
  for (const { id } of definition.steps) visit(id);
  return [...ordered];
};

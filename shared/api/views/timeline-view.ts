import type { Case, Clocks } from "../../cases/case.ts";
import { packageOf } from "../../cases/engine.ts";
import { elapsed } from "../../kernel/instant.ts";
import type { Package } from "../../packages/package.ts";
import { savingsOf } from "../../packages/savings.ts";
import type { TimelineView } from "../resources/case.ts";
import { appliesIn } from "./case-view.ts";
import { named } from "./names.ts";
import { viewDocument } from "./step-view.ts";

/** When each step began and ended, whose time it was, and what came of it; in the order in which they began. */
export const viewTimeline = (packages: readonly Package[], current: Case): TimelineView => {
  const definition = packageOf(packages, current);
  const steps = definition.steps.flatMap((step) => {
    const state = current.steps[step.id];
    if (!state) return [];
    return [
      {
        id: step.id,
        kind: step.kind,
        name: step.name,
        status: state.status === "again" ? "pending" : state.status,
        readyAt: state.readyAt,
        ...(state.finishedAt && { finishedAt: state.finishedAt }),
        clocks: state.clocks,
        attempts: state.attempts,
        ...(step.performs && { authority: named(definition, step.performs.authority) }),
        ...(state.reference !== undefined && { reference: state.reference }),
        ...(state.document && { document: viewDocument(step, state.document) }),
      },
    ];
  });
  steps.sort((one, other) => (one.readyAt < other.readyAt ? -1 : one.readyAt > other.readyAt ? 1 : 0));
  return {
    caseId: current.id,
    version: current.version,
    status: current.status,
    openedAt: current.openedAt,
    ...(current.closedAt && {
      closedAt: current.closedAt,
      elapsedMilliseconds: elapsed(current.openedAt, current.closedAt),
    }),
    steps,
    clocks: sumOf(steps.map(({ clocks }) => clocks)),
    papers: savingsOf(definition, (step) => appliesIn(steps, step)),
  };
};

const sumOf = (all: readonly Clocks[]): Clocks =>
  all.reduce(
    (sum, clocks) => ({
      active: sum.active + clocks.active,
      away: sum.away + clocks.away,
      machine: sum.machine + clocks.machine,
      authority: sum.authority + clocks.authority,
      ...officersShare(sum, clocks),
    }),
    { active: 0, away: 0, machine: 0, authority: 0 },
  );

const officersShare = (sum: Clocks, { queue, hands }: Clocks): Pick<Clocks, "queue" | "hands"> =>
  queue === undefined && hands === undefined
    ? {}
    : { queue: (sum.queue ?? 0) + (queue ?? 0), hands: (sum.hands ?? 0) + (hands ?? 0) };

import type { Login } from "../../../infra/local/sandbox/population/people.ts";
import type { Case } from "../../../shared/cases/case.ts";
import { planOfCase } from "../../../shared/cases/values.ts";
import { newTaxpayer } from "../../../shared/packages/new-taxpayer/package.ts";
import type { Town } from "./newcomer-town.ts";

/**
 * Where the fifteen tasks stand, one letter each in their order:
 * `A` done by the system; `O`, `T`, `B` waits for an officer, the taxpayer, the bank (`o`, `t`, `b`: for a task that
 * does); `R` refused by the law or the authority, `X` behind a refused task; `-` does not apply.
 */
export const standingsOf = (current: Case): string => {
  const plan = planOfCase(newTaxpayer, current);
  const kindOf = new Map(newTaxpayer.steps.map(({ id, kind }) => [id, kind]));

  const letterOf = (id: string): string => {
    const state = current.steps[id];
    const standing = plan.get(id);
    if (state?.status === "done") return "A";
    if (state?.status === "not-applicable" || standing?.kind === "not-applicable") return "-";
    if (state?.status === "refused") return "R";
    if (state?.status === "blocked") return isTask(state.blockedBy) ? "X" : "R";
    if (standing?.kind === "blocked") return isTask(standing.by) ? "X" : "R";
    if (state?.status === "waiting") return { officer: "O", applicant: "T", bank: "B" }[state.waitsFor ?? ""] ?? "?";
    if (standing?.kind !== "pending") return `?${state?.status ?? standing?.kind}`;
    // A record that is missing is the task's own wait; a task that is waited for has its own letter.
    const letters = standing.on.map((before) => (isTask(before) ? letterOf(before).toLowerCase() : letterOf(before)));
    return letters.find((letter) => letter !== "a") ?? "?";
  };
  const isTask = (id: string | undefined) => id !== undefined && kindOf.get(id) === "task";
  return newTaxpayer.steps
    .filter(({ kind }) => kind === "task")
    .map(({ id }) => letterOf(id))
    .join(" ");
};

/** Lets everybody who is waited for do their part, one after the other, until nobody is. */
export const finish = async (town: Town, opened: Case, applicant: Login): Promise<Case> => {
  let current = opened;
  for (let turn = 0; turn < 40; turn += 1) {
    const waiting = Object.entries(current.steps).find(([, state]) => state.status === "waiting");
    if (!waiting) return current;
    const [step, { waitsFor }] = waiting;
    if (waitsFor === "officer") {
      await town.decide(current, step, { approved: true, values: { monthlyQuota: "20000.00", ratePercent: "3" } });
    } else if (waitsFor === "bank") {
      await town.answerLate(current, step);
    } else {
      await town.provide(current, step);
      await town.answer(current, step, applicant);
    }
    current = await town.read(current);
  }
  throw new Error("still waiting after forty turns");
};

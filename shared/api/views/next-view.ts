import { refusedBehind } from "../../actions/answer-step.ts";
import { rolesIn } from "../../actions/read-case.ts";
import { questionNow } from "../../cases/asked.ts";
import type { Case } from "../../cases/case.ts";
import type { Text } from "../../kernel/text.ts";
import type { FactReader, Package, Step } from "../../packages/package.ts";
import type { Standing } from "../../packages/plan.ts";
import type { Caller } from "../../people/caller.ts";
import type { NextView } from "../resources/decision.ts";
import { awaitedPeople } from "./awaited-people.ts";
import { named } from "./names.ts";
import { stepInWords } from "./step-words.ts";

interface Seen {
  readonly plan: ReadonlyMap<string, Standing>;
  /** The steps that wait for an answer of the reader. */
  readonly asking: readonly Step[];
  readonly reader: FactReader;
}

/**
 * What happens next, in words: who has the case now, what they need, until when, and what goes on behind it. Derived
 * from the plan. The reader's own part comes first, then what is promised soonest.
 */
export const viewNext = (definition: Package, current: Case, caller: Caller, seen: Seen): NextView[] => {
  if (current.status === "refused") return corrections(definition, current, caller);
  if (current.status !== "open") return [];
  const next = definition.steps.flatMap((step): NextView[] => {
    const state = current.steps[step.id];
    if ((state?.status !== "waiting" && state?.status !== "retrying") || state.waitsFor === undefined) return [];
    const isReader = seen.asking.some(({ id }) => id === step.id);
    const asked = isReader ? questionNow(step, current) : undefined;
    const fields = (asked?.fields ?? []).filter((field) => !asked?.optional?.includes(field));
    const people = awaitedPeople(current, step, seen.reader);
    const until = state.status === "retrying" ? state.nextAt : state.promisedBy;
    return [
      {
        stepId: step.id,
        name: step.name,
        who: named(definition, isReader && asked ? asked.role : (people?.roles[0] ?? state.waitsFor)),
        isReader,
        words: isReader
          ? yourTurn(step, fields.length > 0)
          : (people?.words ?? stepInWords(definition, state, standing(seen, step))),
        needs: labels(definition, fields),
        ...(until && { until }),
        behind: behind(definition, seen.plan, step.id),
      },
    ];
  });
  return next.sort(
    (one, other) =>
      Number(other.isReader) - Number(one.isReader) || (one.until ?? "9999").localeCompare(other.until ?? "9999"),
  );
};

/** A refused case can be taken up again by correcting the answer that the refusal builds on. */
const corrections = (definition: Package, current: Case, caller: Caller): NextView[] =>
  definition.steps.flatMap((step): NextView[] => {
    const role = step.asks?.role;
    const isTheirs = role !== undefined && role !== "officer" && rolesIn(current, caller).includes(role);
    if (!isTheirs || current.steps[step.id]?.status !== "done") return [];
    const again = refusedBehind(definition, current, step.id).map(({ step: id }) => ({
      id,
      name: nameOfStep(definition, id),
    }));
    if (again.length === 0) return [];
    return [
      {
        stepId: step.id,
        name: step.name,
        who: named(definition, role),
        isReader: true,
        words: {
          zh: `可更正「${step.name.zh}」后重新办理未予办理的事项`,
          en: `You may correct "${step.name.en}"; what was refused is then tried again`,
        },
        needs: [],
        behind: again,
      },
    ];
  });

const yourTurn = ({ name }: Step, isFilledIn: boolean): Text =>
  isFilledIn
    ? { zh: `请您填写:${name.zh}`, en: `Your turn, please fill in: ${name.en}` }
    : { zh: `请您确认:${name.zh}`, en: `Your turn, please confirm: ${name.en}` };

const labels = ({ facts }: Package, fields: readonly string[]): Text[] =>
  fields.flatMap((field) => facts[field]?.label ?? []);

/** What has no other step to wait for goes on at once; the rest is told when its turn comes. */
const behind = (definition: Package, plan: Seen["plan"], stepId: string) =>
  definition.steps.flatMap(({ id, name }) => {
    const standing = plan.get(id);
    return standing?.kind === "pending" && standing.on.includes(stepId) ? [{ id, name }] : [];
  });

const standing = ({ plan }: Seen, { id }: Step): Standing => plan.get(id) ?? { kind: "under-way" };

const nameOfStep = ({ steps }: Package, id: string): Text =>
  steps.find((step) => step.id === id)?.name ?? { zh: id, en: id };

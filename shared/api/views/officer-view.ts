import * as z from "zod";
import type { Case, Objection, StepState } from "../../cases/case.ts";
import { objectionsBefore } from "../../cases/objections.ts";
import type { Text } from "../../kernel/text.ts";
import { awaitedFacts } from "../../packages/define-package.ts";
import type { FactReader, Package, Step } from "../../packages/package.ts";
import type { Caller } from "../../people/caller.ts";
import type { CaseView } from "../resources/case.ts";
import type { claims } from "../resources/common.ts";
import { viewComparison } from "./comparison-view.ts";
import { viewFact } from "./fact-view.ts";
import { mask } from "./mask.ts";
import { named } from "./names.ts";

type ForOfficer = NonNullable<CaseView["questions"][number]["forOfficer"]>;

/** What an officer decides a step by: why it came, the facts that it goes by, and records of one thing side by side. */
export const viewForOfficer = (
  definition: Package,
  current: Case,
  step: Step,
  caller: Caller,
  reader: FactReader,
): ForOfficer => {
  const state = current.steps[step.id];
  const objections = objectionsBefore(current, step.id);
  const names = new Set([...awaitedFacts(step), ...(step.asks?.shows ?? [])]);
  return {
    ...(state?.because && { because: objections.length > 0 ? objectionsInWords(objections) : state.because }),
    ...(objections.length > 0 && {
      objections: objections.map(({ statement, at, facts }) => ({
        who: mask(statement.name) as string,
        reason: statement.reason,
        at,
        records: facts.map((id) => definition.facts[id]?.label ?? { zh: id, en: id }),
      })),
    }),
    claim: state ? claimOf(state, caller) : "free",
    ...(state?.takenFrom && { takenFrom: { at: state.takenFrom.at, reason: state.takenFrom.reason } }),
    grounds: [...names].flatMap((id) => {
      const fact = current.facts[id];
      return fact ? [viewFact(definition, id, fact, reader)] : [];
    }),
    compared: (step.compares ?? []).flatMap((comparison) => viewComparison(definition, current, comparison, reader)),
    ...(step.establishes && { establishes: z.toJSONSchema(step.establishes, { unrepresentable: "any" }) }),
    sendBackTo: answersGiven(definition, current),
  };
};

/** For officers alone: the case's people read no more than that one examines the record. */
const objectionsInWords = (objections: readonly Objection[]): Text => {
  const said = objections.map(({ statement: { name, reason } }) => `${mask(name)}:${reason}`);
  return {
    zh: `记录中提到的非当事人提出异议(${said.join(";")})。通过:重新查询后使用该记录;不予通过:不使用该记录。您写的理由会给提出异议的人看,不予通过的理由当事人也会看到,请勿写明是谁提出的。`,
    en: `Somebody whom the record names, and who is no party, objects to its use (${said.join("; ")}). Approved, it is looked up anew and used; refused, it is not used. Whoever objected reads your reason, and of a refusal the parties, too: do not say in it who objected.`,
  };
};

/** Whose hands a step is in, as one officer sees it. */
export const claimOf = ({ claimedBy }: StepState, caller: Caller): (typeof claims)[number] => {
  if (claimedBy === undefined) return "free";
  return claimedBy === caller.key ? "reader" : "colleague";
};

/** The answers of people that are there to be corrected. */
const answersGiven = (definition: Package, { facts, steps }: Case): ForOfficer["sendBackTo"] =>
  definition.steps.flatMap(({ id, name, asks }) => {
    if (!asks || asks.role === "officer" || steps[id]?.status !== "done") return [];
    const fields = asks.fields.flatMap((fact) =>
      facts[fact] ? [{ id: fact, name: definition.facts[fact]?.label ?? { zh: fact, en: fact } }] : [],
    );
    return fields.length > 0 ? [{ id, name, role: named(definition, asks.role), fields }] : [];
  });

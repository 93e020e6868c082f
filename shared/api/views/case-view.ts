import { hasScope, mayDoUnderMandate } from "../../actions/act-for.ts";
import { scopesToAnswer } from "../../actions/answer-step.ts";
import { ratingOf } from "../../actions/rate-case.ts";
import { mandatesOf, maySee, rolesIn } from "../../actions/read-case.ts";
import { isRequestable, requestOf } from "../../actions/request-step.ts";
import { isAskedOf, questionNow } from "../../cases/asked.ts";
import type { Case } from "../../cases/case.ts";
import { packageOf } from "../../cases/engine.ts";
import { isInHand } from "../../cases/overtaken.ts";
import { planOfCase, valuesOf } from "../../cases/values.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Text } from "../../kernel/text.ts";
import { answersJsonSchema } from "../../packages/form.ts";
import type { FactReader, Package, Step } from "../../packages/package.ts";
import type { Standing } from "../../packages/plan.ts";
import { savingsOf } from "../../packages/savings.ts";
import type { Caller } from "../../people/caller.ts";
import type { CaseSummary, CaseView } from "../resources/case.ts";
import { awaitedPeople } from "./awaited-people.ts";
import { viewDecisions } from "./decision-view.ts";
import { viewFact, visibleFacts } from "./fact-view.ts";
import { named } from "./names.ts";
import { viewNext } from "./next-view.ts";
import { viewForOfficer } from "./officer-view.ts";
import { viewStep } from "./step-view.ts";
import { viewWithdrawal } from "./withdrawal-view.ts";

/**
 * A case as its reader may see it: steps and whom they wait for are common to all its people; questions and facts are
 * the reader's own. A function of the case and the reader alone, so that a version has one view.
 */
export const viewCase = (packages: readonly Package[], current: Case, caller: Caller): CaseView => {
  const definition = packageOf(packages, current);
  const plan = planOfCase(definition, current);
  const reader = readerOf(current, caller);
  const steps = definition.steps.map((step) => viewStep(definition, current, step, standingOf(plan, step), reader));
  const mayRequest = requestable(definition, current, caller);
  return {
    ...common(definition, current, caller),
    channel: current.channel,
    waitsFor: waitsFor(definition, current, reader),
    ...satisfactionOf(current, caller),
    questions: questionsFor(definition, current, caller),
    mayRequest,
    ...viewWithdrawal(definition, current, caller, mayRequest),
    next: viewNext(definition, current, caller, { plan, asking: stepsAsking(definition, current, caller), reader }),
    decisions: viewDecisions(definition, current, rolesIn(current, caller).includes("officer")),
    facts: visibleFacts(definition, current, reader, current.openedBy === caller.key),
    steps,
    papers: savingsOf(definition, (step) => appliesIn(steps, step)),
  };
};

/** Its people are asked once it is over; officers never, nor whoever acts for another. */
const satisfactionOf = (current: Case, caller: Caller): Pick<CaseView, "satisfaction"> => {
  const isIts = current.openedBy === caller.key || current.parties.some(({ person }) => person === caller.key);
  if (!isIts || current.status === "open" || !mayDoUnderMandate(caller, "rateCase")) return {};
  const score = ratingOf(current, caller)?.score;
  return { satisfaction: score === undefined ? { isAsked: true } : { isAsked: false, score } };
};

/** A case in a list. */
export const summarizeCase = (packages: readonly Package[], current: Case, caller: Caller): CaseSummary => {
  const definition = packageOf(packages, current);
  return {
    ...common(definition, current, caller),
    asksReader: maySee(current, caller) && stepsAsking(definition, current, caller).length > 0,
  };
};

/** That somebody finds a case because they may act in it. */
export const viewMandate = (current: Case, caller: Caller, now: Instant): Pick<CaseSummary, "mayActUntil"> => {
  const mayActUntil = mandatesOf(current, caller, now)
    .map(({ until }) => until)
    .sort()
    .at(-1);
  return mayActUntil === undefined ? {} : { mayActUntil };
};

const common = (definition: Package, current: Case, caller: Caller) => ({
  id: current.id,
  version: current.version,
  package: { id: definition.id, version: definition.version, name: definition.name },
  status: current.status,
  words: caseInWords(definition, current, readerOf(current, caller)),
  openedAt: current.openedAt,
  ...(current.closedAt && { closedAt: current.closedAt }),
  roles: rolesIn(current, caller).map((role) => named(definition, role)),
});

const standingOf = (plan: ReadonlyMap<string, Standing>, step: Step): Standing => {
  const standing = plan.get(step.id);
  if (!standing) throw new Error(`the plan leaves ${step.id} out`);
  return standing;
};

/** A step counts unless it is known not to apply. */
export const appliesIn = (steps: readonly { readonly id: string; readonly status: string }[], { id }: Step): boolean =>
  steps.find((step) => step.id === id)?.status !== "not-applicable";

/** Whom the case waits for: people, officers, banks and silent authorities, each with the steps in question. */
const waitsFor = (definition: Package, current: Case, reader: FactReader) => {
  const waiting = new Map<string, string[]>();
  if (current.status !== "open") return [];
  for (const step of definition.steps) {
    const { id } = step;
    const state = current.steps[id];
    if (state?.waitsFor === undefined || (state.status !== "waiting" && state.status !== "retrying")) continue;
    for (const who of awaitedPeople(current, step, reader)?.roles ?? [state.waitsFor]) {
      waiting.set(who, [...(waiting.get(who) ?? []), id]);
    }
  }
  return [...waiting].map(([who, steps]) => ({ ...named(definition, who), steps }));
};

const caseInWords = (definition: Package, current: Case, reader: FactReader): Text => {
  switch (current.status) {
    case "completed":
      return { zh: "已办结", en: "completed" };
    case "refused":
      return { zh: "部分事项不予办理,办件已结束", en: "closed: something in it was refused" };
    case "withdrawn":
      return { zh: "已撤回", en: "withdrawn" };
    case "open": {
      const names = waitsFor(definition, current, reader).map(({ name }) => name);
      if (names.length === 0) return { zh: "正在办理", en: "under way" };
      return {
        zh: `正在办理,等待${names.map(({ zh }) => zh).join("、")}`,
        en: `under way, waiting for ${names.map(({ en }) => en).join(", ")}`,
      };
    }
  }
};

/** The steps that wait for an answer of this very person. */
const stepsAsking = (definition: Package, current: Case, caller: Caller): readonly Step[] => {
  if (current.status !== "open") return [];
  const roles = rolesIn(current, caller);
  const values = valuesOf(current);
  return definition.steps.filter((step) => {
    const state = current.steps[step.id];
    const asked = questionNow(step, current);
    const isStatable = state?.status === "retrying" && asked !== undefined;
    const role = isStatable ? asked.role : state?.waitsFor;
    if ((state?.status !== "waiting" && !isStatable) || role === undefined || !roles.includes(role)) return false;
    // Sent back: the earlier answer is what is asked for.
    if (state?.sentBack) return false;
    if (step.asks?.signs && !isInHand(step, values)) return false;
    const party = current.parties.find((each) => each.person === caller.key && each.role === role);
    if (asked && role !== "officer" && !isAskedOf(asked, party, values)) return false;
    return !(asked?.each && state?.answeredBy?.includes(caller.key));
  });
};

const questionsFor = (definition: Package, current: Case, caller: Caller) =>
  stepsAsking(definition, current, caller).map((step) => {
    const state = current.steps[step.id];
    const asks = state?.status === "retrying" ? step.instead : step.asks;
    const reader = readerOf(current, caller);
    return {
      stepId: step.id,
      name: step.name,
      role: named(definition, state?.status === "retrying" ? (asks?.role ?? "") : (state?.waitsFor ?? "")),
      ...(asks?.statement && { statement: asks.statement }),
      mayAnswer: scopesToAnswer(questionNow(step, current)).every((scope) => hasScope(caller, scope)),
      // A step that waits for a person without asking anything takes an empty answer: what it waited for is done.
      schema: answersJsonSchema(definition, asks && !state?.decision ? { asks } : {}),
      prefilled: (asks?.shows ?? []).flatMap((id) => {
        const fact = current.facts[id];
        return fact ? [viewFact(definition, id, fact, reader)] : [];
      }),
      ...(state?.promisedBy && { promisedBy: state.promisedBy }),
      ...draftOf(current, step.id, caller),
      ...(state?.marked && { marked: { fields: [...state.marked.fields], reason: state.marked.reason } }),
      ...(state?.waitsFor === "officer" && { forOfficer: viewForOfficer(definition, current, step, caller, reader) }),
    };
  });

const draftOf = ({ drafts }: Case, stepId: string, caller: Caller) => {
  const draft = drafts?.find(({ step, person }) => step === stepId && person === caller.key);
  return draft && { draft: { answers: { ...draft.answers }, at: draft.at } };
};

/** What the reader may ask for as the case stands. */
const requestable = (definition: Package, current: Case, caller: Caller): CaseView["mayRequest"] => {
  if (!mayDoUnderMandate(caller, "requestStep")) return [];
  return definition.steps.flatMap((step) => {
    const statement = isRequestable(step, current) ? requestOf(step, rolesIn(current, caller)) : undefined;
    return statement ? [{ id: step.id, name: step.name, statement }] : [];
  });
};

const readerOf = (current: Case, caller: Caller): FactReader => ({
  roles: rolesIn(current, caller),
  parties: current.parties.flatMap(({ person, parties = [] }) => (person === caller.key ? parties : [])),
});

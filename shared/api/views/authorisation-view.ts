import { rolesIn } from "../../actions/read-case.ts";
import { authorisationEnded, canBeTakenBack } from "../../cases/authorisation-ended.ts";
import {
  authorisationDays,
  authorisationsIn,
  authorisingSteps,
  isLive,
  lookUpsUnder,
  opening,
} from "../../cases/authorisations.ts";
import { stepsInEffect } from "../../cases/begin-anew.ts";
import type { Case, Consent } from "../../cases/case.ts";
import { packageOf } from "../../cases/engine.ts";
import { after, type Instant } from "../../kernel/instant.ts";
import type { Text } from "../../kernel/text.ts";
import type { Package, Step } from "../../packages/package.ts";
import type { Caller } from "../../people/caller.ts";
import type { AuthorisationList, AuthorisationView } from "../resources/authorisation.ts";
import { named } from "./names.ts";

/** What the reader has authorised in a case, or is asked to, with what a withdrawal would mean now. */
export const viewAuthorisations = (
  packages: readonly Package[],
  current: Case,
  caller: Caller,
  now: Instant,
): AuthorisationList => {
  const definition = packageOf(packages, current);
  const roles = rolesIn(current, caller);
  const own = [opening, ...authorisingSteps(definition)].filter((under) => {
    if (under === opening) return current.openedBy === caller.key;
    return roles.includes(definition.steps.find(({ id }) => id === under)?.asks?.role ?? "");
  });
  return {
    caseId: current.id,
    version: current.version,
    authorisations: own.map((under) => viewAuthorisation(definition, current, caller, under, now)),
    byLaw: definition.steps.flatMap((step) =>
      (step.looksUp ?? []).flatMap((lookUp) =>
        "byLaw" in lookUp ? [{ ...itemOf(definition, step), law: lookUp.byLaw }] : [],
      ),
    ),
  };
};

const viewAuthorisation = (
  definition: Package,
  current: Case,
  caller: Caller,
  under: string,
  now: Instant,
): AuthorisationView => {
  const step = definition.steps.find(({ id }) => id === under);
  const given = authorisationsIn(definition, current).filter(
    (each) => each.person === caller.key && (each.step ?? opening) === under,
  );
  const last = given.at(-1);
  return {
    schemaVersion: "ISO/IEC TS 27560:2023",
    stepId: under,
    name: step?.name ?? openingName,
    state: stateOf(last, now),
    ...(step?.asks?.statement && { statement: step.asks.statement }),
    purpose: { zh: `仅为办理「${definition.name.zh}」`, en: `only for: ${definition.name.en}` },
    legalBasis: consentLaw,
    controller: named({ roles: {} }, "core-tax"),
    items: lookUpsUnder(definition, under).map((each) => itemOf(definition, each)),
    history: given.map((each, index) => ({
      version: index + 1,
      givenAt: each.at,
      ...(each.channel && { channel: each.channel }),
      ...(each.step !== undefined && { until: after(each.at, authorisationDays * 86_400_000) }),
      ...(each.withdrawnAt && { withdrawnAt: each.withdrawnAt }),
    })),
    withdrawalMeans: meaningOf(definition, current, under, now),
  };
};

const stateOf = (last: Consent | undefined, now: Instant): AuthorisationView["state"] => {
  if (last === undefined) return "not-given";
  if (last.withdrawnAt !== undefined) return "withdrawn";
  return isLive(last, now) ? "given" : "expired";
};

/** One look-up: who is asked for what, and about whom. */
const itemOf = (definition: Package, { performs, gives, looksUp = [] }: Step) => {
  if (!performs) throw new Error("a look-up that asks nobody");
  const about = looksUp.flatMap((lookUp) => ("about" in lookUp && lookUp.about !== undefined ? [lookUp.about] : []));
  return {
    authority: named(definition, performs.authority),
    record: performs.label,
    items: gives.map((fact) => definition.facts[fact]?.label ?? { zh: fact, en: fact }),
    about: about.map((fact) => definition.facts[fact]?.label ?? { zh: fact, en: fact }),
  };
};

const meaningOf = (definition: Package, current: Case, under: string, now: Instant): Text => {
  if (current.status !== "open") return nothingLeft;
  if (under === opening) return stepsInEffect(definition, current).length > 0 ? noFurther : caseEnds;
  const ended = authorisationEnded(definition, { under, persons: [], why: "withdrawn" }, now);
  return canBeTakenBack(current, ended) ? askedAgain : noFurther;
};

const openingName: Text = { zh: "申请时同意共享数据", en: "The consent given with the application" };

const consentLaw: Text = {
  zh: "个人信息保护法第十三条第一款第(一)项:取得个人的同意",
  en: "Personal Information Protection Law, article 13(1)(1): the individual's consent",
};

const nothingLeft: Text = {
  zh: "办件已结束,不再查询;已完成的申报依法保存。",
  en: "The case is closed and nothing more is looked up; what was declared is kept by law.",
};

const caseEnds: Text = {
  zh: "撤回后不再查询,办件随之撤回;以后可以重新申请,或到办税服务厅凭材料办理。",
  en: "Nothing more is looked up and the case is withdrawn with it. You can apply again, or come to the counter with papers.",
};

const askedAgain: Text = {
  zh: "撤回后立即停止查询,据此取得的信息从办件中删除,办件停下等待您重新授权;也可到办税服务厅凭材料办理。",
  en: "Nothing more is looked up, what was found under it is erased from the case, and the case waits until you authorise again. You can also come to the counter with papers.",
};

const noFurther: Text = {
  zh: "撤回后不再查询;已经申报、办结的部分依法有效,不受影响。需要查询才能办的事项不再办理。",
  en: "Nothing more is looked up. What has been declared or done stays valid by law; what would need a look-up is not done.",
};

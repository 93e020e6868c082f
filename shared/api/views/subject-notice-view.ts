import type { Case, Objection } from "../../cases/case.ts";
import { packageOf } from "../../cases/engine.ts";
import { canBeHeard, isObjectedTo, objectionTo, recordsNaming } from "../../cases/objections.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Text } from "../../kernel/text.ts";
import type { Package } from "../../packages/package.ts";
import type { Caller } from "../../people/caller.ts";
import type { KeyedHash } from "../../people/keyed-hash.ts";
import type { SubjectNotice } from "../resources/subject-notice.ts";
import { named } from "./names.ts";

/** A case as somebody sees it whom only its records name: which, by their labels, and their own objections. */
export const viewSubjectNotice = (
  packages: readonly Package[],
  hash: KeyedHash,
  current: Case,
  caller: Caller,
  now: Instant,
): SubjectNotice => {
  const definition = packageOf(packages, current);
  const { key: person } = caller;
  const naming = recordsNaming(hash, current, person);
  const statement = { ...caller.person, reason: "" };
  const objection = objectionTo(hash, definition, current, { person, statement, at: now });
  return {
    caseId: current.id,
    matter: definition.name,
    controller: named(definition, "core-tax"),
    purpose: { zh: `仅为办理「${definition.name.zh}」`, en: `only for: ${definition.name.en}` },
    legalBasis,
    records: definition.steps.flatMap(({ id, performs }) => {
      const facts = naming.get(id);
      if (!performs || !facts) return [];
      const items = facts.map((fact) => definition.facts[fact]?.label ?? { zh: fact, en: fact });
      const isHeldBack = isObjectedTo(current, id);
      return [{ id, authority: named(definition, performs.authority), record: performs.label, items, isHeldBack }];
    }),
    mayObject: objection !== undefined && canBeHeard(current, objection),
    objectionMeans,
    objections: (current.objections ?? [])
      .filter((each) => each.person === person)
      .map((each) => viewOwn(current, each)),
  };
};

const viewOwn = (
  { status }: Case,
  { at, statement, steps, answers }: Objection,
): SubjectNotice["objections"][number] => {
  const isAnswered = steps.every((step) => answers.some((answer) => answer.step === step));
  const outcome = answers.every(({ isUsed }) => isUsed) ? "used" : "not-used";
  const state = isAnswered ? outcome : status === "open" ? "examined" : "over";
  return {
    at,
    reason: statement.reason,
    state,
    words: inWords[state],
    answers: answers.map((answer) => ({ at: answer.at, reason: answer.reason })),
  };
};

const inWords: Readonly<Record<SubjectNotice["objections"][number]["state"], Text>> = {
  examined: {
    zh: "税务人员正在核实,核实前不使用提到您的记录。",
    en: "An officer is examining it; until then the records that name you are not used.",
  },
  used: {
    zh: "经核实,该记录依法使用,理由见答复。不服的,可以依法申请行政复议或者提起诉讼。",
    en: "It was examined, and the record is used by law, for the reason given. Against that you may ask for a review or go to court, as the law allows.",
  },
  "not-used": {
    zh: "您的异议成立,该记录不再用于本办件。",
    en: "Your objection was right: the record is no longer used in this case.",
  },
  over: {
    zh: "办件已结束,该记录不再使用。",
    en: "The case is over, and the record is not used any more.",
  },
};

const legalBasis: Text = {
  zh: "个人信息保护法第十三条第一款第(三)项、第三十四条:税务机关为履行法定职责使用该记录;当事人已授权查询其本人的登记,记录中提到了您。您本人的信息未被查询,除非上面写明。",
  en: "Personal Information Protection Law, articles 13(1)(3) and 34: the tax office uses the record for its duty by law. The party authorised the look-up of their own record, which names you. Nothing else about you is looked up than what stands above.",
};

const objectionMeans: Text = {
  zh: "您可以说明理由提出异议(个人信息保护法第四十四条、第五十条)。提出后,该记录在税务人员核实前不再使用,两日内答复您;当事人只会看到税务人员正在核实,不会看到是谁提出、为什么。每项记录可以提出一次;已经据以申报的,申报依法有效。",
  en: "You may object and say why (articles 44 and 50). From then on the record is not used until an officer has examined it, who answers within two days. The parties see that an officer examines it, and neither who objected nor why. One objection to each record; what has been declared on it stands by law.",
};

import type { Case } from "../../cases/case.ts";
import { calendarDate } from "../../kernel/day.ts";
import type { Citation, Package, Step } from "../../packages/package.ts";
import type { PlannedCertificate } from "./planned.ts";
import { wordsOf } from "./result-words.ts";
import { shortHash } from "./short-hash.ts";

/** The packages whose tasks end in documents of the tax office itself. */
const packagesWithResults: ReadonlySet<string> = new Set(["new-taxpayer"]);

/** What a task's document tells beside what the task itself brought about: the decision that it carries out. */
const decidedBefore: Readonly<Record<string, readonly string[]>> = {
  "tax-type-determination": ["taxTypes"],
  "accounting-system-filing": ["accountingSystem"],
  "general-taxpayer-registration": ["generalStatusFrom"],
  "simplified-method-filing": ["simplifiedElection"],
  "withholding-agent-registration": ["wagesSince"],
  "invoice-type-approval": ["invoiceLines"],
};

/** The result documents of the tasks that are done, each under the number that its issuer gave it. */
export const resultDocumentsOf = (definition: Package, current: Case): readonly PlannedCertificate[] => {
  if (!packagesWithResults.has(definition.id)) return [];
  const [holder, creditCode] = [current.facts.taxpayerName?.value, current.facts.creditCode?.value];
  if (typeof holder !== "string" || typeof creditCode !== "string") return [];
  return definition.steps.flatMap((step): PlannedCertificate[] => {
    const state = current.steps[step.id];
    if (step.kind !== "task" || !step.resultDocument || state?.status !== "done" || !state.document) return [];
    const { number, issuedOn } = state.document;
    const results = [...(decidedBefore[step.id] ?? []), ...step.gives].flatMap((name) => {
      const words = wordsOf(name, current.facts[name]?.value);
      return words === undefined ? [] : [[definition.facts[name]?.label.zh ?? name, words] as const];
    });
    const certified = { step: step.id, number, issuedOn, holder, creditCode, results };
    return [
      {
        id: `${step.id}-${shortHash(certified)}`,
        stepId: step.id,
        holder,
        creditCode,
        content: {
          kind: "result",
          title: step.resultDocument.zh,
          number,
          issuedOn: calendarDate(issuedOn),
          fields: [
            ["纳税人名称", holder],
            ["统一社会信用代码", creditCode],
            ["办理事项", step.name.zh],
            ...results,
            ...basisOf(step),
          ],
          lines: [],
        },
      },
    ];
  });
};

const basisOf = ({ basis = [] }: Step): readonly (readonly [string, string])[] =>
  basis.length === 0 ? [] : [["依据", basis.map(cited).join(";")]];

/** An official paper does not pass off as read what nobody has read. */
const cited = ({ act, article = "", status }: Citation): string =>
  `${act}${article}${status === "unverified" ? "〔未核实〕" : ""}`;

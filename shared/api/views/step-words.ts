import type { StepState } from "../../cases/case.ts";
import type { Text } from "../../kernel/text.ts";
import type { Package } from "../../packages/package.ts";
import type { Standing } from "../../packages/plan.ts";
import { momentInWords } from "./moment.ts";
import { nameOf } from "./names.ts";

/** Where a step stands, as a person would be told: what happens, whom it waits for, until when, and why. */
export const stepInWords = (definition: Package, state: StepState | undefined, standing: Standing): Text =>
  state && state.status !== "again"
    ? stateInWords(definition, state)
    : and(standingInWords(definition, standing), state?.because);

const standingInWords = (definition: Package, standing: Standing): Text => {
  switch (standing.kind) {
    case "pending": {
      const names = standing.on.map((id) => stepName(definition, id));
      return {
        zh: `等待前序事项:${names.map(({ zh }) => zh).join("、")}`,
        en: `after: ${names.map(({ en }) => en).join(", ")}`,
      };
    }
    case "not-applicable":
      return { zh: "不适用", en: "does not apply" };
    case "blocked":
      return blockedBy(definition, standing.by);
    default:
      return { zh: "即将办理", en: "about to begin" };
  }
};

const stateInWords = (definition: Package, state: StepState): Text => {
  const { waitsFor, because } = state;
  switch (state.status) {
    case "started":
      return { zh: "正在办理", en: "under way" };
    case "answered":
      return { zh: "已收到答复,正在办理", en: "answered, under way" };
    case "waiting":
      return and(waitingInWords(definition, state), because);
    case "retrying": {
      const who = waitsFor === undefined ? undefined : nameOf(definition, waitsFor);
      const again = state.nextAt && momentInWords(state.nextAt, state.since);
      return {
        zh: `等待${who?.zh ?? "系统"}答复${again ? `,将于 ${again.zh} 再次查询` : ""}`,
        en: `waiting for ${who?.en ?? "our own system"}${again ? `, asked again at ${again.en}` : ""}`,
      };
    }
    case "done":
      return and({ zh: "已办结", en: "done" }, because);
    case "refused":
      return and({ zh: "不予办理", en: "refused" }, because);
    case "again":
      return and({ zh: "重新办理", en: "to be done again" }, because);
    case "not-applicable":
      return { zh: "不适用", en: "does not apply" };
    case "blocked":
      return blockedBy(definition, waitsFor ?? "");
  }
};

const waitingInWords = (
  definition: Package,
  { waitsFor, promisedBy, since, isOverdue, claimedBy }: StepState,
): Text => {
  const who = nameOf(definition, waitsFor ?? "");
  const until = promisedBy && momentInWords(promisedBy, since);
  const promise = until && {
    zh: isOverdue ? `,已超过 ${until.zh} 的期限` : `,期限 ${until.zh}`,
    en: isOverdue ? `, overdue since ${until.en}` : `, by ${until.en}`,
  };
  const claimed = claimedBy ? { zh: "(已受理)", en: " (in hand)" } : { zh: "", en: "" };
  return {
    zh: `等待${who.zh}答复${claimed.zh}${promise?.zh ?? ""}`,
    en: `waiting for ${who.en}${claimed.en}${promise?.en ?? ""}`,
  };
};

const blockedBy = (definition: Package, by: string): Text => {
  const { zh, en } = stepName(definition, by);
  return { zh: `因「${zh}」未办成,无法办理`, en: `cannot be done because "${en}" was not` };
};

const stepName = ({ steps }: Package, id: string): Text =>
  steps.find((step) => step.id === id)?.name ?? { zh: id, en: id };

const and = (text: Text, because: Text | undefined): Text =>
  because ? { zh: `${text.zh}:${because.zh}`, en: `${text.en}: ${because.en}` } : text;

import { withdrawalFor } from "../../actions/withdraw-case.ts";
import type { Case } from "../../cases/case.ts";
import type { Text } from "../../kernel/text.ts";
import type { Package } from "../../packages/package.ts";
import type { Caller } from "../../people/caller.ts";
import type { CaseView } from "../resources/case.ts";
import { named } from "./names.ts";

/** Taking the whole case back: what is offered to whoever opened it, or why it is too late; and that it was done. */
export const viewWithdrawal = (
  definition: Package,
  current: Case,
  caller: Caller,
  offers: CaseView["mayRequest"],
): Pick<CaseView, "withdrawal" | "withdrawn"> => {
  if (current.status === "withdrawn") return { withdrawn: withdrawn(definition, current) };
  const standing = current.status === "open" ? withdrawalFor(definition, current, caller) : "not-theirs";
  if (standing === "not-theirs") return {};
  return standing === "possible"
    ? { withdrawal: { isPossible: true, words: whatItMeans(definition) } }
    : { withdrawal: { isPossible: false, words: tooLate(nameOf(definition, standing.since), offers) } };
};

/** As what somebody took it back; their name is nobody's here. A consent that was taken back gives no reason. */
const withdrawn = (definition: Package, { openedBy, parties, messages = [] }: Case): CaseView["withdrawn"] => {
  const role = parties.find(({ person }) => person === openedBy)?.role ?? "opener";
  const reason = messages.findLast(({ kind }) => kind === "withdrawn")?.reason;
  return { by: named(definition, role), ...(reason !== undefined && { reason }) };
};

const whatItMeans = ({ steps }: Package): Text => {
  const last = steps.find(({ isIrreversible, onRequest }) => isIrreversible && !onRequest)?.name;
  return {
    zh: `撤回后办件即告终结,不能恢复:不再查询,也不再办理后续事项,已办的保留,办件各方都会收到通知。需要时可以重新申请。${last ? `「${last.zh}」一旦开始,就不能撤回。` : ""}`,
    en: `The case ends and cannot be brought back: nothing more is looked up or done, what has been done stays, and everybody in it is told. You can apply again whenever you need to.${last ? ` Once "${last.en}" has begun, it is too late.` : ""}`,
  };
};

const tooLate = ({ zh, en }: Text, offers: CaseView["mayRequest"]): Text => {
  const instead: Text =
    offers.length === 0
      ? { zh: "如需更正,请联系税务机关。", en: "Ask the tax office if something must be put right." }
      : {
          zh: `如有需要,可以申请${offers.map(({ name }) => `「${name.zh}」`).join("")}。`,
          en: `If something must be put right, you can ask for: ${offers.map(({ name }) => name.en).join("; ")}.`,
        };
  return {
    zh: `「${zh}」已经开始且不可撤销,办件不能再撤回。${instead.zh}`,
    en: `"${en}" has begun and cannot be undone: the case can no longer be taken back. ${instead.en}`,
  };
};

const nameOf = ({ steps }: Package, id: string): Text =>
  steps.find((step) => step.id === id)?.name ?? { zh: id, en: id };

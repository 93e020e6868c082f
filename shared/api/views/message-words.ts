import type { Message } from "../../cases/case.ts";
import type { Text } from "../../kernel/text.ts";
import type { Package } from "../../packages/package.ts";
import { nextAfterRefusal } from "../../packages/refusals.ts";
import { momentInWords } from "./moment.ts";
import { nameOf } from "./names.ts";

/** A message in words: what has happened, why, and what its reader does now. */
export const messageInWords = (definition: Package, message: Message): { readonly text: Text; readonly next: Text } => {
  const { because } = message;
  const text = headlineOf(definition, message);
  return {
    text: because ? { zh: `${text.zh}${because.zh}`, en: `${text.en} ${because.en}` } : text,
    next: nextOf(definition, message),
  };
};

const headlineOf = (definition: Package, message: Message): Text => {
  const { name } = definition;
  const step = stepNameOf(definition, message);
  const who = nameOf(definition, message.who ?? message.to?.role ?? "");
  switch (message.kind) {
    case "opened":
      return { zh: `「${name.zh}」已受理。`, en: `${name.en}: your application was taken in.` };
    case "named":
      return { zh: `您是本次「${name.zh}」的${who.zh}。`, en: `${name.en}: you are named in it as ${who.en}.` };
    case "asked":
      return { zh: `请您办理:${step.zh}。`, en: `It is your turn: ${step.en}.` };
    case "sent-back":
      return {
        zh: `「${step.zh}」需要补正:${message.reason}`,
        en: `${step.en} needs a correction: ${message.reason}`,
      };
    case "reminded":
      return { zh: `「${step.zh}」已超过期限,仍在等待您。`, en: `${step.en} is overdue and still waits for you.` };
    case "voided":
      return { zh: `您对「${step.zh}」的确认已失效。`, en: `Your confirmation no longer counts: ${step.en}.` };
    case "signed":
      return { zh: `您已确认「${step.zh}」,确认内容已存档。`, en: `You have confirmed and signed: ${step.en}.` };
    case "with-officer":
      return { zh: `「${step.zh}」已转税务人员办理。`, en: `An officer now has it in hand: ${step.en}.` };
    case "awaited":
      if (stepOf(definition, message)?.meanwhile) {
        return { zh: `「${step.zh}」现在等待当事人办理。`, en: `${step.en} now waits for the parties.` };
      }
      return { zh: `「${step.zh}」正在等待${who.zh}。`, en: `${step.en} now waits for ${who.en}.` };
    case "late":
      return {
        zh: `「${step.zh}」未能在承诺时限内办结,${who.zh}仍在办理。`,
        en: `${step.en} was not done in the time promised; it still lies with ${who.en}.`,
      };
    case "issued": {
      const document = stepOf(definition, message)?.resultDocument ?? { zh: "文书", en: "document" };
      const number = message.document?.number ?? "";
      return {
        zh: `「${step.zh}」已办结,${document.zh}(${number})已出具。`,
        en: `Done: ${step.en}. Issued: ${document.en}, ${number}.`,
      };
    }
    case "noted":
      return { zh: `「${step.zh}」已办结。`, en: `Done: ${step.en}.` };
    case "begun-anew":
      return { zh: "部分事项已重新办理。", en: "A part of it is being done anew." };
    case "decided-anew":
      return {
        zh: `税务人员已重新认定「${step.zh}」:${message.reason}`,
        en: `An officer has decided anew: ${step.en}. ${message.reason}`,
      };
    case "taken-up-again":
      return { zh: `「${step.zh}」已更正,继续办理。`, en: `Corrected, and taken up again: ${step.en}.` };
    case "called-for":
      return {
        zh: `已有当事人申请「${step.zh}」:${message.reason}`,
        en: `One of the parties has asked for: ${step.en}. ${message.reason}`,
      };
    case "refused":
      return { zh: `「${step.zh}」不予办理。`, en: `Refused: ${step.en}.` };
    case "completed":
      return { zh: `「${name.zh}」已全部办结。`, en: `${name.en}: everything is done.` };
    case "refused-case":
      return { zh: `「${name.zh}」已结束,部分事项未办成。`, en: `${name.en} is closed; something in it was refused.` };
    case "withdrawn": {
      const { reason } = message;
      return reason === undefined
        ? { zh: `「${name.zh}」已撤回。`, en: `${name.en}: the application was withdrawn.` }
        : { zh: `「${name.zh}」已撤回:${reason}`, en: `${name.en}: the application was withdrawn. ${reason}` };
    }
  }
};

const nextOf = (definition: Package, message: Message): Text => {
  const until = message.promisedBy && momentInWords(message.promisedBy, message.at);
  switch (message.kind) {
    case "named":
      return { zh: "轮到您时会再通知您。", en: "You will be told when it is your turn." };
    case "asked":
    case "voided":
      return until
        ? { zh: `请于 ${until.zh} 前办理。`, en: `Please answer by ${until.en}.` }
        : { zh: "请尽快办理。", en: "Please answer soon." };
    case "reminded":
      return {
        zh: "请尽快办理;如有困难,可拨打12366,税务人员会协助您。",
        en: "Please answer soon; if you cannot, call 12366 and an officer will help.",
      };
    case "sent-back": {
      const labels = (message.fields ?? []).map((id) => definition.facts[id]?.label ?? { zh: id, en: id });
      return {
        zh: `请更正:${labels.map(({ zh }) => zh).join("、")}。`,
        en: `Please correct: ${labels.map(({ en }) => en).join(", ")}.`,
      };
    }
    case "with-officer":
    case "awaited":
    case "called-for": {
      const { meanwhile } = stepOf(definition, message) ?? {};
      if (message.kind === "awaited" && meanwhile) return meanwhile;
      return until
        ? { zh: `预计 ${until.zh} 前有结果,您无需操作。`, en: `Expected by ${until.en}; you need not do anything.` }
        : { zh: "您无需操作。", en: "You need not do anything." };
    }
    case "late":
      return {
        zh: "已提醒对方,您无需操作;也可拨打12366询问。",
        en: "They have been reminded; you need not do anything. You may ask at 12366.",
      };
    case "issued":
      return { zh: "可在本办件中查看和下载。", en: "You find it in this case." };
    case "refused":
    case "refused-case":
      return nextAfterRefusal(message.code);
    case "withdrawn":
      return { zh: "需要时可重新申请。", en: "You may apply again whenever you need to." };
    default:
      return { zh: "您无需操作。", en: "You need not do anything." };
  }
};

const stepOf = ({ steps }: Package, { step }: Message) => steps.find(({ id }) => id === step);

const stepNameOf = (definition: Package, message: Message): Text =>
  stepOf(definition, message)?.name ?? { zh: message.step ?? "", en: message.step ?? "" };

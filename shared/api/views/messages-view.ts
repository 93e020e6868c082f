import type { Mailbox, ReadMark } from "../../actions/read-messages.ts";
import type { Message, MessageKind } from "../../cases/case.ts";
import { packageOf } from "../../cases/engine.ts";
import type { Citation, Package } from "../../packages/package.ts";
import type { MailboxView, MessageView } from "../resources/message.ts";
import { messageInWords } from "./message-words.ts";
import { viewDocument } from "./step-view.ts";

/** A reader's messages of one case, with what they have read. */
export const viewMailbox = (packages: readonly Package[], { case: found, messages, marks }: Mailbox): MailboxView => {
  const definition = packageOf(packages, found);
  const viewed = messages.map((message) => viewMessage(definition, message, marks));
  return {
    caseId: found.id,
    messages: viewed,
    unread: viewed.filter(({ readAt }) => readAt === undefined).length,
    basis: [...served],
  };
};

const viewMessage = (definition: Package, message: Message, marks: readonly ReadMark[]): MessageView => {
  const { number, kind, at, step: stepId, promisedBy, document } = message;
  const step = definition.steps.find(({ id }) => id === stepId);
  const mark = marks.find(({ upTo }) => upTo >= number);
  return {
    number,
    kind,
    at,
    ...messageInWords(definition, message),
    ...(!informing.has(kind) && { takesEffectAt: at }),
    ...(step && { step: { id: step.id, name: step.name } }),
    ...(promisedBy && { promisedBy }),
    ...(step && document && { document: viewDocument(step, document) }),
    ...(mark && { readAt: mark.at }),
  };
};

/** What follows from these follows from something else: they change nobody's position. */
const informing: ReadonlySet<MessageKind> = new Set<MessageKind>([
  "named",
  "reminded",
  "with-officer",
  "awaited",
  "late",
  "noted",
]);

/** A document served electronically is served the moment it reaches the recipient's own place in the system. */
const served: readonly Citation[] = [
  { act: "税务文书电子送达规定(试行)(国家税务总局公告2019年第39号)", status: "unverified" },
];

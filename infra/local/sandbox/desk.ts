import { z } from "zod";
import type { Desk, DeskReply, SandboxOffice } from "./authority.ts";
import { type Login, nameAndNumber, people } from "./population/people.ts";

type Options = Pick<Desk, "contradicting">;

const desk =
  (kind: Desk["kind"]) =>
  <Request>(
    request: z.ZodType<Request>,
    answer: (request: Request, office: SandboxOffice) => DeskReply,
    options: Options = {},
  ): Desk => ({
    kind,
    answer: (given, office) => {
      const parsed = request.safeParse(given);
      return parsed.success ? answer(parsed.data, office) : notUnderstood;
    },
    ...options,
  });

/** A desk that reads, with the form that its requests must have. */
export const queryDesk = desk("query");
/** A desk that changes something. */
export const actDesk = desk("act");

const notUnderstood: DeskReply = {
  kind: "refusal",
  code: "request-invalid",
  zh: "申请内容不符合要求",
  en: "The request does not have the required form",
};

export const answer = (body: Readonly<Record<string, unknown>>): DeskReply => ({ kind: "answer", body });

/** An answer, or "no such record". */
export const recordOrNotFound = (record: Readonly<Record<string, unknown>> | undefined): DeskReply =>
  record ? answer(record) : { kind: "not-found" };

const PersonAsked = z.looseObject({ idType: z.string(), idNumber: z.string() });
export const PersonsAsked = z.looseObject({ persons: z.array(PersonAsked).min(1) });
export const PersonsInDivisionsAsked = PersonsAsked.extend({ divisions: z.array(z.string()).min(1) });

/** Tells the same person in a request and in a record: by document, never by name. */
export const isSamePerson = (a: Document, b: Document): boolean => a.idType === b.idType && a.idNumber === b.idNumber;

interface Document {
  readonly idType: string;
  readonly idNumber: string;
}

/** The inhabitant with this document, if the authority knows one. */
export const loginOf = ({ idType, idNumber }: Document): Login | undefined =>
  loginsByDocument.get(`${idType} ${idNumber}`);

const loginsByDocument = new Map(
  Object.entries(people).map(([login, { idType, idNumber }]) => [`${idType} ${idNumber}`, login as Login]),
);

export const withShares = (
  shares: readonly { readonly person: Login; readonly share: string; readonly representedBy?: Login }[],
) =>
  shares.map(({ person, share, representedBy }) => ({
    ...nameAndNumber(person),
    share,
    ...(representedBy && { representedBy: nameAndNumber(representedBy) }),
  }));

/** Whether a division lies in another: `450000` holds all of Guangxi, `450200` all of Liuzhou. */
export const liesIn = (division: string, area: string): boolean =>
  division.startsWith(area.replace(/(?:0000|00)$/, ""));

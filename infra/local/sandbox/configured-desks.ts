import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { type AuthorityId, authorityIds } from "../../../shared/connectors/authorities.ts";
import type { Desk, DeskReply, SandboxAuthority, SandboxOffice } from "./authority.ts";
import { type Company, companyList } from "./population/companies.ts";
import { nameAndNumber } from "./population/people.ts";

/** How a configured desk finds the value of one field of its answer. */
const Source = z.union([
  z.strictObject({ value: z.unknown() }),
  /** The next number of a series. */
  z.strictObject({ number: z.string() }),
  /** What is on record about the company of the request's `creditCode`. */
  z.strictObject({ company: z.enum(["name", "address", "people", "isInsured"]) }),
  /** Whether a field of the request is at least so much. */
  z.strictObject({ isAtLeast: z.tuple([z.string(), z.number()]) }),
]);

const ConfiguredDesk = z.strictObject({
  authority: z.enum(authorityIds as [AuthorityId, ...AuthorityId[]]),
  operation: z.string().min(1),
  kind: z.enum(["query", "act"]),
  answer: z.record(z.string(), Source),
  /** The series of its result documents. */
  document: z.string().optional(),
  refuseWhen: z
    .array(
      z.strictObject({
        field: z.string(),
        contains: z.string(),
        code: z.string(),
        zh: z.string(),
        en: z.string(),
      }),
    )
    .optional(),
  /** The answer comes by a late notice, after so many milliseconds. */
  answersLaterAfter: z.number().min(0).optional(),
});
type ConfiguredDesk = z.output<typeof ConfiguredDesk>;

const folder = new URL("./configured/", import.meta.url);

/** Desks made of data alone: every file of `configured/`. For packages that need no authority with rules of its own. */
export const configuredDesks: readonly SandboxAuthority[] = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .sort()
  .flatMap((file) => z.array(ConfiguredDesk).parse(JSON.parse(readFileSync(new URL(file, folder), "utf8"))))
  .map((desk) => ({ id: desk.authority, desks: { [desk.operation]: deskOf(desk) } }));

function deskOf(desk: ConfiguredDesk): Desk {
  return {
    kind: desk.kind,
    answer: (request, office): DeskReply => {
      const refusal = desk.refuseWhen?.find(({ field, contains }) => String(request[field] ?? "").includes(contains));
      if (refusal) return { kind: "refusal", code: refusal.code, zh: refusal.zh, en: refusal.en };
      const company = companyList.find(({ creditCode }) => creditCode === request.creditCode);
      if (!company) return { kind: "not-found" };
      const body = {
        ...Object.fromEntries(
          Object.entries(desk.answer).map(([field, source]) => [field, answerField(source, company, request, office)]),
        ),
        ...(desk.document && { document: { number: office.number(desk.document), issuedOn: office.today } }),
      };
      const afterMilliseconds = desk.answersLaterAfter;
      return afterMilliseconds === undefined
        ? { kind: "answer", body }
        : { kind: "pending", later: body, afterMilliseconds };
    },
  };
}

const answerField = (
  source: z.output<typeof Source>,
  company: Company,
  request: Readonly<Record<string, unknown>>,
  office: SandboxOffice,
): unknown => {
  if ("value" in source) return source.value;
  if ("number" in source) return office.number(source.number);
  if ("isAtLeast" in source) return Number(request[source.isAtLeast[0]]) >= source.isAtLeast[1];
  switch (source.company) {
    case "name":
      return company.name;
    case "address":
      return `例街${company.division.slice(4)}号`;
    case "people":
      return [company.legalRepresentative, ...(company.financeHead ? [company.financeHead] : [])].map(nameAndNumber);
    case "isInsured":
      return (company.insuredEmployees ?? 0) > 0;
  }
};

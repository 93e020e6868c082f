import type { Agent } from "../../../connectors/core-tax/newcomer.ts";
import type { PersonRecord } from "../../../connectors/record-shapes.ts";

export interface People {
  readonly legalRepresentative: PersonRecord;
  readonly financeHead?: PersonRecord;
  readonly taxHandler?: PersonRecord;
  readonly invoiceCollectors?: readonly PersonRecord[];
}

/** Who handles taxes and collects invoices when nobody else is named: the finance head, else the legal representative. */
export const handlerOf = ({ taxHandler, financeHead, legalRepresentative }: People): PersonRecord =>
  taxHandler ?? financeHead ?? legalRepresentative;

const collectorsOf = (people: People): readonly PersonRecord[] => people.invoiceCollectors ?? [handlerOf(people)];

/** Everybody who acts for the taxpayer, each once with all their roles, in the order of the roles. */
export const agentsOf = (people: People): readonly Agent[] => {
  const agents = new Map<string, Agent>();
  const add = (person: PersonRecord, role: Agent["roles"][number]) => {
    const key = `${person.idType} ${person.idNumber.toUpperCase()}`;
    const known = agents.get(key);
    agents.set(key, { ...(known ?? person), roles: [...(known?.roles ?? []), role] });
  };
  add(people.legalRepresentative, "legal-representative");
  if (people.financeHead) add(people.financeHead, "finance-head");
  add(handlerOf(people), "tax-handler");
  for (const collector of collectorsOf(people)) add(collector, "invoice-collector");
  return [...agents.values()];
};

import type { Case } from "../cases/case.ts";
import type { Mandate } from "../cases/mandate.ts";
import { after } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Person } from "../packages/package.ts";
import type { PersonKey } from "../people/person-key.ts";
import type { Scope } from "../people/policy.ts";
import { type HandoverWorld, takeCode } from "./handovers.ts";
import { type CaseRequest, mandateId } from "./mandates.ts";
import { readCase } from "./read-case.ts";
import { recordChange } from "./record-change.ts";

/** By what staff know that the person stands before them. */
export type Presence =
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "document"; readonly idType: Person["idType"]; readonly idNumber: string };

export interface AssistPerson extends CaseRequest {
  readonly presence: Presence;
}

/** One visit to a counter. */
const visitMilliseconds = 30 * 60_000;

/**
 * Staff act for somebody who is present (帮办): for half an hour, in this case, and recorded as such. The person's
 * one-time code lets staff do what the person could at that moment, signing included when they had shown a second
 * factor; their document alone lets staff read and fill in, and the person signs on the kiosk or phone.
 * @throws Refusal `presence-refused` for a document or code of nobody of this case, `case-not-found`, `not-your-case`,
 * `case-changed`, `case-closed`, `idempotency-key-reused`
 */
export const assistPerson = async (world: HandoverWorld, request: AssistPerson): Promise<Case> => {
  const { caller, caseId, presence, idempotencyKey } = request;
  const found = await readCase(world, { caller, caseId });
  const presented = presence.kind === "code" ? presence.code : world.hash.person(presence);
  const content = { verb: "assist", kind: presence.kind, presented };
  return recordChange(world, found, { ...request, content }, async (current, now) => {
    const shown = await whoIsPresent(world, current, request);
    const mandate: Mandate = {
      id: mandateId(world, caller, caseId, idempotencyKey),
      kind: "assisted",
      from: shown.person,
      to: caller.key,
      name: caller.person.name,
      scopes: shown.scopes,
      since: now,
      until: after(now, visitMilliseconds),
      presence: presence.kind,
    };
    return [{ type: "mandate-given", at: now, mandate }];
  });
};

const whoIsPresent = async (
  world: HandoverWorld,
  { id, openedBy, parties }: Case,
  { caller, presence, idempotencyKey }: AssistPerson,
): Promise<{ readonly person: PersonKey; readonly scopes: readonly Scope[] }> => {
  const belongs = (person: PersonKey): boolean =>
    person !== caller.key && (person === openedBy || parties.some((party) => party.person === person));
  if (presence.kind === "document") {
    const person = world.hash.person(presence);
    if (belongs(person)) return { person, scopes: ["read", "answer"] };
  } else {
    const takenBy = world.hash.of("request", caller.key, idempotencyKey);
    const handover = await takeCode(
      world,
      presence.code,
      takenBy,
      ({ caseId, person }) => caseId === id && belongs(person),
    );
    if (handover)
      return { person: handover.person, scopes: handover.isStrong ? ["read", "answer", "sign"] : ["read", "answer"] };
  }
  throw new Refusal("presence-refused", { caseId: id });
};

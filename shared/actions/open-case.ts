import type { Case } from "../cases/case.ts";
import { asWritten } from "../cases/change-case.ts";
import { lease, runCase } from "../cases/run-case.ts";
import { apply } from "../cases/transitions.ts";
import type { Instant } from "../kernel/instant.ts";
import { Refusal } from "../kernel/refusal.ts";
import { openingSchema } from "../packages/form.ts";
import type { Caller } from "../people/caller.ts";
import { newOwner } from "./change-and-run.ts";
import { factsOfPerson } from "./facts-of-person.ts";
import { latestPackage } from "./latest-package.ts";
import { parseFields } from "./parse-fields.ts";
import { requestMark } from "./request-mark.ts";
import type { World } from "./world.ts";

export interface OpenCase {
  readonly caller: Caller;
  readonly packageId: string;
  readonly opening: Readonly<Record<string, unknown>>;
  readonly consents: { readonly dataSharing: boolean };
  readonly idempotencyKey: string;
  readonly deadline?: Instant;
}

/**
 * Opens a case and runs it as far as it goes. The case's id follows from the caller and the idempotency key, so that a
 * repeated request meets the case that the first one made.
 * @throws Refusal `package-not-found`, `opening-invalid`, `consent-missing`, `idempotency-key-reused`
 */
export const openCase = async (
  world: World,
  { caller, packageId, opening, consents, idempotencyKey, deadline }: OpenCase,
): Promise<{ readonly outcome: "opened" | "repeated"; readonly case: Case }> => {
  const definition = latestPackage(world, packageId);
  const answers = parseFields(openingSchema(definition), opening, "opening-invalid", "/opening");
  if (!consents.dataSharing) throw new Refusal("consent-missing", { purpose: "data-sharing" });

  const openedAt = world.clock();
  const mark = requestMark(world, caller, idempotencyKey, { packageId, opening: answers });
  const withOpener = "opener" in definition.facts ? { ...answers, opener: caller.person } : answers;
  const empty: Case = {
    id: world.hash.of("case", caller.key, idempotencyKey),
    version: 0,
    packageId: definition.id,
    packageVersion: definition.version,
    status: "open",
    channel: caller.channel,
    office: world.office,
    openedAt,
    openedBy: caller.key,
    parties: definition.openedBy
      .filter((role) => definition.roles[role]?.listedIn === undefined)
      .slice(0, 1)
      .map((role) => ({ person: caller.key, role })),
    consents: [{ person: caller.key, purpose: "data-sharing", at: openedAt, channel: caller.channel }],
    facts: factsOfPerson(definition, "opening", "opener", withOpener, openedAt),
    steps: {},
    early: {},
    requests: [mark],
    events: [],
    writes: [],
  };
  const owner = newOwner();
  const changes = [{ type: "opened", at: openedAt } as const, lease(world, owner, openedAt)];
  const opened = asWritten(changes.reduce(apply, empty), owner);
  if ((await world.cases.create(opened)) === "created") {
    return { outcome: "opened", case: await runCase(world, opened, owner, deadline) };
  }
  const existing = await world.cases.read(opened.id);
  if (!existing) throw new Error(`case ${opened.id} exists and cannot be read`);
  if (existing.writes.includes(owner)) {
    // Our own put, repeated by the client library after its reply was lost.
    return { outcome: "opened", case: await runCase(world, existing, owner, deadline) };
  }
  if (!existing.requests.some(({ key, body }) => key === mark.key && body === mark.body)) {
    throw new Refusal("idempotency-key-reused", {});
  }
  return { outcome: "repeated", case: existing };
};

import type { Case } from "../../shared/cases/case.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import type { PersonKey } from "../../shared/people/person-key.ts";

/** A case with fixed values; a test names only what it is about. */
export const aCase = (about: Partial<Case> = {}): Case => ({
  id: "case-1",
  version: 1,
  packageId: "test",
  packageVersion: 1,
  status: "open",
  channel: "mobile",
  office: "liuzhou",
  openedAt: "2030-01-31T02:00:00.000Z" as Instant,
  openedBy: "person-1" as PersonKey,
  parties: [{ person: "person-1" as PersonKey, role: "applicant" }],
  consents: [],
  facts: {},
  steps: {},
  early: {},
  requests: [],
  events: [],
  writes: [],
  ...about,
});

import type { Instant } from "../kernel/instant.ts";
import type { PersonKey } from "../people/person-key.ts";
import type { CaseDates } from "./beside-case.ts";
import type { Case } from "./case.ts";

/**
 * Where cases are kept. Each method is one call of the table, but for reading a case that has changed since it was known,
 * and for closing one after more than a year, or withdrawing it: what lies beside it is told its new end first.
 */
export interface CaseStore {
  /** Puts a new case; answers `exists` when there is one of that id. */
  create(opened: Case): Promise<"created" | "exists">;
  /**
   * Reads a case as it stands (consistent), or nothing.
   * @param known comes back itself while no later version is stored: only the version is read then, and nothing opened
   */
  read(caseId: string, known?: Case): Promise<Case | undefined>;
  /** Writes a case over the version it was made from; answers `conflict` when somebody else wrote in between. */
  replace(changed: Case, expectedVersion: number): Promise<"replaced" | "conflict">;
  /** Notes that a person belongs to a case. Harmless when repeated; written before the case names the person. */
  link(opened: CaseDates, person: PersonKey): Promise<void>;
  /** Ids of cases due at or before `now`, of one shard, the longest due first. */
  listDue(shard: number, now: Instant, limit: number): Promise<readonly string[]>;
  listOfPerson(person: PersonKey, page: PageRequest): Promise<Page>;
  /** @param queue one of an office's lists, as `queueOf` names it */
  listQueue(queue: string, page: PageRequest): Promise<Page>;
  writeDocument(of: CaseDates, name: string, content: unknown): Promise<void>;
  readDocument(caseId: string, name: string): Promise<unknown>;
}

export interface PageRequest {
  readonly limit: number;
  /** Where the last page ended, as that page's `next` said. */
  readonly from?: string;
}

export interface Page {
  readonly caseIds: readonly string[];
  readonly next?: string;
}

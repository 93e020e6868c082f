import type { AuthorityId } from "../../connectors/authorities.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { PersonKey } from "../person-key.ts";

/** Who reads a person's data: our own machine, or somebody. `self` is the person at a kiosk, whose screen others pass. */
export type Reader =
  | { readonly kind: "machine" }
  | {
      readonly kind: "officer" | "hotline" | "agent" | "self";
      readonly key: PersonKey;
      readonly office?: string;
      readonly kiosk?: string;
    };

/** Why somebody may read: the case that they have before them, or a reason that they state. */
export const reasons = ["case-work", "correction", "complaint", "inspection"] as const;
export type Reason = (typeof reasons)[number];

/** One read of one person's data. Names of facts, never their values. */
export interface AccessEntry {
  readonly at: Instant;
  readonly reader: Reader;
  /**
   * `looks-up`: an authority is asked. `reads`: it is shown as it is masked. `unmasks`: one field in full. `exports`: the
   * file of a document is handed out. `erases`: the person's key is destroyed.
   */
  readonly does: "looks-up" | "reads" | "unmasks" | "exports" | "erases";
  /** `erasure`: nobody states it; a person's data is destroyed, and no case or package is named. */
  readonly reason: Reason | "erasure";
  /** In the reader's own words. */
  readonly note?: string;
  /** What copies of an unmasked value, or of a document's file, carry. */
  readonly mark?: string;
  /** What the document is called whose file was handed out. */
  readonly document?: string;
  readonly caseId: string;
  /** The package whose facts these are. */
  readonly packageId: string;
  readonly packageVersion: number;
  /** The look-up's step and whom it asks. */
  readonly step?: string;
  readonly authority?: AuthorityId;
  readonly fields: readonly string[];
  /** Of how many people the reader reads in the same moment. */
  readonly people: number;
  /** The reader is named in the case: as one of its people, or by a record of theirs, their spouse for example. */
  readonly isRelated?: boolean;
  /** The case has nothing for the reader to do. */
  readonly isWithoutDuty?: boolean;
  /** Not shown to the person before: the law lets their being told wait. */
  readonly hiddenUntil?: Instant;
}

/** A person's own chain of reads. */
export const chainOfPerson = (person: PersonKey): string => `person/${person}`;

/** What one office's staff have read, of whomever. */
export const chainOfOffice = (office: string): string => `office/${office}`;

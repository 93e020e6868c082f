import type { MarriageRecord } from "../../connectors/civil-affairs/port.ts";
import type { ShareHolder } from "../../connectors/record-shapes.ts";

interface Document {
  readonly idType: string;
  readonly idNumber: string;
}

export const isSamePerson = (a: Document, b: Document): boolean => a.idType === b.idType && a.idNumber === b.idNumber;

export type Side = "sellers" | "buyers";

/** How a party is called in assessments, bills and officers' decisions: never by an identity number. */
export const partyId = (side: Side, index: number): string => `${side === "sellers" ? "seller" : "buyer"}-${index + 1}`;

/** One family of a side: one party alone, or a couple of whom both are parties. */
export interface PartyFamily {
  readonly id: string;
  readonly side: Side;
  readonly self: ShareHolder;
  readonly spouse?: ShareHolder;
  readonly marriage: MarriageRecord["state"];
  readonly divorcedOn?: string;
  /** The spouse is no party of this side: nobody may ask about them, so that their homes are unknown. */
  readonly isSpouseAbsent: boolean;
}

const familyProblems = [
  "spouse-not-a-party",
  "spouse-on-other-side",
  "marriage-not-found",
  "marriage-abroad",
  "marriages-contradict",
] as const;
export type FamilyProblem = (typeof familyProblems)[number];

export interface Families {
  readonly families: readonly PartyFamily[];
  readonly problems: readonly FamilyProblem[];
}

/**
 * Joins the parties of a side into families by their marriage records. Whatever the records leave open is a problem with
 * a name, for an officer: a spouse who is no party, a person without a record, two records that contradict each other.
 */
export const familiesOf = (
  side: Side,
  parties: readonly ShareHolder[],
  records: readonly MarriageRecord[],
  otherSide: readonly ShareHolder[],
  /** What parties without a record have committed to. */
  stated: Readonly<Record<string, string | undefined>> = {},
): Families => {
  const families: PartyFamily[] = [];
  const problems = new Set<FamilyProblem>();
  const joined = new Set<ShareHolder>();
  const recordOf = (person: Document) => records.find((record) => isSamePerson(record, person));
  for (const [index, self] of parties.entries()) {
    if (joined.has(self)) continue;
    const record = recordOf(self);
    const state = record?.state ?? "not-found";
    const common = { id: `family-of-${partyId(side, index)}`, side, self, marriage: state } as const;
    if (record?.state !== "married") {
      const commitment = stated[partyId(side, index)];
      if (state === "not-found" && self.idType !== "resident-id") problems.add("marriage-abroad");
      else if (state === "not-found" && commitment === undefined) problems.add("marriage-not-found");
      if (state === "not-found" && commitment === "married") problems.add("spouse-not-a-party");
      // Somebody else's record says that they are married to this one.
      if (records.some((each) => each.state === "married" && isSamePerson(each.spouse, self))) {
        problems.add("marriages-contradict");
      }
      const divorcedOn = record?.state === "divorced" ? { divorcedOn: record.since } : {};
      const isSpouseAbsent = state === "not-found" && commitment === "married";
      families.push({ ...common, ...divorcedOn, isSpouseAbsent });
      continue;
    }
    const spouse = parties.find((party) => isSamePerson(party, record.spouse));
    if (!spouse) {
      problems.add(
        otherSide.some((party) => isSamePerson(party, record.spouse)) ? "spouse-on-other-side" : "spouse-not-a-party",
      );
      families.push({ ...common, isSpouseAbsent: true });
      continue;
    }
    const theirs = recordOf(spouse);
    if (theirs?.state !== "married" || !isSamePerson(theirs.spouse, self)) problems.add("marriages-contradict");
    joined.add(spouse);
    families.push({ ...common, spouse, isSpouseAbsent: false });
  }
  return { families, problems: [...problems] };
};

import type { Investor, LicenceRecord } from "../../../connectors/market-regulation/port.ts";
import type { CalendarDate } from "../../../kernel/day.ts";
import { addUpToOne, readShare } from "../../../kernel/fraction.ts";

export interface RegistrationFacts
  extends Pick<LicenceRecord, "kind" | "licenceDate" | "licenceGaps">,
    Partial<Pick<LicenceRecord, "investors" | "headOffice">> {
  readonly legalRepresentativeIsTied: boolean;
}

export type RegistrationReview =
  | "legal-representative-tied"
  | `licence-lacks-${LicenceRecord["licenceGaps"][number]}`
  | "shares-do-not-add-up"
  | "investor-without-address"
  | "licence-date-in-the-future";

/** Why the registration is not for a machine to confirm; empty for a complete and plausible record. */
export const reviewRegistration = (facts: RegistrationFacts, date: CalendarDate): readonly RegistrationReview[] => {
  const { kind, investors, headOffice, licenceDate } = facts;
  const gaps = new Set(facts.licenceGaps);
  if (kindsWithInvestors.has(kind) && (investors ?? []).length === 0) gaps.add("investors");
  if (kind === "branch" && headOffice === undefined) gaps.add("head-office");
  return [
    ...(facts.legalRepresentativeIsTied ? (["legal-representative-tied"] as const) : []),
    ...[...gaps].map((gap) => `licence-lacks-${gap}` as const),
    ...(areWhole(investors) ? [] : (["shares-do-not-add-up"] as const)),
    ...(investors?.some(lacksAddress) ? (["investor-without-address"] as const) : []),
    ...(licenceDate > date ? (["licence-date-in-the-future"] as const) : []),
  ];
};

const kindsWithInvestors: ReadonlySet<LicenceRecord["kind"]> = new Set(["company", "foreign-invested", "cooperative"]);

const areWhole = (investors: readonly Investor[] | undefined): boolean => {
  if (investors === undefined || investors.length === 0) return true;
  const shares = investors.flatMap(({ share }) => readShare(share) ?? []);
  return shares.length === investors.length && addUpToOne(shares);
};

/** Chinese investors are registered with their address. */
const lacksAddress = ({ nationality, address }: Investor): boolean => nationality === "156" && address === undefined;

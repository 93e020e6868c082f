import { crowdLogin, crowdSize } from "../../../infra/local/sandbox/population/crowd.ts";
import { crowdCreditCode } from "../../../infra/local/sandbox/population/crowd-companies.ts";
import { crowdContract } from "../../../infra/local/sandbox/population/housing/crowd-sales.ts";
import { unitNumber } from "../../../infra/local/sandbox/population/housing/records.ts";
import { personOf } from "../../../infra/local/sandbox/population/people.ts";
import type { AuthorityId } from "../../../shared/connectors/authorities.ts";
import type { Forecast, Weather } from "./authorities.ts";

/** How an authority can be out, from one moment to another. Outside of it all is fair. */
export const outages = {
  "silent for an hour": () => ({ kind: "silent" }),
  // The product waits five seconds: half of the answers arrive just before, half just after that, with the act done.
  "slow at the edge of the time box": (now) => ({ kind: "slow", milliseconds: now % 2 === 0 ? 4_980 : 5_020 }),
  flapping: (now) => ({ kind: Math.floor(now / 30_000) % 2 === 0 ? "silent" : "fair" }),
  "503 for every call": () => ({ kind: "broken" }),
  garbage: () => ({ kind: "garbage" }),
  "JSON of another shape": () => ({ kind: "wrong-shape" }),
  "answering for somebody else": () => ({ kind: "others", swap: aboutSomebodyElse }),
} as const satisfies Record<string, (now: number) => Weather>;

export type OutageName = keyof typeof outages;

export const during =
  (authority: AuthorityId, outage: OutageName, from: number, to: number): Forecast =>
  (asked, now) =>
    asked === authority && now >= from && now < to ? outages[outage](now) : { kind: "fair" };

/** How far apart two of the crowd are who are taken for each other; cases are made of the first half only. */
export const mistakenBy = crowdSize / 2;

const identifiersOf = (number: number): readonly string[] => [
  crowdCreditCode(number),
  crowdContract(number),
  unitNumber("450203", 90_000 + number),
  ...(["founder", "accountant", "seller", "seller-spouse", "buyer", "buyer-spouse"] as const).map(
    (part) => personOf(crowdLogin(part, number)).idNumber,
  ),
];

const takenFor = new Map(
  Array.from({ length: mistakenBy }, (_, index) => index + 1).flatMap((number) => {
    const others = identifiersOf(number + mistakenBy);
    return identifiersOf(number).map((own, index) => [own, others[index] ?? own] as const);
  }),
);

const aboutSomebodyElse = (request: string): string =>
  JSON.stringify(JSON.parse(request), (_, value: unknown) =>
    typeof value === "string" ? (takenFor.get(value) ?? value) : value,
  );

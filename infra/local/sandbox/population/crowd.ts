import { type Inhabitant, inhabitant } from "./person.ts";

/**
 * People by number, for runs that need many cases of one kind: `crowd-founder-7` founds a company like the plain one,
 * `crowd-seller-7` and spouse sell their only home to `crowd-buyer-7` and spouse.
 */
export const crowdSize = 200;

const parts = {
  founder: { name: "众例创", birthday: "1983-04-11", sex: "f" },
  accountant: { name: "众例账", birthday: "1987-07-19", sex: "m" },
  seller: { name: "众例卖", birthday: "1964-02-03", sex: "m" },
  "seller-spouse": { name: "众例让", birthday: "1966-11-27", sex: "f" },
  buyer: { name: "众例买", birthday: "1990-06-30", sex: "f" },
  "buyer-spouse": { name: "众例居", birthday: "1989-01-22", sex: "m" },
} as const;

export type CrowdPart = keyof typeof parts;
export type CrowdLogin = `crowd-${CrowdPart}-${number}`;

export const crowdLogin = (part: CrowdPart, number: number): CrowdLogin => `crowd-${part}-${number}`;

export const crowdNumbers: readonly number[] = Array.from({ length: crowdSize }, (_, index) => index + 1);

const phone = (part: number, number: number): string => `1991${part}${String(number).padStart(6, "0")}`;

export const crowd: Readonly<Record<CrowdLogin, Inhabitant>> = Object.fromEntries(
  (Object.keys(parts) as CrowdPart[]).flatMap((part, index) =>
    crowdNumbers.map((number) => {
      const login = crowdLogin(part, number);
      return [login, inhabitant({ ...parts[part], login, serial: number, phone: phone(index, number) })];
    }),
  ),
);

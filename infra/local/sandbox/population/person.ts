import type { Role } from "../../../../shared/people/policy.ts";
import { inventedIdentityNumber } from "./identity-number.ts";

/** An invented inhabitant: known to the authorities and, under `login`, to the identity provider. */
export interface Inhabitant {
  /** Short and readable, such as `seller-wei`; children and the like have one too, but nobody logs in with it. */
  readonly login: string;
  /** Every given name begins with 例, "example". */
  readonly name: string;
  readonly idType: "resident-id" | "passport";
  readonly idNumber: string;
  readonly birthday: string;
  readonly phone: string;
  /** 1 registered, 2 document checked, 3 face checked. */
  readonly realNameLevel: 1 | 2 | 3;
  readonly roles: readonly Role[];
  /** Officers only: the office whose queue they work on. */
  readonly office?: string;
}

type Description = Pick<Inhabitant, "login" | "name" | "birthday"> &
  Partial<Inhabitant> & { readonly sex: "f" | "m"; readonly serial: number };

/** `serial` tells people of one birthday apart and numbers the phones, which look as invented as they are. */
export const inhabitant = ({ sex, serial, ...person }: Description): Inhabitant => ({
  idType: "resident-id",
  idNumber: inventedIdentityNumber(person.birthday, serial * 2 + (sex === "m" ? 1 : 0)),
  phone: `199000${String(serial).padStart(5, "0")}`,
  realNameLevel: 3,
  roles: ["resident"],
  ...person,
});

import type { Owner } from "../certificates/certificate-store.ts";
import type { World } from "./world.ts";

export const caseOwner = (caseId: string): Owner => `case/${caseId}`;

/** A company's file lies under a keyed hash: its number is in no key and no address. */
export const companyOwner = (companyId: string): Owner => `company/${companyId}`;

/** The keyed hash under which a company's file lies. */
export const companyIdOf = ({ hash }: Pick<World, "hash">, creditCode: string): string =>
  hash.of("company", creditCode);

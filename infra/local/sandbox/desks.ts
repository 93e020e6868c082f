import type { SandboxAuthority } from "./authority.ts";
import { civilAffairs } from "./civil-affairs.ts";
import { coreTaxHousing } from "./core-tax-housing.ts";
import { housingContracts } from "./housing-contracts.ts";
import { propertyRegistry } from "./property-registry.ts";
import { publicSecurity } from "./public-security.ts";

/** The one list of desks. Several entries may belong to one authority: their desks and records are joined. */
export const desks: readonly SandboxAuthority[] = [
  propertyRegistry,
  housingContracts,
  civilAffairs,
  publicSecurity,
  coreTaxHousing,
];

import type { SandboxAuthority } from "./authority.ts";
import { bank } from "./bank.ts";
import { bankDebits } from "./bank-debits.ts";
import { civilAffairs } from "./civil-affairs.ts";
import { configuredDesks } from "./configured-desks.ts";
import { coreTaxHousing } from "./core-tax-housing.ts";
import { coreTaxNewcomer } from "./core-tax-newcomer.ts";
import { coreTaxRepurchase } from "./core-tax-repurchase.ts";
import { housingContracts } from "./housing-contracts.ts";
import { marketRegulation } from "./market-regulation.ts";
import { propertyRegistry } from "./property-registry.ts";
import { publicSecurity } from "./public-security.ts";
import { socialInsurance } from "./social-insurance.ts";

/** The one list of desks. Several entries may belong to one authority: their desks and records are joined. */
export const desks: readonly SandboxAuthority[] = [
  propertyRegistry,
  housingContracts,
  civilAffairs,
  publicSecurity,
  coreTaxHousing,
  coreTaxRepurchase,
  marketRegulation,
  socialInsurance,
  bank,
  bankDebits,
  coreTaxNewcomer,
  ...configuredDesks,
];

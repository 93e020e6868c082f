import type { Declaration } from "../../../shared/connectors/core-tax/housing.ts";
import { answered, silent, TestAuthorities } from "../../support/test-world.ts";
import { civilAffairs } from "./civil-affairs.ts";
import { coreTax } from "./core-tax.ts";
import { type Fake, later } from "./fake.ts";
import { housingDepartment } from "./housing-department.ts";
import { propertyRegistry } from "./property-registry.ts";
import { publicSecurity } from "./public-security.ts";
import type { Records } from "./records.ts";

/** Every authority of a sale over the same records; while these say so, none of them answers. */
export const authoritiesOver = (records: () => Records, filed: Declaration[]): TestAuthorities => {
  const authorities = new TestAuthorities();
  const fakes: readonly Fake[] = [housingDepartment, propertyRegistry, civilAffairs, publicSecurity, coreTax(filed)];
  for (const [name, answer] of fakes.flatMap((fake) => Object.entries(fake(records)))) {
    authorities.replies.set(name, (request, key) => {
      if (records().isSilent) return silent(request, key);
      const given = answer(request as never, key);
      return given === later ? { kind: "pending" } : answered(given)(request, key);
    });
  }
  return authorities;
};

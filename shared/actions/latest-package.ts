import { Refusal } from "../kernel/refusal.ts";
import { latestVersions } from "../packages/latest.ts";
import type { Package } from "../packages/package.ts";
import type { World } from "./world.ts";

/** The version of a package that new cases are opened under. @throws Refusal `package-not-found` */
export const latestPackage = ({ packages }: Pick<World, "packages">, packageId: string): Package => {
  const latest = latestVersions(packages).find(({ id }) => id === packageId);
  if (!latest) throw new Refusal("package-not-found", { packageId });
  return latest;
};

import type { Package } from "./package.ts";

/** The version of each package that new cases are opened under, in the order of the list. */
export const latestVersions = (packages: readonly Package[]): readonly Package[] => {
  const latest = new Map<string, Package>();
  for (const each of packages) {
    if (each.version > (latest.get(each.id)?.version ?? 0)) latest.set(each.id, each);
  }
  return [...latest.values()];
};

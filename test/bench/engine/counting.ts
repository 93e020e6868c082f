import type { CaseStore } from "../../../shared/cases/case-store.ts";

/** Passes calls on to the store and counts them by name. */
export const counting = (
  cases: CaseStore,
): { readonly cases: CaseStore; readonly counts: () => Readonly<Record<string, number>> } => {
  const counts: Record<string, number> = {};
  const counted = Object.fromEntries(
    Object.entries(cases).map(([name, method]) => [
      name,
      (...inputs: unknown[]) => {
        counts[name] = (counts[name] ?? 0) + 1;
        return (method as (...all: unknown[]) => unknown)(...inputs);
      },
    ]),
  ) as unknown as CaseStore;
  return { cases: counted, counts: () => ({ ...counts }) };
};

import { elapsed, type Instant } from "../kernel/instant.ts";
import type { Text } from "../kernel/text.ts";
import { irreversibleFrom } from "../packages/define-package.ts";
import type { Package, Step } from "../packages/package.ts";
import type { KeyedHash } from "../people/keyed-hash.ts";
import { haveBegun } from "./begin-anew.ts";
import type { Case, Fact } from "./case.ts";

/** The keyed hash that binds a fact's value to its name: what was looked up is what is declared. */
export const sealOf = (hash: KeyedHash, name: string, value: unknown): string =>
  hash.of("fact", name, JSON.stringify(value));

/** So long what a query found may be built on; then the record is fetched anew. */
const sealDays = 60;

/** What is wrong with the seals of the facts that a step is about to use. */
export interface StaleSeal {
  readonly why: "altered" | "expired";
  /** The steps that looked them up. */
  readonly lookUps: readonly string[];
  /** Whether they can be looked up anew: nothing irreversible has come of them. */
  readonly canBeginAnew: boolean;
  readonly because: Text;
}

/** Whether every record that a step uses is still the one that was looked up, and not too old. */
export const staleSealOf = (
  hash: KeyedHash,
  definition: Package,
  current: Case,
  step: Step,
  now: Instant,
): StaleSeal | undefined => {
  const altered = new Set<string>();
  const expired = new Set<string>();
  for (const name of [...step.needs, ...(step.wants ?? [])]) {
    const fact = current.facts[name];
    if (fact?.source.kind !== "authority") continue;
    if (!isAsSealed(hash, name, fact)) altered.add(fact.source.step);
    else if (isQuery(definition, fact.source.step) && elapsed(fact.at, now) > sealDays * 86_400_000) {
      expired.add(fact.source.step);
    }
  }
  const why = altered.size > 0 ? "altered" : "expired";
  const lookUps = [...(altered.size > 0 ? altered : expired)];
  if (lookUps.length === 0) return undefined;
  const canBeginAnew = !lookUps.some((id) => haveBegun(current, irreversibleFrom(definition, id)));
  // What was built on in time is not undone by getting older.
  if (why === "expired" && !canBeginAnew) return undefined;
  return { why, lookUps, canBeginAnew, because: reasons[why] };
};

const isQuery = ({ steps }: Package, stepId: string): boolean =>
  steps.find(({ id }) => id === stepId)?.performs?.kind === "query";

const isAsSealed = (hash: KeyedHash, name: string, fact: Fact): boolean => {
  if (fact.source.kind !== "authority" || known.get(fact) === fact.value) return true;
  const isSame = fact.source.seal === sealOf(hash, name, fact.value);
  if (isSame) known.set(fact, fact.value);
  return isSame;
};

/** What an authority has just given is as it was sealed; what is read back from the table must be checked. */
export const justSealed = (fact: Fact): Fact => {
  known.set(fact, fact.value);
  return fact;
};

/** A fact is looked at by many steps of a run, and is the same object to all of them. */
const known = new WeakMap<Fact, unknown>();

const reasons: Readonly<Record<StaleSeal["why"], Text>> = {
  altered: {
    zh: "系统中保存的记录与当初查询到的不一致,已停止使用。",
    en: "The record as we keep it is not the one that was looked up, and is no longer used.",
  },
  expired: {
    zh: "查询到的记录已超过有效期,正在重新查询。",
    en: "The record was looked up too long ago, and is looked up again.",
  },
};

import type { Case, Fact, FactSource } from "../../cases/case.ts";
import type { Text } from "../../kernel/text.ts";
import type { FactReader, Package } from "../../packages/package.ts";
import { mask } from "./mask.ts";
import { nameOf } from "./names.ts";

/** A fact as it is shown: with where it came from, and masked when it is private. */
export const viewFact = (definition: Package, id: string, fact: Fact, reader: FactReader) => {
  const value = partFor(definition, id, fact.value, reader);
  const isMasked = fact.isPrivate === true || definition.facts[id]?.isPrivate === true;
  return {
    id,
    label: definition.facts[id]?.label ?? { zh: id, en: id },
    value: isMasked ? masked(value, definition.facts[id]?.openParts) : value,
    isMasked,
    source: viewSource(definition, fact.source),
    at: fact.at,
  };
};

/** Each reads their own part of what is about several; officers read the whole. */
const partFor = (definition: Package, id: string, value: unknown, reader: FactReader): unknown => {
  const fact = definition.facts[id];
  if (reader.roles.includes("officer")) return value;
  if (fact?.shownTo) return fact.shownTo(value, reader);
  if (!fact?.isPerParty) return value;
  return Object.fromEntries(Object.entries(value as object).filter(([party]) => reader.parties.includes(party)));
};

const masked = (value: unknown, openParts: readonly string[] = []): unknown => {
  const hidden = mask(value);
  if (openParts.length === 0 || typeof value !== "object" || value === null) return hidden;
  const open = Object.entries(value).filter(([part]) => openParts.includes(part));
  return { ...(hidden as object), ...Object.fromEntries(open) };
};

const viewSource = (definition: Package, source: FactSource) => {
  const reference = source.kind === "authority" && source.reference !== "" ? { reference: source.reference } : {};
  return { kind: source.kind, name: sourceName(definition, source), ...reference };
};

const sourceName = (definition: Package, source: FactSource): Text => {
  switch (source.kind) {
    case "person":
      return nameOf(definition, source.role);
    case "authority":
      return nameOf(definition, source.authority);
    case "rule":
      return { zh: "按规定计算", en: "by rule" };
  }
};

/**
 * The facts that a reader sees: what people of their roles gave, and what a question shows to their roles. Nobody learns
 * of another party by looking at the case; officers see all, masked.
 */
export const visibleFacts = (definition: Package, current: Case, reader: FactReader, isOpener: boolean) => {
  const { roles } = reader;
  const seesAll = roles.includes("officer");
  const shown = new Set(
    definition.steps.flatMap(({ id, asks }) =>
      asks && roles.includes(asks.role) && current.steps[id] ? (asks.shows ?? []) : [],
    ),
  );
  const isOwn = ({ source }: Fact) =>
    source.kind === "person" && (roles.includes(source.role) || (isOpener && source.role === "opener"));
  return Object.entries(current.facts).flatMap(([id, fact]) =>
    seesAll || shown.has(id) || isOwn(fact) ? [viewFact(definition, id, fact, reader)] : [],
  );
};

import { nationalLaw } from "../../tax/law/index.ts";
import type { LawEntry } from "../../tax/law/timeline.ts";
import { localities } from "../../tax/localities/index.ts";
import { timelinesOf } from "../../tax/locality.ts";

/** What is added for each day of paying late, at 0.05 %. */
export const lateCharge = { name: "滞纳金", law: "税收征收管理法第三十二条" } as const;

/** Acts and articles of entries of the law, each act once; what nobody has verified says so. */
export const citationOf = (entryIds: readonly string[]): string => {
  const articles = new Map<string, string[]>();
  for (const id of entryIds) {
    const entry = entriesById().get(id);
    // An entry is never taken away while cases stand on it.
    if (entry === undefined) throw new Error(`no such entry of the law: ${id}`);
    const article = `${entry.source.article.zh}${entry.status === "unverified" ? "〔未核实〕" : ""}`;
    const known = articles.get(entry.source.act.zh) ?? [];
    if (!known.includes(article)) articles.set(entry.source.act.zh, [...known, article]);
  }
  return [...articles].map(([act, named]) => `${act}${named.join("、")}`).join(";");
};

let entries: ReadonlyMap<string, LawEntry<unknown>> | undefined;

const entriesById = (): ReadonlyMap<string, LawEntry<unknown>> => {
  const timelines = [...nationalLaw, ...Object.values(localities).flatMap(timelinesOf)];
  entries ??= new Map(timelines.flatMap((each) => each.entries).map((entry) => [entry.id, entry]));
  return entries;
};

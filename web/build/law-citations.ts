import type { Plugin } from "vite";
import { nationalLaw } from "../../shared/tax/law/index.ts";
import { localities } from "../../shared/tax/localities/index.ts";
import { timelinesOf } from "../../shared/tax/locality.ts";

const moduleName = "virtual:law-citations";

/**
 * The citations of all law entries, by the ids that an assessment names, as a module of data. Entries are added and
 * never changed, so a page knows every entry that was in force when it was built.
 */
export const lawCitations = (): Plugin => ({
  name: "law-citations",
  resolveId: (id) => (id === moduleName ? `\0${moduleName}` : undefined),
  load: (id) => (id === `\0${moduleName}` ? `export const citations = ${JSON.stringify(citations())}` : undefined),
});

const citations = () => {
  const timelines = [...nationalLaw, ...Object.values(localities).flatMap((locality) => timelinesOf(locality))];
  return Object.fromEntries(
    timelines.flatMap(({ entries }) =>
      entries.map(({ id, title, source, confirmedOn }) => [
        id,
        { title, act: source.act, article: source.article, isConfirmed: confirmedOn !== null },
      ]),
    ),
  );
};

import type { TimelineView } from "../../../../shared/api/resources/case.ts";
import type { Language, Text } from "../../../../shared/kernel/text.ts";
import { table } from "../table.ts";
import type { Expected, Family } from "./family.ts";
import { type Outcome, outcomeOf, type PlayedFamily } from "./play-family.ts";

interface StepLived {
  readonly id: string;
  readonly name: Text;
  readonly status: string;
  /** Since the case was opened. */
  readonly readyAtMilliseconds: number;
  readonly finishedAtMilliseconds?: number;
  readonly authority?: Text;
}

/** A family as it was lived: its story, what must come of it, what came, and when. */
export interface StreetFamily {
  readonly id: string;
  readonly story: Text;
  readonly outcome: Text;
  readonly expected: Expected;
  readonly got: Outcome | { readonly brokenOff: string };
  /** What the case says of itself, and of whatever is left open or was refused. */
  readonly words: Text;
  readonly open: readonly { readonly name: Text; readonly words: Text }[];
  readonly documentsAsked: number;
  readonly papersBefore: number;
  /** The most that one person tapped, the opening included. */
  readonly mostTaps: number;
  readonly machineMs: number;
  readonly elapsedMs?: number;
  readonly timeline: readonly StepLived[];
}

/** @param timeline of the played case */
export const streetFamilyOf = (played: PlayedFamily, timeline: TimelineView): StreetFamily => {
  const { family, view, taps } = played;
  const { id, story, outcome, expected } = family;
  const openedAt = Date.parse(timeline.openedAt);
  return {
    ...{ id, story, outcome, expected, got: outcomeOf(played), words: view.words },
    open: view.steps
      .filter(({ status }) => status === "refused" || status === "waiting")
      .map(({ name, words }) => ({ name, words })),
    documentsAsked: timeline.papers.papersNow,
    papersBefore: timeline.papers.papersBefore,
    mostTaps: Math.max(...Object.values(taps)),
    machineMs: Math.round(timeline.clocks.machine),
    ...(timeline.elapsedMilliseconds !== undefined && { elapsedMs: timeline.elapsedMilliseconds }),
    timeline: timeline.steps
      .filter(({ status }) => status !== "not-applicable")
      .map(({ id: step, name, status, readyAt, finishedAt, authority }) => ({
        ...{ id: step, name, status },
        readyAtMilliseconds: Date.parse(readyAt) - openedAt,
        ...(finishedAt !== undefined && { finishedAtMilliseconds: Date.parse(finishedAt) - openedAt }),
        ...(authority && { authority: authority.name }),
      })),
  };
};

/** A family whose play came to no end: what was asked was answered with a problem that nobody expects. */
export const brokenOff = ({ id, story, outcome, expected }: Family, code: string): StreetFamily => ({
  ...{ id, story, outcome, expected, got: { brokenOff: code } },
  words: { zh: `中断:${code}`, en: `broken off: ${code}` },
  ...{ open: [], documentsAsked: 0, papersBefore: 0, mostTaps: 0, machineMs: 0, timeline: [] },
});

/** For people: the story, what came of it, and each step with its times. */
export const reportOf = (family: StreetFamily, isAsExpected: boolean, language: Language): string => {
  const { id, story, outcome, expected, got, words, open, papersBefore, documentsAsked, mostTaps } = family;
  const rows = family.timeline.map(({ name, status, readyAtMilliseconds, finishedAtMilliseconds, authority }) => [
    ...[name[language], status, readyAtMilliseconds],
    ...[finishedAtMilliseconds === undefined ? "" : String(finishedAtMilliseconds), authority?.[language] ?? ""],
  ]);
  return [
    `${isAsExpected ? "as expected" : "NOT AS EXPECTED"}: ${story[language]} (${id})`,
    `  ${outcome[language]}`,
    ...(isAsExpected ? [] : [`  expected ${JSON.stringify(expected)}`]),
    `  got ${JSON.stringify(got)}`,
    `  ${words[language]}`,
    ...open.map((step) => `  ${step.name[language]}: ${step.words[language]}`),
    `  papers ${papersBefore} before, ${documentsAsked} now; at most ${mostTaps} taps a person`,
    "",
    table(["step", "state", "ready at ms", "done at ms", "asked"], rows),
  ].join("\n");
};

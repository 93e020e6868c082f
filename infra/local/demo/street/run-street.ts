import { isDeepStrictEqual } from "node:util";
import { type Client, createClient } from "../../../../shared/api/client.ts";
import type { TimelineView } from "../../../../shared/api/resources/case.ts";
import type { Language } from "../../../../shared/kernel/text.ts";
import type { Login } from "../../sandbox/population/people.ts";
import type { LocalWorld } from "../../world.ts";
import { officer } from "../stories.ts";
import { table } from "../table.ts";
import { families } from "./families.ts";
import { handsOverHttp } from "./hands-over-http.ts";
import { outcomeOf, type PlayedFamily, playFamily } from "./play-family.ts";

export interface StreetFamily {
  readonly id: string;
  readonly isAsExpected: boolean;
  readonly status: string;
  readonly payments: readonly string[];
  readonly documentsAsked: number;
  readonly papersBefore: number;
  /** The most that one person tapped, the opening included. */
  readonly mostTaps: number;
  readonly machineMs: number;
  readonly elapsedMs: number | undefined;
}

/** Plays the whole street through the API, family by family, and holds each against what must come of it. */
export const runStreet = async (
  world: Pick<LocalWorld, "apiUrl" | "controlUrl" | "token">,
  language: Language,
  show: (report: string) => void,
): Promise<readonly StreetFamily[]> => {
  const logins: Login[] = [...new Set(families.flatMap(({ people }) => people)), officer];
  const clients = new Map<Login, Client>();
  for (const login of logins) {
    const token = await world.token({ login, channel: login === officer ? "console" : "mobile" });
    clients.set(login, createClient({ baseUrl: world.apiUrl, token, language }));
  }
  const clientOf = (login: Login): Client => {
    const client = clients.get(login);
    if (!client) throw new Error(`${login} does not live in the street`);
    return client;
  };
  const hands = handsOverHttp(clientOf, world.controlUrl);
  const lived: StreetFamily[] = [];
  for (const family of families) {
    const played = await playFamily(hands, family);
    const timeline = await clientOf(officer).getTimeline({ caseId: played.view.id });
    const summary = summarize(played, timeline);
    lived.push(summary);
    show(reportOf(played, timeline, summary, language));
  }
  return lived;
};

const summarize = (played: PlayedFamily, timeline: TimelineView): StreetFamily => ({
  id: played.family.id,
  isAsExpected: isDeepStrictEqual(outcomeOf(played), played.family.expected),
  status: played.view.status,
  payments: outcomeOf(played).payments,
  documentsAsked: timeline.papers.papersNow,
  papersBefore: timeline.papers.papersBefore,
  mostTaps: Math.max(...Object.values(played.taps)),
  machineMs: Math.round(timeline.clocks.machine),
  elapsedMs: timeline.elapsedMilliseconds,
});

const reportOf = (
  { family, view }: PlayedFamily,
  timeline: TimelineView,
  { isAsExpected, payments, papersBefore, documentsAsked, mostTaps }: StreetFamily,
  language: Language,
): string => {
  const openedAt = Date.parse(timeline.openedAt);
  const rows = timeline.steps
    .filter(({ status }) => status !== "not-applicable")
    .map(({ name, status, readyAt, finishedAt, authority }) => [
      name[language],
      status,
      Date.parse(readyAt) - openedAt,
      finishedAt === undefined ? "" : String(Date.parse(finishedAt) - openedAt),
      authority?.name[language] ?? "",
    ]);
  const untold = view.steps.filter(({ status }) => status === "refused" || status === "waiting");
  return [
    `${isAsExpected ? "as expected" : "NOT AS EXPECTED"}: ${family.story[language]}`,
    `  ${family.outcome[language]}`,
    `  ${view.words[language]}${payments.length > 0 ? `; ${payments.join("; ")}` : ""}`,
    ...untold.map(({ name, words }) => `  ${name[language]}: ${words[language]}`),
    `  papers ${papersBefore} before, ${documentsAsked} now; at most ${mostTaps} taps a person`,
    "",
    table(["step", "state", "ready at ms", "done at ms", "asked"], rows),
  ].join("\n");
};

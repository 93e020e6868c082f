import { isDeepStrictEqual } from "node:util";
import { ApiProblem, type Client, createClient } from "../../../../shared/api/client.ts";
import type { TimelineView } from "../../../../shared/api/resources/case.ts";
import type { Language } from "../../../../shared/kernel/text.ts";
import type { Login } from "../../sandbox/population/people.ts";
import type { LocalWorld } from "../../world.ts";
import { officer } from "../stories.ts";
import type { Family } from "./family.ts";
import { handsOverHttp } from "./hands-over-http.ts";
import { type Hands, playFamily } from "./play-family.ts";
import { brokenOff, type StreetFamily, streetFamilyOf } from "./street-family.ts";

/** Plays families through the API, one after the other. */
export const runStreet = async (
  world: Pick<LocalWorld, "apiUrl" | "controlUrl" | "token">,
  families: readonly Family[],
  language: Language,
  show: (family: StreetFamily) => void,
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
    const each = await live(hands, family, (caseId) => clientOf(officer).getTimeline({ caseId }));
    lived.push(each);
    show(each);
  }
  return lived;
};

/** A family whose play breaks off is one that differs; the street goes on. */
const live = async (
  hands: Hands,
  family: Family,
  timelineOf: (caseId: string) => Promise<TimelineView>,
): Promise<StreetFamily> => {
  try {
    const played = await playFamily(hands, family);
    return streetFamilyOf(played, await timelineOf(played.view.id));
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    // What it left behind in the sandbox is not the next family's.
    await hands.happen({ kind: "answering-again" });
    return brokenOff(family, error.code);
  }
};

/** Whether everything came as it must, and nothing else. */
export const isAsTold = ({ expected, got }: Pick<StreetFamily, "expected" | "got">): boolean =>
  isDeepStrictEqual(got, expected);

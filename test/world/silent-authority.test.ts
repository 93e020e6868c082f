import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { crowdLogin } from "../../infra/local/sandbox/population/crowd.ts";
import { crowdCreditCode } from "../../infra/local/sandbox/population/crowd-companies.ts";
import { crowdContract } from "../../infra/local/sandbox/population/housing/crowd-sales.ts";
import { type LocalWorld, startWorld } from "../../infra/local/world.ts";
import type { Client } from "../../shared/api/client.ts";
import { play, type Story } from "./support/drive.ts";
import { patientClient, until } from "./support/patience.ts";

let world: LocalWorld;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const clientOf = (login: string): Client => patientClient({ baseUrl: world.apiUrl, token: () => world.token(login) });
const control = (method: "POST" | "DELETE", body?: unknown) =>
  fetch(`${world.controlUrl}/faults`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

const sale = (number: number): Story => ({
  packageId: "second-hand-housing",
  opening: { contractNumber: crowdContract(number) },
  people: [
    crowdLogin("seller", number),
    crowdLogin("seller-spouse", number),
    crowdLogin("buyer", number),
    crowdLogin("buyer-spouse", number),
  ],
});
const newcomer = (number: number): Story => ({
  packageId: "new-taxpayer",
  opening: { creditCode: crowdCreditCode(number) },
  people: [crowdLogin("founder", number)],
});

interface Silence {
  readonly authority: string;
  readonly story: Story;
  /** The step that waits for it, and steps that do not need it and go on. */
  readonly waits: string;
  readonly goesOn: readonly string[];
  readonly words: { readonly zh: string; readonly en: string };
  /** What the case comes to once the authority answers, before anybody calls. */
  readonly thenByItself: { readonly status: string; readonly words: string };
}

const silences: readonly Silence[] = [
  {
    authority: "bank",
    story: newcomer(2),
    waits: "account-record",
    goesOn: ["registration-confirmation", "accounting-system-filing", "invoice-limit-approval"],
    words: { zh: "开户银行", en: "the bank" },
    thenByItself: { status: "completed", words: "已办结" },
  },
  {
    authority: "civil-affairs",
    story: sale(1),
    waits: "seller-marriage",
    goesOn: ["unit", "earlier-deed-tax", "seller-homes", "buyer-homes"],
    words: { zh: "民政局", en: "civil affairs" },
    // The taxes are computed; the parties see and confirm them, as in every sale.
    thenByItself: { status: "open", words: "正在办理,等待卖方、买方" },
  },
];

describe("an authority that is silent for the whole run", () => {
  test.each(silences.map((silence) => [silence.authority, silence] as const))(
    "%s: its step waits in a named state, the rest goes on, and its return completes the case with nobody's help",
    async (authority, { story, waits, goesOn, words, thenByItself }) => {
      await control("POST", { authority, mode: "silent" });
      const key = `silent-${authority}`;
      const held = await play(story, key, clientOf, ({ steps, waitsFor }) => {
        const isHeldUp = waitsFor.some(({ id }) => id === authority);
        return isHeldUp && goesOn.every((id) => steps.some((step) => step.id === id && step.status === "done"));
      });
      const opener = clientOf(story.people[0]);
      const waiting = await opener.getCase({ caseId: held.caseId });
      expect(waiting.status).toBe("open");
      expect(waiting.words.zh).toContain(words.zh);
      expect(waiting.words.en).toContain(words.en);
      const step = waiting.steps.find(({ id }) => id === waits);
      expect(step).toMatchObject({ status: "retrying" });
      expect(JSON.stringify(step)).toContain(words.zh);

      await control("DELETE");
      // From here on the case is only looked at: the clock alone brings it on.
      const settled = await until(async () => {
        const view = await opener.getCase({ caseId: held.caseId });
        return !view.waitsFor.some(({ id }) => id === authority) && view.words.zh === thenByItself.words && view;
      });
      expect(settled.status).toBe(thenByItself.status);
      const done = await play(story, key, clientOf, undefined, world.controlUrl);
      expect(done).toMatchObject({ caseId: held.caseId, status: "completed" });
    },
  );
});

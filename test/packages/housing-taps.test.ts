import { afterEach, expect, test } from "vitest";
import { type Login, people } from "../../infra/local/sandbox/population/people.ts";
import { viewCase } from "../../shared/api/views/case-view.ts";
import { formOf } from "../../shared/packages/form.ts";
import { secondHandHousing } from "../../shared/packages/housing/package.ts";
import { startTown, statusOf, type Town } from "./housing-town.ts";

let town: Town;
afterEach(() => town.close());

const parties = ["buyer-huang", "buyer-liang", "seller-wei", "seller-qin"] as const;

/**
 * Whoever is asked answers with nothing typed, until the bills are there. Counted as the API demands it: the opening, and
 * each question that had to be answered.
 */
test("a plain buyer taps three times before payment, the others twice; nobody types what an authority holds, nobody brings a paper", async () => {
  town = await startTown();
  const taps: Partial<Record<Login, number>> = {};
  const tap = (login: Login) => {
    taps[login] = (taps[login] ?? 0) + 1;
  };
  tap("buyer-huang");
  const opened = await town.open("buyer-huang", "LZ-CLF-000101");
  for (let hasAnswered = true; hasAnswered; ) {
    hasAnswered = false;
    for (const login of parties) {
      const view = viewCase(town.world.packages, await town.read(opened), town.callerOf(login));
      const [question] = view.questions;
      if (!question) continue;
      // Every field of it may be left empty.
      expect(question.schema.required ?? []).toEqual([]);
      await town.answerWith(opened, question.stepId, login, {});
      tap(login);
      hasAnswered = true;
    }
  }
  const filed = await town.read(opened);
  expect(statusOf(filed, "payment")).toBe("waiting");
  expect(taps).toEqual({ "buyer-huang": 3, "buyer-liang": 2, "seller-wei": 2, "seller-qin": 2 });

  const { papers } = viewCase(town.world.packages, filed, town.callerOf("officer-lin"));
  expect(papers).toMatchObject({ formsNow: 0, papersNow: 0 });
  const held = new Set(formOf(secondHandHousing).prefilled.map(({ fact }) => fact));
  expect(secondHandHousing.opensWith.filter((fact) => held.has(fact))).toEqual([]);
  expect(Object.values(people).length).toBeGreaterThan(parties.length);
});

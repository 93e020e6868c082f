import { describe, expect, test } from "vitest";
import { seededRandom } from "../../infra/local/bureau/random.ts";
import type { CaseStore } from "../../shared/cases/case-store.ts";
import { undisturbed } from "./lab/fate.ts";
import { findingsIn } from "./lab/findings.ts";
import { tryOut } from "./lab/laboratory.ts";
import { laboratoryStories } from "./lab/stories.ts";
import { mishapsAt, tryPoint, tryStorm, undisturbedRun } from "./lab/trials.ts";

/** A share of what `npm run faults` tries in full; another seed takes another share: `FAULTS_SEED=7 npx vitest run test/faults` */
const seed = Number(process.env.FAULTS_SEED ?? 20_261_123);
const trialsPerStory = 8;

describe("one mishap at one call: the cases end as undisturbed, each act done once, no event lost", () => {
  test.each(Object.keys(laboratoryStories))("%s", async (name) => {
    const calm = await undisturbedRun(name);
    expect(calm.cases.map(({ status }) => status)).toEqual(["completed"]);
    expect(calm.calls.made).toBeGreaterThan(20);
    const points = Array.from({ length: calm.calls.made }, (_, index) => index + 1);
    const trials = points.flatMap((point) => mishapsAt(calm, point).map((mishap) => ({ point, mishap })));
    const random = seededRandom(seed);
    for (let left = trialsPerStory; left > 0; left -= 1) {
      const { point, mishap } = random.pick(trials);
      const { findings, repeat } = await tryPoint(name, point, mishap, calm);
      expect(findings, `npm run faults -- ${repeat}`).toEqual([]);
    }
  });
});

describe("storms: several hosts, clocks that jump, every kind of mishap", () => {
  const random = seededRandom(seed);
  const seeds = Array.from({ length: 4 }, () => Math.floor(random.next() * 1_000_000));
  test.each(seeds)("seed %i", async (each) => {
    const { findings, repeat, struck } = await tryStorm(each);
    expect(findings, `npm run faults -- ${repeat}`).toEqual([]);
    expect(struck.size).toBeGreaterThan(0);
  });
});

describe("the laboratory sees what it is for", () => {
  const stories = [laboratoryStories.plain ?? expect.fail()];
  const left = () => tryOut({ stories, fate: undisturbed, seed });

  test("the same seed is the same run", async () => {
    const [one, other] = [await left(), await left()];
    expect(other.endedAt).toBe(one.endedAt);
    expect(other.arrivals).toEqual(one.arrivals);
  });

  test.each<[string, (aftermath: Awaited<ReturnType<typeof left>>) => Awaited<ReturnType<typeof left>>, string]>([
    ["a case that was forgotten", (a) => ({ ...a, cases: a.cases.map((c) => ({ ...c, status: "open" })) }), "status"],
    ["an act done twice", (a) => ({ ...a, acts: a.acts.map((act) => ({ ...act, effects: 2 })) }), "2 times"],
    ["an act left out", (a) => ({ ...a, acts: a.acts.slice(1) }), "missing act"],
    ["a lost event", (a) => ({ ...a, bus: a.bus.filter(({ type }) => type !== "case-opened") }), "opening"],
    ["events out of order", (a) => ({ ...a, bus: [...a.bus].reverse() }), "out of order"],
    ["a fact of somebody else", (a) => ({ ...a, cases: a.cases.map((c) => ({ ...c, facts: {} })) }), "facts"],
    ["a bill paid twice", (a) => ({ ...a, money: ["bill 1 is paid 2 times"] }), "paid 2 times"],
    [
      "a person without their case",
      (a) => ({ ...a, store: { ...a.store, listOfPerson: async () => ({ caseIds: [] }) } as CaseStore }),
      "does not find",
    ],
  ])("%s", async (_, spoil, found) => {
    const calm = await left();
    expect((await findingsIn(spoil(calm), calm)).join("; ")).toContain(found);
  });
});

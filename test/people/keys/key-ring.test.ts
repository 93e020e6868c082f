import { expect, test } from "vitest";
import { toMilliseconds } from "../../../shared/kernel/instant.ts";
import { withClosing } from "../../../shared/people/keys/erasure.ts";
import { keysKeptSeconds } from "../../../shared/people/keys/key-ring.ts";
import { rootsKeptSeconds } from "../../../shared/people/keys/key-roots.ts";
import { expiresAt, retentions } from "../../../shared/people/retention.ts";
import { aBureau, keyOf } from "./support.ts";

const people = ["990000199001010011", "990000199001010022", "990000199001010033"].map(keyOf);
const [one] = people as [(typeof people)[number]];

test("all of a case's people take one read; the next minute none, and then one without the ring", async () => {
  const { instance, reads, time } = aBureau();
  await instance().keys.toSeal(people);
  reads.length = 0;
  const { keys } = instance();
  const sealing = await keys.toSeal(people);
  expect(reads).toEqual([[...people, "ring"]]);
  await keys.toOpen(people.map((person) => ({ person, generation: 1 })));
  await keys.toSeal(people.slice(0, 1));
  expect(reads).toHaveLength(1);
  time.pass(keysKeptSeconds * 1000 + 1);
  expect(await keys.toSeal(people)).toEqual(sealing);
  expect(reads.slice(1)).toEqual([people]);
  time.pass(rootsKeptSeconds * 1000);
  await keys.toSeal(people);
  expect(reads.slice(2)).toEqual([[...people, "ring"]]);
});

test("instances that meet a new person at once agree on one key", async () => {
  const { instance, items } = aBureau();
  const sealing = await Promise.all(Array.from({ length: 8 }, () => instance().keys.toSeal(people)));
  for (const each of sealing) expect(each).toEqual(sealing[0]);
  expect(items.get("ring")?.generation).toBe(1);
  expect(items.get(one)?.version).toBe(1);
});

test("keys are random, each person's their own", async () => {
  const [first, second] = [aBureau(), aBureau()];
  const bare = [
    ...(await first.instance().keys.toSeal(people)).values(),
    ...(await second.instance().keys.toSeal(people)).values(),
  ].map(({ key }) => Buffer.from(key).toString("hex"));
  expect(new Set(bare).size).toBe(6);
  expect(bare.every((each) => each.length === 64)).toBe(true);
});

test("a key outlives every record that was sealed under it, and is written once a year, not with each case", async () => {
  const { instance, items, time } = aBureau();
  const { keys } = instance();
  for (let month = 0; month < 30; month += 1) {
    await keys.toSeal([one]);
    const lastNeeded = expiresAt(retentions.finishedCase, time.now);
    expect(items.get(one)?.expiresAt).toBeGreaterThan(lastNeeded);
    time.pass(30 * 86_400_000);
  }
  expect(items.get(one)?.version).toBeLessThanOrEqual(3);
  expect(toMilliseconds(time.now)).toBeGreaterThan(0);
});

test("while an erasure is under way the key opens and no longer seals", async () => {
  const { instance, store, items } = aBureau();
  await instance().keys.toSeal([one]);
  await withClosing(store, one, true);
  const { keys } = instance();
  expect((await keys.toOpen([{ person: one, generation: 1 }])).get(one)).toMatchObject({ generation: 1 });
  expect((await keys.toSeal([one])).get(one)).toMatchObject({ generation: 2 });
  expect(Object.keys(items.get(one)?.wrapped ?? {})).toEqual(["1", "2"]);
});

test("a ring whose root is nowhere opens nothing", async () => {
  const { instance, items } = aBureau();
  await instance().keys.toSeal([one]);
  items.delete("ring");
  await expect(instance().keys.toOpen([{ person: one, generation: 1 }])).rejects.toThrow("root 1");
});

import { describe, expect, test } from "vitest";
import { isErased } from "../../../shared/people/keys/erased.ts";
import { destroyed, withClosing } from "../../../shared/people/keys/erasure.ts";
import { mostPeople } from "../../../shared/people/keys/find-people.ts";
import { fc } from "../../support/properties.ts";
import { testVault } from "../../support/test-world.ts";
import { aBureau, keyOf, person } from "./support.ts";

const place = "case/one";
const plainly = (sealed: Uint8Array): string => JSON.stringify(testVault.open(sealed, place));

/** Invented: the region does not exist. */
const number = fc.integer({ min: 10_000_000, max: 99_999_999 }).map((digits) => `9900001990${digits}`.slice(0, 18));
const name = fc.constantFrom("例甲", "例乙", "例丙一", "Example Person", "one");
const aPerson = fc.record({ name, idType: fc.constantFrom("resident-id", "passport", "other"), idNumber: number });

/** Any value that a case may hold: JSON, with people in it at any depth, named in texts, and signs of our own in them. */
const anyValue = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom("\ue000", "\ue0000.0\ue001")),
    fc.tuple(name, number).map(([who, id]) => `${who},证件 ${id}`),
    aPerson,
    fc
      .tuple(aPerson, fc.dictionary(fc.string(), tie("value"), { maxKeys: 3 }))
      .map(([who, more]) => ({ ...more, ...who })),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 4 }),
  ),
})).value;

test("whatever is sealed opens as it was, byte for byte, in any instance", async () => {
  await fc.assert(
    fc.asyncProperty(anyValue, async (value) => {
      const bureau = aBureau();
      const sealed = await bureau.instance().vault.seal(value, place);
      const opened = await bureau.instance().vault.open(sealed, place);
      // Seals of facts are hashes of their JSON: its order stays, too.
      expect(JSON.stringify(opened)).toBe(JSON.stringify(value));
    }),
    { numRuns: 150 },
  );
});

test("once their key is destroyed nothing opened names the person, and what is written again does not either", async () => {
  await fc.assert(
    fc.asyncProperty(anyValue, number, async (value, id) => {
      const gone = { ...person("例已去", id), phone: "19900001234", account: "6200-990001" };
      const whole = {
        first: gone,
        rest: [value, { ...gone, homes: [{ unitNumber: "9900-0001" }] }],
        note: `致 例已去 ${id}`,
      };
      const bureau = aBureau();
      const sealed = await bureau.instance().vault.seal(whole, place);
      expect(plainly(sealed)).not.toContain(id);
      await destroyed(bureau.store, keyOf(id), 1, bureau.time.now);
      const instance = bureau.instance();
      const opened = (await instance.vault.open(sealed, place)) as typeof whole;
      const again = await instance.vault.seal(opened, place);
      const texts = [JSON.stringify(opened), plainly(again), JSON.stringify(await instance.vault.open(again, place))];
      for (const text of texts) {
        for (const theirs of [id, "例已去", "19900001234", "6200-990001", "9900-0001"])
          expect(text).not.toContain(theirs);
      }
      expect(isErased(opened.first.name) && isErased(opened.first.idNumber)).toBe(true);
      // Nothing was made that could pass for the key that is gone.
      expect(bureau.items.get(keyOf(id))).toMatchObject({ generation: 1, wrapped: {} });
    }),
    { numRuns: 60 },
  );
});

const [one, other] = [person("例甲", "990000199001010011"), person("例乙", "990000199001010022")];

test("the rest of the case stays: the other party's record, amounts and shares", async () => {
  const bureau = aBureau();
  const value = { sellers: [{ ...one, share: "1/2" }], buyers: [{ ...other, share: "1/1" }], price: "880000.00" };
  const sealed = await bureau.instance().vault.seal(value, place);
  await destroyed(bureau.store, keyOf(one.idNumber), 1, bureau.time.now);
  const opened = (await bureau.instance().vault.open(sealed, place)) as typeof value;
  expect(opened).toMatchObject({
    sellers: [{ share: "1/2", idType: "resident-id" }],
    buyers: value.buyers,
    price: "880000.00",
  });
});

test("two people who were erased do not become one", async () => {
  const bureau = aBureau();
  const sealed = await bureau.instance().vault.seal([one, other], place);
  for (const { idNumber } of [one, other]) await destroyed(bureau.store, keyOf(idNumber), 1, bureau.time.now);
  const [first, second] = (await bureau.instance().vault.open(sealed, place)) as (typeof one)[];
  expect(first?.idNumber).not.toBe(second?.idNumber);
});

describe("what opens nothing", () => {
  test("another place", async () => {
    const { vault } = aBureau().instance();
    const sealed = await vault.seal({ one }, place);
    await expect(vault.open(sealed, "case/two")).rejects.toThrow();
  });

  test("an envelope that was moved into another case, or given to another person", async () => {
    const { vault } = aBureau().instance();
    const from = testVault.open(await vault.seal({ one }, place), place) as { envelopes: { of: string }[] };
    const moved = testVault.seal(from, "case/two");
    await expect(vault.open(moved, "case/two")).rejects.toThrow();
    await vault.seal({ other }, place);
    const [envelope] = from.envelopes;
    const given = testVault.seal({ ...from, envelopes: [{ ...envelope, of: keyOf(other.idNumber) }] }, place);
    await expect(vault.open(given, place)).rejects.toThrow();
  });

  test("another person's key under this person's name, or another bureau's ring", async () => {
    const bureau = aBureau();
    const sealed = await bureau.instance().vault.seal({ one, other }, place);
    const theirs = bureau.items.get(keyOf(other.idNumber));
    if (!theirs) throw new Error("no key");
    bureau.items.set(keyOf(one.idNumber), theirs);
    await expect(bureau.instance().vault.open(sealed, place)).rejects.toThrow();

    const elsewhere = aBureau("nanning");
    for (const [owner, kept] of bureau.items) elsewhere.items.set(owner, kept);
    await expect(elsewhere.instance().vault.open(sealed, place)).rejects.toThrow();
  });

  test("a key that was lost is no key that was destroyed: it is an error, and nothing is written over it", async () => {
    const bureau = aBureau();
    const sealed = await bureau.instance().vault.seal({ one }, place);
    bureau.items.delete(keyOf(one.idNumber));
    await expect(bureau.instance().vault.open(sealed, place)).rejects.toThrow("lost");
  });
});

test("whoever comes again after their erasure has a new key, of a new generation, and what was stays gone", async () => {
  const bureau = aBureau();
  const before = await bureau.instance().vault.seal({ one }, place);
  await withClosing(bureau.store, keyOf(one.idNumber), true);
  await destroyed(bureau.store, keyOf(one.idNumber), 1, bureau.time.now);
  const { vault } = bureau.instance();
  const after = await vault.seal({ one }, place);
  expect(await vault.open(after, place)).toEqual({ one });
  expect(((await vault.open(before, place)) as { one: typeof one }).one.name).toMatch(/erased/);
  expect(bureau.items.get(keyOf(one.idNumber))).toMatchObject({ generation: 2 });
});

test("a draft with people without end makes no keys without end, and opens as it was", async () => {
  const bureau = aBureau();
  const many = Array.from({ length: mostPeople + 50 }, (_, index) => person("例众", `99000019900101${1000 + index}`));
  const sealed = await bureau.instance().vault.seal({ many }, place);
  expect(bureau.items.size).toBe(mostPeople + 1);
  expect(await bureau.instance().vault.open(sealed, place)).toEqual({ many });
});

test("what was sealed before people had keys opens as it was", async () => {
  const { vault } = aBureau().instance();
  expect(await vault.open(testVault.seal({ one }, place), place)).toEqual({ one });
});

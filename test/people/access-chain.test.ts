import { beforeAll, describe, expect, test } from "vitest";
import type { Instant } from "../../shared/kernel/instant.ts";
import { accessLog } from "../../shared/people/access-log/access-log.ts";
import {
  type Finding,
  type FoundLink,
  type Link,
  nextLink,
  verifyChain,
} from "../../shared/people/access-log/chain.ts";
import type { AccessEntry } from "../../shared/people/access-log/entry.ts";
import { memoryChainStore } from "../../shared/people/access-log/memory-chain-store.ts";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { testSecret, testVault } from "../support/test-world.ts";

const hash = keyedHash(testSecret);
const chain = "person/of-a-test";
const length = 10_000;

const entry = (index: number): AccessEntry => ({
  at: new Date(Date.UTC(2030, 0, 1) + index * 1000).toISOString() as Instant,
  reader: { kind: "machine" },
  does: "looks-up",
  reason: "case-work",
  caseId: "00abcdefghjkmnpqrstvwxyz12",
  packageId: "test",
  packageVersion: 1,
  fields: [`fact-${index}`],
  people: 1,
});

const links: Link[] = [];
beforeAll(() => {
  for (let index = 1; index <= length; index += 1) links.push(nextLink(hash, chain, links.at(-1), [entry(index)]));
});

const asFound = (): FoundLink[] => links.map((link) => ({ place: link.number, link }));
const linkAt = (number: number): Link => links[number - 1] as Link;
const head = () => linkAt(length);
const check = (found: readonly FoundLink[]) => verifyChain(hash, chain, found, [head()]);

describe(`a chain of ${length}`, () => {
  test("is whole as it was written", () => {
    expect(check(asFound())).toEqual([]);
  });

  const altered = (number: number, link: Partial<Link>) =>
    asFound().map((each) => (each.place === number ? { place: number, link: { ...linkAt(number), ...link } } : each));
  const swapped = (one: number, other: number) =>
    asFound().map(({ place, link }) => {
      if (place === one) return { place, link: linkAt(other) };
      return place === other ? { place, link: linkAt(one) } : { place, link: link as Link };
    });
  const findings: readonly (readonly [string, () => readonly FoundLink[], readonly Finding[]])[] = [
    ["one altered", () => altered(4711, { entries: [entry(1)] }), [{ kind: "altered", number: 4711 }]],
    ["the first altered", () => altered(1, { entries: [] }), [{ kind: "altered", number: 1 }]],
    [
      "one that does not open",
      () => asFound().map((each) => (each.place === 9 ? { place: 9 } : each)),
      [{ kind: "altered", number: 9 }],
    ],
    ["one removed", () => asFound().filter(({ place }) => place !== 2718), [{ kind: "removed", number: 2718 }]],
    ["the first removed", () => asFound().slice(1), [{ kind: "removed", number: 1 }]],
    ["the last removed", () => asFound().slice(0, -1), [{ kind: "removed", number: length }]],
    [
      "two reordered",
      () => swapped(3141, 5926),
      [
        { kind: "reordered", number: 3141, foundAt: 5926 },
        { kind: "reordered", number: 5926, foundAt: 3141 },
      ],
    ],
    [
      "one put a second time in place of another",
      () => asFound().map((each) => (each.place === 77 ? { place: 77, link: linkAt(76) } : each)),
      [
        { kind: "reordered", number: 76, foundAt: 77 },
        { kind: "removed", number: 77 },
      ],
    ],
    [
      "one written anew by somebody who has the key",
      () => altered(500, nextLink(hash, chain, linkAt(499), [entry(1)])),
      [{ kind: "altered", number: 500 }],
    ],
    [
      "the last written anew by somebody who has the key",
      () => altered(length, nextLink(hash, chain, linkAt(length - 1), [entry(1)])),
      [{ kind: "altered", number: length }],
    ],
  ];
  test.each(findings)("%s is found, and named", (_, tampered, expected) => {
    expect(check(tampered())).toEqual(expected);
  });

  test("of somebody else's chain, not one link passes", () => {
    const stolen = asFound().slice(0, 3);
    expect(verifyChain(hash, "person/another", stolen, []).map(({ kind }) => kind)).toEqual(Array(3).fill("altered"));
  });
});

test("links whose period has ended are lawfully gone, and no others", () => {
  const chained: Link[] = [];
  for (let index = 1; index <= 4; index += 1) {
    const former = chained.at(-1);
    const at = former?.entries.at(-1)?.at;
    chained.push(nextLink(hash, chain, former && { ...former, ...(at && { at }) }, [entry(index)]));
  }
  const left = chained.slice(2).map((link) => ({ place: link.number, link }));
  const after = (days: number) => new Date(Date.UTC(2030, 0, 1 + days)).toISOString() as Instant;
  expect(verifyChain(hash, chain, left, [], after(1097))).toEqual([]);
  expect(verifyChain(hash, chain, left, [], after(1095)).map(({ number }) => number)).toEqual([1, 2]);
  expect(verifyChain(hash, chain, left.slice(1), [], after(1097))).toEqual([]);
  expect(
    verifyChain(hash, chain, [left[0], left[1]].slice(0, 1) as FoundLink[], [chained[3] as Link], after(1097)),
  ).toEqual([{ kind: "removed", number: 4 }]);
});

describe("the log", () => {
  test("keeps each note, of however many writers at once, in one whole chain", async () => {
    const store = memoryChainStore(testVault);
    const writers = Array.from({ length: 5 }, () => accessLog({ store, hash }));
    const notes = Array.from({ length: 200 }, (_, index) => ({ chain, entry: entry(index) }));
    await Promise.all(notes.map((note, index) => writers[index % writers.length]?.note([note])));
    const [reader] = writers;
    const whole = await reader?.whole(chain);
    const noted = whole?.found.flatMap(({ link }) => link?.entries.flatMap(({ fields }) => fields) ?? []) ?? [];
    expect(noted.sort()).toEqual(notes.map((note) => note.entry.fields[0]).sort());
    expect(verifyChain(hash, chain, whole?.found ?? [], whole?.head ? [whole.head] : [])).toEqual([]);
  });

  test("tells each end outside, so that an old head with its links put back is found", async () => {
    const items = new Map<string, { sealed?: unknown }>();
    const store = memoryChainStore(testVault, items);
    const anchors: { number: number; hash: string }[] = [];
    const log = accessLog({ store, hash, anchor: (_, end) => anchors.push(end) });
    await log.note([{ chain, entry: entry(1) }]);
    const former = new Map(items);
    const formerHead = store.heads.get(chain);
    await log.note([{ chain, entry: entry(2) }]);
    items.clear();
    for (const [name, item] of former) items.set(name, item);
    if (formerHead) store.heads.set(chain, formerHead);
    const { found, head: told } = await log.whole(chain);
    expect(verifyChain(hash, chain, found, told ? [told] : [])).toEqual([]);
    expect(verifyChain(hash, chain, found, anchors)).toEqual([{ kind: "removed", number: 2 }]);
  });

  test("what cannot be noted is an error, so that nothing is read", async () => {
    const store = memoryChainStore(testVault);
    const broken = { ...store, put: () => Promise.reject(new Error("throttled")) };
    await expect(accessLog({ store: broken, hash }).note([{ chain, entry: entry(1) }])).rejects.toThrow("throttled");
  });
});

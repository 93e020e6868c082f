import { describe, expect, test } from "vitest";
import { advanceDueCases } from "../../shared/actions/advance-due-cases.ts";
import { openCase } from "../../shared/actions/open-case.ts";
import { lookUpQuota, type QuotaKey, type QuotaStore } from "../../shared/cases/look-up-quota.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { aCaller, testWorld } from "../support/test-world.ts";

const memoryQuotaStore = (): QuotaStore => {
  const counts = new Map<string, number>();
  const nameOf = (key: QuotaKey) => JSON.stringify(key);
  return {
    read: async (key) => counts.get(nameOf(key)) ?? 0,
    write: async (key, taken, expected) => {
      if ((counts.get(nameOf(key)) ?? 0) !== expected) return "conflict";
      counts.set(nameOf(key), taken);
      return "written";
    },
  };
};

const morning = "2030-01-31T02:00:00.000Z" as Instant;
// Midnight in China.
const nextDay = "2030-01-31T16:00:00.000Z" as Instant;

describe("the look-ups of a day", () => {
  test("are never more than agreed, of however many processes at once, and begin anew at midnight", async () => {
    const store = memoryQuotaStore();
    const processes = Array.from({ length: 3 }, () => lookUpQuota(store, () => 45));
    const takeAll = async (at: Instant) => {
      const outcomes = await Promise.all(
        Array.from({ length: 120 }, (_, index) => processes[index % 3]?.take("civil-affairs/marriages", "housing", at)),
      );
      return outcomes.filter(Boolean).length;
    };
    expect(await takeAll(morning)).toBe(45);
    expect(await takeAll(morning)).toBe(0);
    expect(await takeAll(nextDay)).toBe(45);
  });

  test("are counted apart for each purpose", async () => {
    const quota = lookUpQuota(memoryQuotaStore(), () => 1);
    const take = (purpose: string) => quota.take("civil-affairs/marriages", purpose, morning);
    expect([await take("housing"), await take("housing"), await take("another")]).toEqual([true, false, true]);
  });
});

test("used up, a step waits in words for tomorrow, nobody is asked, and then it is", async () => {
  const world = {
    ...testWorld(),
    quota: lookUpQuota(memoryQuotaStore(), (name) => (name.startsWith("market") ? 1 : 9)),
  };
  const open = async (idempotencyKey: string) =>
    (
      await openCase(world, {
        caller: aCaller(),
        packageId: "test",
        opening: { code: "C-1" },
        consents: { dataSharing: true },
        idempotencyKey,
      })
    ).case;
  await open("the first of the day");
  const asked = () => world.authorities.calls.filter(({ operation }) => operation.startsWith("market")).length;
  const second = await open("the second of the day");
  expect(second.steps.licence).toMatchObject({ status: "retrying", code: "quota-used-up", nextAt: nextDay });
  expect(second.steps.licence?.because?.zh).toContain("明日自动查询");
  expect(second.steps.status?.status).toBe("done");
  expect(asked()).toBe(1);
  world.time.now = nextDay;
  await advanceDueCases(world, {});
  expect((await world.cases.read(second.id))?.steps.licence?.status).toBe("done");
  expect(asked()).toBe(2);
});

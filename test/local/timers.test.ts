import { expect, test } from "vitest";
import type { Invocation } from "../../infra/local/lambda/function-host.ts";
import { startTimers } from "../../infra/local/timers.ts";

const answered: Invocation = { kind: "answered", payload: "null" };

test("a sweep begins at once, is repeated, and never overlaps itself", async () => {
  const events: unknown[] = [];
  let underWay = 0;
  let most = 0;
  const enough = Promise.withResolvers<void>();
  const timers = startTimers({
    everyMilliseconds: 1,
    log: () => {},
    invoke: async (name, event) => {
      if (name !== "advance-due-cases") return answered;
      events.push({ name, event });
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 5));
      underWay -= 1;
      if (events.length === 3) enough.resolve();
      return answered;
    },
  });
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({
    name: "advance-due-cases",
    event: {
      version: "0",
      source: "aws.events",
      "detail-type": "Scheduled Event",
      region: "cn-north-1",
      resources: ["arn:aws-cn:events:cn-north-1:000000000000:rule/advance-due-cases"],
      detail: {},
    },
  });
  await enough.promise;
  await timers.close();
  const count = events.length;
  expect(most).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(events).toHaveLength(count);
});

test("every scheduled function is called", async () => {
  const called = new Set<string>();
  const timers = startTimers({
    log: () => {},
    invoke: async (name) => {
      called.add(name);
      return answered;
    },
  });
  await timers.close();
  expect([...called].sort()).toEqual(["advance-due-cases", "reconcile-payments"]);
});

test("a sweep that fails is repeated, and said once", async () => {
  const lines: string[] = [];
  let count = 0;
  const enough = Promise.withResolvers<void>();
  const timers = startTimers({
    everyMilliseconds: 1,
    log: (_, line) => lines.push(line),
    invoke: async (name) => {
      if (name !== "advance-due-cases") return answered;
      count += 1;
      if (count === 3) enough.resolve();
      return { kind: "failed", errorType: "Error", errorMessage: "no" };
    },
  });
  await enough.promise;
  await timers.close();
  expect(lines).toEqual(["advance-due-cases failed"]);
});

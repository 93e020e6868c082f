import { describe, expect, test } from "vitest";
import { Breaker } from "../../shared/connectors/breaker.ts";
import { callSource, type Reading } from "../../shared/connectors/call-source.ts";
import type { Sent } from "../../shared/connectors/send.ts";

const ok: Sent = { kind: "reply", status: 200, headers: {}, body: "" };
const broken: Sent = { kind: "reply", status: 500, headers: {}, body: "" };

const read = (sent: Sent): Reading<string> =>
  sent === ok
    ? { kind: "answered", answer: "yes", reference: "" }
    : { kind: "silent", reason: sent.kind === "timed-out" ? "time-box-exceeded" : "failed", reference: "" };

/** A source in its own time: each attempt takes as long as scripted, or is cut off by the time it was given. */
const sourceTaking = (...script: readonly (readonly [milliseconds: number, sent: Sent])[]) => {
  let time = 1000;
  const left = [...script];
  const given: number[] = [];
  const attempt = async (timeoutMilliseconds: number): Promise<Sent> => {
    given.push(timeoutMilliseconds);
    const [milliseconds, sent] = left.shift() ?? [0, broken];
    time += Math.min(milliseconds, timeoutMilliseconds);
    return milliseconds > timeoutMilliseconds ? { kind: "timed-out" } : sent;
  };
  const parts = {
    breaker: new Breaker({ failures: 2, restMilliseconds: 500 }, () => time),
    now: () => time,
    sleep: async (milliseconds: number) => {
      time += milliseconds;
    },
    random: () => 0.5,
  };
  const policy = { timeBoxMilliseconds: 5000, retries: 2, retryPauseMilliseconds: 100 };
  const call = () => callSource({ authority: "bank", attempt, read }, policy, parts);
  const pass = (milliseconds: number) => {
    time += milliseconds;
  };
  return { call, given, pass, breaker: parts.breaker };
};

describe("the time box", () => {
  test.each([
    ["just within", 5000, "answered"],
    ["just over", 5001, "silent"],
  ])("an answer %s", async (_, milliseconds, kind) => {
    const { call } = sourceTaking([milliseconds, ok]);
    expect(await call()).toMatchObject({ kind, stamp: { attempts: 1, milliseconds: 5000 } });
  });

  test("holds all attempts and pauses together", async () => {
    const { call, given } = sourceTaking([3000, broken], [1000, broken], [9000, ok]);
    // 3000 + pause 100 + 1000 + pause 200 leave 700 for the last.
    expect(await call()).toMatchObject({ reason: "time-box-exceeded", stamp: { attempts: 3, milliseconds: 5000 } });
    expect(given).toEqual([5000, 1900, 700]);
  });

  test("a pause that does not fit is not begun", async () => {
    const { call } = sourceTaking([4900, broken], [0, ok]);
    expect(await call()).toMatchObject({ reason: "failed", stamp: { attempts: 1, milliseconds: 4900 } });
  });
});

test("the stamp counts all attempts and their time", async () => {
  const { call } = sourceTaking([10, broken], [20.44, ok]);
  expect(await call()).toMatchObject({ kind: "answered", stamp: { attempts: 2, milliseconds: 130.4 } });
});

describe("the breaker", () => {
  const threeFailures = [
    [0, broken],
    [0, broken],
    [0, broken],
  ] as const;

  test("opens after the failures it was told, rests, lets one probe through, and closes on its answer", async () => {
    const { call, given, pass } = sourceTaking(...threeFailures, ...threeFailures, [1, ok], [1, ok]);
    await call();
    await call();
    expect(await call()).toMatchObject({ reason: "breaker-open", stamp: { attempts: 0 } });
    pass(499);
    expect(await call()).toMatchObject({ reason: "breaker-open" });
    pass(1);
    const [probe, meanwhile] = await Promise.all([call(), call()]);
    expect(probe).toMatchObject({ kind: "answered" });
    expect(meanwhile).toMatchObject({ reason: "breaker-open" });
    expect(await call()).toMatchObject({ kind: "answered" });
    expect(given).toHaveLength(8);
  });

  test("stays open for another rest when the probe fails", async () => {
    const { call, pass } = sourceTaking(
      ...threeFailures,
      ...threeFailures,
      [1, broken],
      [1, broken],
      [1, broken],
      [1, ok],
    );
    await call();
    await call();
    pass(500);
    expect(await call()).toMatchObject({ reason: "failed" });
    expect(await call()).toMatchObject({ reason: "breaker-open" });
    pass(500);
    expect(await call()).toMatchObject({ kind: "answered" });
  });
});

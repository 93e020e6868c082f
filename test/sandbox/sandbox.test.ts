import { mkdtempSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../infra/local/sandbox/start-sandbox.ts";
import { controlOf } from "./control.ts";
import { startListener } from "./listener.ts";
import { balance, callerOf, deposit, openAccount, secret, toyAuthority } from "./toy-authority.ts";

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const start = async (options: Partial<SandboxOptions> = {}): Promise<Sandbox> => {
  const sandbox = await startSandbox({ secret, authorities: [toyAuthority], ...options });
  endings.push(() => sandbox.close());
  return sandbox;
};

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
  endings.push(() => rmSync(folder, { recursive: true }));
  return folder;
};

const ask = { account: "rainy-day" };
const pay = { account: "rainy-day", amount: 5 };

describe("acts", () => {
  test("one done twice under one key has one effect, and the repeat gets the first answer and reference", async () => {
    const sandbox = await start();
    const call = callerOf(sandbox.urls);
    const first = await call(deposit, pay, { key: "case-1:deposit" });
    const again = await call(deposit, pay, { key: "case-1:deposit" });
    const other = await call(deposit, pay, { key: "case-2:deposit" });
    expect(first).toMatchObject({
      kind: "answered",
      answer: { receipt: expect.stringMatching(/^收〔\d{4}〕000001号$/) },
    });
    expect({ ...again, stamp: again.stamp.reference }).toEqual({ ...first, stamp: first.stamp.reference });
    expect(other).toMatchObject({ kind: "answered", answer: { receipt: expect.stringContaining("000002") } });
    expect(await call(balance, ask, { key: "q" })).toMatchObject({ answer: { balance: 110 } });
    expect(await controlOf(sandbox).acts()).toMatchObject({ effects: 2, repeats: 1, differing: 0 });
  });

  test("another request under a used key changes nothing, and is counted", async () => {
    const sandbox = await start();
    const call = callerOf(sandbox.urls);
    await call(deposit, pay, { key: "case-1:deposit" });
    await call(deposit, { ...pay, amount: 7 }, { key: "case-1:deposit" });
    expect(await call(balance, ask, { key: "q" })).toMatchObject({ answer: { balance: 105 } });
    expect(await controlOf(sandbox).acts()).toMatchObject({ effects: 1, repeats: 1, differing: 1 });
  });

  test("a refused one is no effect, and may be asked for again once its reason is gone", async () => {
    const sandbox = await start();
    const call = callerOf(sandbox.urls);
    const request = { account: "new", amount: 5 };
    expect(await call(deposit, request, { key: "k" })).toMatchObject({ kind: "refused", code: "no-account" });
    await controlOf(sandbox).putRecord({ authority: "bank", kind: "balance", key: "new", record: 1 });
    expect(await call(deposit, request, { key: "k" })).toMatchObject({ kind: "answered" });
    expect(await call(balance, { account: "new" }, { key: "q" })).toMatchObject({ answer: { balance: 6 } });
  });
});

describe("a restart from the journal", () => {
  test("knows each business key, record and running number", async () => {
    const folder = newFolder();
    const before = await start({ folder });
    const first = await callerOf(before.urls)(deposit, pay, { key: "case-1:deposit" });
    await before.close();
    const after = await start({ folder });
    const call = callerOf(after.urls);
    const again = await call(deposit, pay, { key: "case-1:deposit" });
    expect({ ...again, stamp: again.stamp.reference }).toEqual({ ...first, stamp: first.stamp.reference });
    expect(await call(balance, ask, { key: "q" })).toMatchObject({ answer: { balance: 105 } });
    expect(await call(deposit, pay, { key: "case-2:deposit" })).toMatchObject({
      answer: { receipt: expect.stringContaining("000002") },
    });
    expect(await controlOf(after).acts()).toMatchObject({ effects: 2, repeats: 1 });
  });

  test("forgets an entry that the crash cut off, and goes on writing behind the whole ones", async () => {
    const folder = newFolder();
    const before = await start({ folder });
    const call = callerOf(before.urls);
    await call(deposit, pay, { key: "case-1:deposit" });
    await call(deposit, pay, { key: "case-2:deposit" });
    await before.close();
    const path = join(folder, "bank.jsonl");
    truncateSync(path, readFileSync(path).length - 10);
    const after = await start({ folder });
    expect(await controlOf(after).acts()).toMatchObject({ effects: 1 });
    await callerOf(after.urls)(deposit, pay, { key: "case-2:deposit" });
    await after.close();
    const last = await start({ folder });
    expect(await callerOf(last.urls)(balance, ask, { key: "q" })).toMatchObject({ answer: { balance: 110 } });
  });

  test("sends the late answers that nobody has taken yet, and not those taken", async () => {
    const folder = newFolder();
    const listener = await startListener();
    endings.push(listener.close);
    const before = await start({ folder });
    await controlOf(before).orderNotices({ hold: true });
    const callback = (token: string) => ({ url: `${listener.url}/late/${token}`, token });
    const call = callerOf(before.urls);
    await call(openAccount, { account: "one" }, { key: "case-1:open", callback: callback("one") });
    await controlOf(before).orderNotices({ release: "case-1:open" });
    await listener.until(1);
    await expect.poll(() => controlOf(before).notices()).toEqual([]);
    await call(openAccount, { account: "two" }, { key: "case-2:open", callback: callback("two") });
    expect(listener.received).toHaveLength(1);
    await before.close();
    await start({ folder });
    await listener.until(2);
    expect(listener.received.map(({ path }) => path)).toEqual(["/late/one", "/late/two"]);
  });
});

describe("late answers", () => {
  test("come to the callback address with its token, again and again until they are taken", async () => {
    const listener = await startListener([503, 404]);
    endings.push(listener.close);
    const sandbox = await start();
    const callback = { url: `${listener.url}/v1/callbacks/case-1/open`, token: "a-token" };
    const taken = await callerOf(sandbox.urls)(openAccount, { account: "a" }, { key: "case-1:open", callback });
    expect(taken).toMatchObject({ kind: "pending", stamp: { reference: "A000001" } });
    await listener.until(3);
    expect(listener.received[2]).toMatchObject({
      path: "/v1/callbacks/case-1/open",
      headers: { "x-callback-token": "a-token", "x-reference": "A000001" },
      body: { number: expect.stringContaining("000001") },
    });
    await expect.poll(() => controlOf(sandbox).notices()).toEqual([]);
  });

  test("can be lost until they are released, and can come twice", async () => {
    const listener = await startListener();
    endings.push(listener.close);
    const sandbox = await start();
    const control = controlOf(sandbox);
    const call = callerOf(sandbox.urls);
    const callback = { url: listener.url, token: "t" };
    await control.fault({ authority: "bank", mode: "lost-notice", times: 1 });
    await control.fault({ authority: "bank", mode: "repeated-notice", times: 1 });
    await call(openAccount, { account: "lost" }, { key: "lost", callback });
    await call(openAccount, { account: "twice" }, { key: "twice", callback });
    await listener.until(2);
    expect(listener.received.map(({ headers }) => headers["x-reference"])).toEqual(["A000002", "A000002"]);
    expect(await control.notices()).toMatchObject([{ key: "lost", attempts: 0 }]);
    await control.orderNotices({ release: true });
    await listener.until(3);
    expect(listener.received[2]?.headers["x-reference"]).toBe("A000001");
  });
});

describe("faults on request", () => {
  test.each([
    ["silent", { kind: "silent", reason: "time-box-exceeded" }, 100],
    ["slow", { kind: "silent", reason: "time-box-exceeded" }, 105],
    ["500", { kind: "silent", reason: "failed" }, 100],
    ["503", { kind: "silent", reason: "failed" }, 100],
    ["reset", { kind: "silent", reason: "unreachable" }, 100],
    ["not-found", { kind: "not-found" }, 100],
    ["lost-answer", { kind: "silent", reason: "unreachable" }, 105],
    ["garbage", { kind: "silent", reason: "unreadable-answer" }, 105],
    ["wrong-shape", { kind: "silent", reason: "unreadable-answer" }, 105],
  ])("%s", async (mode, outcome, balanceAfter) => {
    const sandbox = await start();
    const call = callerOf(sandbox.urls);
    const control = controlOf(sandbox);
    await control.fault({ authority: "bank", operation: "deposit", mode });
    const isLate = mode === "silent" || mode === "slow";
    const strike = isLate ? callerOf(sandbox.urls, { timeBoxMilliseconds: 400 }) : call;
    expect(await strike(deposit, pay, { key: "k" })).toMatchObject(outcome);
    // What was asked for slowly is done when its caller has given up, and the desk has heard of that.
    const balanceIs = () => call(balance, ask, { key: "q" });
    await expect.poll(balanceIs).toMatchObject({ answer: { balance: balanceAfter } });
    await control.heal();
    expect(await call(deposit, pay, { key: "k" })).toMatchObject({ kind: "answered" });
    expect(await call(balance, ask, { key: "q" })).toMatchObject({ answer: { balance: 105 } });
  });

  test("one fault strikes as often as it was asked for; a passing one is not even noticed", async () => {
    const sandbox = await start();
    await controlOf(sandbox).fault({ authority: "bank", mode: "500", times: 2 });
    const outcome = await callerOf(sandbox.urls)(deposit, pay, { key: "k" });
    expect(outcome).toMatchObject({ kind: "answered", stamp: { attempts: 3 } });
    expect((await controlOf(sandbox).send("GET", "/faults")).body).toEqual({ faults: [] });
  });

  test("a desk contradicts another authority only where it knows how", async () => {
    const sandbox = await start();
    const control = controlOf(sandbox);
    const fault = { authority: "bank", mode: "contradicting" };
    expect((await control.fault({ ...fault, operation: "deposit" })).status).toBe(400);
    expect((await control.fault({ ...fault, operation: "balance" })).status).toBe(201);
    expect(await callerOf(sandbox.urls)(balance, ask, { key: "q" })).toMatchObject({ answer: { balance: -1 } });
  });

  test.each([
    [{ authority: "bank", mode: "sleepy" }],
    [{ authority: "post-office", mode: "slow" }],
    [{ authority: "bank", operation: "robbery", mode: "slow" }],
    [{ authority: "bank", mode: "slow", tims: 1 }],
  ])("a fault that does not exist is refused: %j", async (fault) => {
    expect((await controlOf(await start()).fault(fault)).status).toBe(400);
  });
});

describe("the log", () => {
  test("names every call that reached a desk, in order, with what it asked", async () => {
    const sandbox = await start();
    const call = callerOf(sandbox.urls);
    await call(balance, ask, { key: "case-1:balance" });
    await call(deposit, pay, { key: "case-1:deposit" });
    expect(await controlOf(sandbox).queries()).toEqual([
      { number: 1, authority: "bank", operation: "balance", kind: "query", key: "case-1:balance", request: ask },
      { number: 2, authority: "bank", operation: "deposit", kind: "act", key: "case-1:deposit", request: pay },
    ]);
    expect((await controlOf(sandbox).send("GET", "/queries?after=1")).body.queries).toHaveLength(1);
  });
});

test("a busy port is named, and nothing stays open", async () => {
  const first = await start();
  const port = Number(new URL(first.urls.bank).port);
  await expect(startSandbox({ secret, ports: { bank: port } })).rejects.toThrow(
    `Port ${port}, meant for the sandbox's bank, is already in use.`,
  );
});

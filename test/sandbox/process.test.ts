import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { people } from "../../infra/local/sandbox/population/people.ts";
import type { Sandbox } from "../../infra/local/sandbox/start-sandbox.ts";
import { coreTaxHousing, Declaration } from "../../shared/connectors/core-tax/housing.ts";
import { httpAuthorities } from "../../shared/connectors/http-authorities.ts";
import { controlOf } from "./control.ts";

const secret = "a secret for tests, long enough to be one";
const main = fileURLToPath(new URL("../../infra/local/sandbox/main.ts", import.meta.url));
const node = fileURLToPath(new URL("../../node_modules/.bin/node", import.meta.url));

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

type Addresses = Pick<Sandbox, "urls" | "controlUrl">;

const start = async (environment: Record<string, string> = {}, stdio: "pipe" | "ignore" = "pipe") => {
  const child = spawn(node, [main], {
    env: { PATH: process.env.PATH, BUREAU_SECRET: secret, ...environment },
    stdio: [stdio, "pipe", "pipe"],
  });
  endings.push(() => kill(child));
  if (!child.stdout || !child.stderr) throw new Error("no pipes");
  let errors = "";
  child.stderr.on("data", (text) => {
    errors += text;
  });
  const line = await Promise.race([
    once(createInterface(child.stdout), "line").then(([text]) => String(text)),
    once(child, "exit").then(() => undefined),
  ]);
  return { child, addresses: line === undefined ? undefined : (JSON.parse(line) as Addresses), errors: () => errors };
};

const kill = async (child: ChildProcess) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
};

const addressesOf = (started: Awaited<ReturnType<typeof start>>): Addresses => {
  if (!started.addresses) throw new Error(started.errors());
  return started.addresses;
};

describe("the sandbox as a process", () => {
  test("says where it listens, on loopback only, and ends when its parent's pipe closes", async () => {
    const started = await start();
    for (const url of Object.values(addressesOf(started).urls)) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    started.child.stdin?.end();
    expect(await once(started.child, "exit")).toEqual([0, null]);
  });

  test("stays when it was given no pipe, and ends on SIGTERM", async () => {
    const started = await start({}, "ignore");
    const { controlUrl } = addressesOf(started);
    expect(await controlOf({ controlUrl }).acts()).toMatchObject({ effects: 0 });
    started.child.kill("SIGTERM");
    expect(await once(started.child, "exit")).toEqual([0, null]);
  });

  test.each([
    ["no secret", { BUREAU_SECRET: "" }, "BUREAU_SECRET"],
    ["ports that are none", { SANDBOX_PORTS: '{"bank": "all"}' }, "SANDBOX_PORTS"],
    ["ports that are no JSON", { SANDBOX_PORTS: "bank=1" }, "SANDBOX_PORTS"],
  ])("with %s it does not start, and says why", async (_, environment, name) => {
    const started = await start(environment);
    expect(started.addresses).toBeUndefined();
    expect(started.child.exitCode).toBe(1);
    expect(started.errors()).toContain("The sandbox did not start");
    expect(started.errors()).toContain(name);
  });
});

test("killed again and again in the middle of many acts, it applies each of them once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
  endings.push(() => rmSync(folder, { recursive: true }));
  const { name, idType, idNumber } = people["buyer-lu"];
  const declarationOf = (number: number) =>
    Declaration.parse({
      contractNumber: `LZ-KILL-${number}`,
      unitNumber: "450202999001GB00001F00010001",
      filingDate: "2020-01-01",
      payers: [
        { name, idType, idNumber, side: "buyers", form: "x".repeat(43), taxes: [{ tax: "deed-tax", amount: "1.00" }] },
      ],
    });
  const waiting = new Set(Array.from({ length: 60 }, (_, number) => number));
  const receipts = new Map<number, Set<string>>();
  let started = await start({ SANDBOX_FOLDER: folder });
  for (let life = 0; waiting.size > 0; life += 1) {
    const call = httpAuthorities({ urls: addressesOf(started).urls, secret, retries: 0 });
    let answers = 0;
    const ended = Promise.all(
      // The answered are asked for again too: they must get their first receipt.
      Array.from({ length: 60 }, async (_, number) => {
        const key = `case-${number}:file-declaration`;
        const outcome = await call(coreTaxHousing.fileDeclaration, declarationOf(number), { key });
        if (outcome.kind !== "answered") return;
        waiting.delete(number);
        receipts.set(number, (receipts.get(number) ?? new Set()).add(outcome.answer.declarationNumber));
        answers += 1;
        // Each life ends after some more answers than the one before.
        if (answers === 10 + life * 20) started.child.kill("SIGKILL");
      }),
    );
    await ended;
    await kill(started.child);
    started = await start({ SANDBOX_FOLDER: folder });
  }
  const { acts } = await controlOf(addressesOf(started)).acts();
  expect(acts).toHaveLength(60);
  expect(acts.filter(({ effects }: { effects: number }) => effects !== 1)).toEqual([]);
  const numbers = [...receipts.values()].map((each) => [...each]);
  expect(numbers.filter((each) => each.length !== 1)).toEqual([]);
  expect(new Set(numbers.flat()).size).toBe(60);
});

import { createSocket } from "node:dgram";
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { addSpan, traceId } from "../../functions/wiring/trace.ts";

const root = "1-67891233-abcdef012345678912345678";
const span = { name: "bank/debit-agreement", caseId: "00abcdefghjkmnpqrstvwxyz12", milliseconds: 250 };
const daemon = createSocket("udp4");
const heard: string[] = [];
daemon.on("message", (message) => heard.push(message.toString()));

beforeAll(async () => {
  daemon.bind(0, "127.0.0.1");
  await once(daemon, "listening");
});
afterAll(() => daemon.close());

beforeEach(() => {
  heard.length = 0;
  vi.stubEnv("AWS_XRAY_DAEMON_ADDRESS", `127.0.0.1:${daemon.address().port}`);
});
afterEach(() => vi.unstubAllEnvs());

describe("a traced invocation", () => {
  beforeEach(() => vi.stubEnv("_X_AMZN_TRACE_ID", `Root=${root};Parent=53995c3f42cd8ad8;Sampled=1`));

  test("tells the daemon what took how long, and for which case", async () => {
    addSpan(span, 1_896_055_200_250);
    await expect.poll(() => heard).toHaveLength(1);
    const [header = "", segment = ""] = heard[0]?.split("\n") ?? [];
    expect(JSON.parse(header)).toEqual({ format: "json", version: 1 });
    expect(JSON.parse(segment)).toEqual({
      name: "bank/debit-agreement",
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      trace_id: root,
      parent_id: "53995c3f42cd8ad8",
      type: "subsegment",
      start_time: 1_896_055_200,
      end_time: 1_896_055_200.25,
      annotations: { case: span.caseId },
    });
  });

  test("a call that failed is a fault", async () => {
    addSpan({ ...span, isFault: true });
    await expect.poll(() => heard).toHaveLength(1);
    expect(heard[0]).toContain('"fault":true');
  });

  test("log lines carry its number", () => expect(traceId()).toBe(root));
});

test.each([
  ["is not sampled", `Root=${root};Parent=53995c3f42cd8ad8;Sampled=0`],
  ["has no trace", ""],
])("an invocation that %s tells nothing", async (_, header) => {
  vi.stubEnv("_X_AMZN_TRACE_ID", header);
  addSpan(span);
  // Whatever was sent before this one would have been heard before it.
  vi.stubEnv("_X_AMZN_TRACE_ID", `Root=${root};Parent=53995c3f42cd8ad8;Sampled=1`);
  addSpan({ ...span, name: "the next one" });
  await expect.poll(() => heard.length).toBeGreaterThan(0);
  expect(heard).toHaveLength(1);
  expect(heard[0]).toContain("the next one");
});

test("where there is no daemon, nothing is sent", () => {
  vi.stubEnv("AWS_XRAY_DAEMON_ADDRESS", "");
  expect(() => addSpan(span)).not.toThrow();
});

import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createGateway } from "../../infra/local/gateway/gateway.ts";
import { closeServer, listen } from "../../infra/local/listen.ts";

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const started = async (arrivalTimeoutMilliseconds: number): Promise<string> => {
  const gateway = createGateway({
    mostAtOnce: 2,
    arrivalTimeoutMilliseconds,
    log: () => {},
    authorize: async () => ({ admitted: false, challenge: "" }),
    invoke: async () => ({ kind: "answered", payload: JSON.stringify({ statusCode: 200, body: "{}" }) }),
  });
  closers.push(() => closeServer(gateway));
  return listen(gateway, 0, "the API");
};

/** Sends the beginning of a request and then nothing more. */
const sendHalf = async (url: string, beginning: string): Promise<Socket> => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  closers.push(() => void socket.destroy());
  await once(socket, "connect");
  socket.write(beginning);
  return socket;
};

const halfHeader = "GET /v1/health HTTP/1.1\r\nhost: api.example\r\nx-slow: ";
const halfBody =
  "POST /v1/housing/estimates HTTP/1.1\r\nhost: api.example\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{";

test.each([
  ["headers", halfHeader],
  ["a body", halfBody],
])("a hundred clients who never finish %s keep nobody out", async (_, beginning) => {
  const url = await started(60_000);
  const slow = await Promise.all(Array.from({ length: 100 }, () => sendHalf(url, beginning)));
  const answers = await Promise.all([fetch(`${url}/v1/health`), fetch(`${url}/v1/health`)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(slow.every(({ destroyed }) => !destroyed)).toBe(true);
});

test.each([
  ["headers", halfHeader],
  ["a body", halfBody],
])("whoever never finishes %s is told so and sent away", async (_, beginning) => {
  const url = await started(200);
  const socket = await sendHalf(url, beginning);
  let heard = "";
  socket.on("data", (data) => {
    heard += data;
  });
  await once(socket, "close");
  expect(heard).toMatch(/^HTTP\/1\.1 408 /);
});

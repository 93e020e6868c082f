import { afterEach, expect, test } from "vitest";
import { createGateway } from "../../infra/local/gateway/gateway.ts";
import { closeServer, listen } from "../../infra/local/listen.ts";
import { createClient } from "../../shared/api/client.ts";

let close: () => Promise<void> = async () => {};
afterEach(() => close());

test("past its room the gateway turns requests away at once, says when to come back, and takes them when there is room", async () => {
  const held: (() => void)[] = [];
  const gateway = createGateway({
    mostAtOnce: 2,
    log: () => {},
    authorize: async () => ({ admitted: false, challenge: "" }),
    invoke: async () => {
      await new Promise<void>((resolve) => held.push(resolve));
      return { kind: "answered", payload: JSON.stringify({ statusCode: 200, body: "{}" }) };
    },
  });
  close = () => closeServer(gateway);
  const url = await listen(gateway, 0, "the API");
  const knock = () => fetch(`${url}/v1/health`);
  const first = [knock(), knock()];
  await expect.poll(() => held.length).toBe(2);

  const turnedAway = await knock();
  expect(turnedAway.status).toBe(429);
  expect(turnedAway.headers.get("retry-after")).toBe("1");
  expect(await turnedAway.json()).toEqual({ message: "Too Many Requests" });
  await expect(createClient({ baseUrl: url }).listPackages()).rejects.toMatchObject({ code: "rate-limited" });
  expect(held).toHaveLength(2);

  for (const release of held.splice(0)) release();
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200]);
  const later = knock();
  await expect.poll(() => held.length).toBe(1);
  held[0]?.();
  expect((await later).status).toBe(200);
});

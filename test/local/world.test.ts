import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalWorld, startWorld } from "../../infra/local/world.ts";
import { needsToken, type Route, type RouteName, routes } from "../../shared/api/routes.ts";
import { authorityIds } from "../../shared/connectors/authorities.ts";

// The world with everything in it: real functions, real authorities.
let world: LocalWorld;
beforeAll(async () => {
  world = await startWorld({ sweepMilliseconds: false });
});
afterAll(() => world.close());

describe.each(Object.entries(routes) as [RouteName, Route][])("%s", (_, route) => {
  const call = (headers: Record<string, string>) => {
    const path = route.path.replace(/\{\w+\}/g, "any");
    return fetch(`${world.apiUrl}${path}`, { method: route.method, headers });
  };

  test("asks for a token if it should, and reaches its function", async () => {
    const bare = await call({});
    const token = await world.token("seller-wei");
    const reached = needsToken(route) ? await call({ authorization: `Bearer ${token}` }) : bare;
    if (needsToken(route)) expect(bare.status).toBe(401);
    // The gateway's own answers are plain JSON with a message; the functions' are problems, documents or cases.
    expect(await reached.json()).not.toHaveProperty("message");
    expect(reached.status).toBeLessThan(500);
  });
});

test("the authorities listen on the loopback address, each on its own port", async () => {
  const { authorityUrls } = world.whereabouts;
  expect(Object.keys(authorityUrls).sort()).toEqual([...authorityIds].sort());
  expect(new Set(Object.values(authorityUrls)).size).toBe(authorityIds.length);
  for (const url of Object.values(authorityUrls)) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${world.controlUrl}/acts`)).status).toBe(200);
});

test("what a case tells the world reaches the bus by way of the stream", async () => {
  const sample = new URL("../../events/samples/invocations/case-changing/open-case.json", import.meta.url);
  const opened = await world.functions.invoke("case-changing", JSON.parse(await readFile(sample, "utf8")));
  const { body } = JSON.parse(opened.kind === "answered" ? opened.payload : "{}") as { body: string };
  const { id } = JSON.parse(body) as { id: string };
  const arrived = await world.bus.waitFor(({ detail }) => detail.caseId === id);
  expect(arrived).toMatchObject({ bus: "one-window", detail: { type: "case-opened", caseId: id } });
  await world.streamSettled();
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { servePages } from "../../infra/local/clients/serve-clients.ts";
import { closeServer, listen } from "../../infra/local/listen.ts";

const issuer = "http://127.0.0.1:9";
const folder = mkdtempSync(join(tmpdir(), "one-window-clients-"));
let server: Server;
let address: string;

beforeAll(async () => {
  for (const path of ["mobile", "kiosk", "assets"]) mkdirSync(join(folder, path));
  writeFileSync(join(folder, "mobile/index.html"), "<!doctype html>phone");
  writeFileSync(join(folder, "kiosk/index.html"), "<!doctype html>kiosk");
  writeFileSync(join(folder, "assets/mobile-abc.js"), "export {};");
  const config = { issuer, isSandbox: true };
  const serve = servePages(folder, async () => ({ config, controlUrl: "http://127.0.0.1:9" }));
  server = createServer(async (request, response) => {
    if (!(await serve(request, response))) response.writeHead(418).end("the API");
  });
  address = await listen(server, 0, "the clients");
});
afterAll(async () => {
  await closeServer(server);
  rmSync(folder, { recursive: true });
});

test.each([
  ["/", "phone"],
  ["/mobile/?code=1&state=2", "phone"],
  ["/kiosk/", "kiosk"],
])("%s is the page of the %s, asked for anew each time", async (path, text) => {
  const answer = await fetch(address + path);
  expect(await answer.text()).toContain(text);
  expect(answer.headers.get("cache-control")).toBe("no-cache");
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain(`connect-src 'self' ${issuer}`);
  expect(policy).not.toContain("unsafe");
});

test("hashed files are kept for a year", async () => {
  const { headers, status } = await fetch(`${address}/assets/mobile-abc.js`);
  expect(status).toBe(200);
  expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(headers.get("content-encoding")).toBe("gzip");
});

test("a client is told who logs people in", async () => {
  expect(await (await fetch(`${address}/config.json`)).json()).toEqual({ issuer, isSandbox: true });
});

test.each([
  ["/v1/cases"],
  ["/openapi.json"],
  ["/nothing.js"],
  ["/kiosk"],
  ["/..%2fsecret.json"],
  ["/assets/../../keys.json"],
])("%s is no file of theirs and goes on to the API", async (path) => {
  expect((await fetch(address + path)).status).toBe(418);
});

import { expect, test } from "vitest";
import { readContext, readDeployment } from "../../infra/deployment.ts";

const context = readContext();
const example = (context.deployments as Record<string, Record<string, unknown>>).liuzhou;
const read = (change: Record<string, unknown>, deployment = "here") =>
  readDeployment((key) => ({ deployment, deployments: { here: { ...example, ...change } } })[key]);

test.each(Object.keys(context.deployments as object))("the example %s of cdk.json is complete", (name) => {
  expect(readDeployment((key) => (key === "deployment" ? name : context[key])).name).toBe(name);
});

test("arm64 and reserved room, unless a bureau says otherwise", () => {
  expect(read({})).toMatchObject({ name: "here", architecture: "arm64", reservesConcurrency: true });
});

test.each([
  ["an authority without an address", { authorityUrls: {} }, /authorityUrls/],
  [
    "an authority that nobody knows",
    { authorityUrls: { ...(example?.authorityUrls as object), moon: "https://moon.example" } },
    /moon/,
  ],
  ["an address without encryption", { issuer: "http://identity.example" }, /issuer/],
  ["a slash too many", { issuer: "https://identity.example/" }, /No slash at the end/],
  ["a misspelt setting", { alarmMial: "operators@example.com" }, /alarmMial/],
  ["no audience", { audience: [] }, /audience/],
  ["a Region that is none", { region: "Beijing" }, /region/],
  ["a place whose law we do not hold", { locality: "toString" }, /No such place in shared\/tax\/localities/],
])("%s is refused by name", (_, change, complaint) => {
  expect(() => read(change)).toThrow(complaint);
});

test("an unknown deployment is told which there are", () => {
  expect(() => read({}, "nowhere")).toThrow('cdk.json knows no deployment "nowhere"; it has: here');
});

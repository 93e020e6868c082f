import { describe, expect, test } from "vitest";
import { readContext, readDeployment } from "../../infra/deployment.ts";
import { localities } from "../../shared/tax/localities/index.ts";

const context = readContext();
const example = (context.deployments as Record<string, Record<string, unknown>>).liuzhou;
const read = (change: Record<string, unknown>, deployment = "here") =>
  readDeployment((key) => ({ deployment, deployments: { here: { ...example, ...change } } })[key]);

describe("the examples of cdk.json", () => {
  test.each(Object.keys(context.deployments as object))(
    "%s is complete, and we hold the law of its place",
    (deployment) => {
      const { locality } = readDeployment((key) => (key === "deployment" ? deployment : context[key]));
      expect(Object.keys(localities)).toContain(locality);
    },
  );
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
])("%s is refused by name", (_, change, complaint) => {
  expect(() => read(change)).toThrow(complaint);
});

test("an unknown deployment is told which there are", () => {
  expect(() => read({}, "nowhere")).toThrow('cdk.json knows no deployment "nowhere"; it has: here');
});

import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { companies } from "../../infra/local/sandbox/population/companies.ts";
import { type LocalWorld, startWorld } from "../../infra/local/world.ts";
import { createClient } from "../../shared/api/client.ts";
import { definePackage, PackageInvalid } from "../../shared/packages/define-package.ts";
import { formOf } from "../../shared/packages/form.ts";
import { readPackageFile } from "../../shared/packages/from-data/package-file.ts";
import { packageFromData } from "../../shared/packages/from-data/package-from-data.ts";
import { packages, packagesOf } from "../../shared/packages/index.ts";
import { savingsOf } from "../../shared/packages/savings.ts";
import { explorePaths } from "../support/explore-paths.ts";
import { play, type Story, type View } from "../world/support/drive.ts";

const read = (folder: string) => {
  const url = new URL(`../../shared/packages/${folder}/`, import.meta.url);
  return readdirSync(url)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => JSON.parse(readFileSync(new URL(file, url), "utf8")) as unknown);
};
const files = [...read("data"), ...read("localities")];
const liuzhou = packagesOf("liuzhou");

describe("packages of data alone", () => {
  test.each(files.map((file) => [(file as { id: string }).id, file] as const))(
    "%s is as a package file must be",
    (_, file) => {
      expect(readPackageFile(file)).toMatchObject(file as object);
      expect(liuzhou.map(({ id }) => id)).toContain((file as { id: string }).id);
    },
  );

  test.each<[string, object, string]>([
    ["an unknown field", { colour: "red" }, "colour"],
    [
      "an authority that does not exist",
      {
        steps: [
          { id: "a", kind: "task", name: words(), performs: { authority: "nobody", operation: "x", kind: "act" } },
        ],
      },
      "authority",
    ],
    ["a name that is none", { id: "Not A Name" }, "id"],
    ["a step of a kind that data cannot have", { steps: [{ id: "a", kind: "rule", name: words() }] }, "kind"],
  ])("%s is refused, by its name", (_, change, named) => {
    const attempt = () => readPackageFile({ ...(files[0] as object), ...change });
    expect(attempt).toThrow(PackageInvalid);
    expect(attempt).toThrow(named);
  });

  test("one that contradicts itself is refused like any other", () => {
    const [file] = files as { steps: { id: string; needs?: string[] }[] }[];
    const steps = file?.steps.map((step) => ({ ...step, needs: [...(step.needs ?? []), "nothing"] }));
    expect(() => packageFromData({ ...file, steps })).toThrow("needs nothing, which nobody gives");
  });

  test("a locality's own stand in that locality alone", () => {
    expect(liuzhou.map(({ id }) => id)).toContain("rice-noodle-workshop");
    expect(packagesOf("elsewhere")).toEqual(packages);
    expect(packages.map(({ id }) => id)).not.toContain("rice-noodle-workshop");
  });

  test("the restaurant of Guizhou: thirty-two materials and nine visits before, one form and one visit now", () => {
    const restaurant = packages.find(({ id }) => id === "restaurant-opening");
    expect(restaurant).toBeDefined();
    const { formsBefore, papersBefore, fieldsBefore, fieldsNow, ...now } = savingsOf(
      definePackage(restaurant as never),
    );
    expect(formsBefore + papersBefore).toBe(32);
    expect(fieldsNow).toBeLessThan(fieldsBefore);
    expect(now).toEqual({ formsNow: 1, papersNow: 0, visitsBefore: 9, visitsNow: 1 });
  });
});

describe("nothing is asked that somebody already knows", () => {
  test.each(liuzhou.map((definition) => [definition.id, definition] as const))("%s", (_, definition) => {
    const { opening, asked, prefilled, produced } = formOf(definition);
    const all = [...opening, ...asked, ...prefilled, ...produced].map((each) =>
      typeof each === "string" ? each : each.fact,
    );
    expect(new Set(all).size).toBe(all.length);
    for (const { fact } of asked) expect(definition.facts[fact]?.holder, fact).toBeUndefined();
  });

  // Those that are code are walked through in all-paths.test.ts.
  const ofData = new Set(files.map((file) => (file as { id: string }).id));
  test.each(liuzhou.filter(({ id }) => ofData.has(id)).map((definition) => [definition.id, definition] as const))(
    "%s: no case hangs",
    (_, definition) => {
      const { paths, stuck } = explorePaths(definition);
      expect(stuck).toEqual([]);
      expect(paths).toBeGreaterThan(1n);
    },
  );
});

describe("from the file to a running case, through HTTP", () => {
  let world: LocalWorld;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const { creditCode } = companies["plain-company"];
  const clientOf = (login: string) => createClient({ baseUrl: world.apiUrl, token: () => world.token(login) });
  const tell = (packageId: string, answers: Story["answers"] & object, until?: (view: View) => boolean) =>
    play(
      { packageId, opening: { creditCode }, people: ["founder-zhong"], answers },
      `data-${packageId}`,
      clientOf,
      until,
    );

  test("opening a restaurant: departments act side by side, the fire brigade answers later", async () => {
    const plan = { cuisine: "noodles", seats: 40, signboardText: "例记螺蛳粉", drainsGrease: true };
    const told = await tell("restaurant-opening", { "confirm-plan": plan });
    expect(told).toMatchObject({ status: "completed" });
    expect(new Set(Object.values(told.steps))).toEqual(new Set(["done"]));
    const view = await clientOf("founder-zhong").getCase({ caseId: told.caseId });
    expect(view.steps.filter(({ kind }) => kind === "task").every(({ document }) => document !== undefined)).toBe(true);
  });

  test("a new address: four bodies take it in one case", async () => {
    const told = await tell("address-change", {
      "new-address": { newAddress: "柳州市柳南区例路9号", newDivision: "450204" },
    });
    expect(told).toMatchObject({ status: "completed", steps: { "insurance-change": "done", "bank-change": "done" } });
  });

  test("Liuzhou's own package, added by its file", async () => {
    const told = await tell("rice-noodle-workshop", { output: { dailyBowls: 300 } });
    expect(told).toMatchObject({ status: "completed", steps: { "workshop-registration": "done" } });
  });

  test("what a department refuses is told in its words, and everything else is done", async () => {
    const plan = { cuisine: "noodles", seats: 40, signboardText: "柳州最好螺蛳粉", drainsGrease: false };
    const story = { packageId: "restaurant-opening", opening: { creditCode }, people: ["founder-zhong"] as const };
    const told = await play({ ...story, answers: { "confirm-plan": plan } }, "superlative", clientOf);
    expect(told).toMatchObject({ status: "refused", steps: { "signboard-filing": "refused", "food-licence": "done" } });
  });
});

function words() {
  return { zh: "词", en: "word" };
}

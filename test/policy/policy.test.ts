import { beforeAll, describe, expect, test, vi } from "vitest";
import { type RouteName, routes } from "../../shared/api/routes.ts";
import { policy, type Rule } from "../../shared/people/policy.ts";
import { personas } from "./personas.ts";
import { matrixOf } from "./print.ts";
import { type Tried, tryEveryCell } from "./try-cells.ts";

let tried: readonly Tried[];
beforeAll(async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  tried = await tryEveryCell();
});

const names = Object.keys(routes) as RouteName[];
const gotBy = (persona: string) =>
  new Map(tried.filter((cell) => cell.persona === persona).map((cell) => [cell.route, cell]));
const openTo = (persona: string): readonly string[] =>
  [...gotBy(persona).values()].filter(({ got }) => got === "yes").map(({ route }) => route);
const withToken = names.filter((name) => typeof (policy[name] as Rule).callers !== "string");

test("every route has its row, every row its route, and no cell is untried", () => {
  expect(Object.keys(policy).sort()).toEqual([...names].sort());
  expect(tried).toHaveLength(names.length * personas.length);
});

test("what came is what the table says, in every cell", () => {
  const wrong = tried
    .filter(({ got, expected }) => got !== expected)
    .map(({ route, persona, expected, got }) => `${route}, ${persona}: expected ${expected}, got ${got}`);
  expect(wrong).toEqual([]);
});

test("a cell that is not as expected shows in the printed matrix", () => {
  const [first] = tried as readonly [Tried];
  const printed = matrixOf([{ ...first, got: "case-changed" }, ...tried.slice(1)]);
  expect(printed).toContain("1 not as expected");
  expect(printed).toContain(`! ${first.route}, ${first.persona}: expected ${first.expected}, got case-changed`);
});

/** Said once more, apart from the table, so that a wrong row does not agree with itself. */
describe("single facts", () => {
  const ofCases = withToken.filter((name) => routes[name].path.includes("{caseId}"));

  test("a stranger, a spouse who is no party, and an officer of another office learn of no case", () => {
    const toBystanders = ["getSubjectNotice", "objectToRecords"];
    for (const persona of ["stranger", "spouse, no party", "officer elsewhere"]) {
      const isNamed = (name: string) => persona === "spouse, no party" && toBystanders.includes(name);
      for (const name of ofCases.filter((each) => !isNamed(each)))
        expect(gotBy(persona).get(name)?.got, `${persona} ${name}`).toMatch(
          /^(case-not-found|officer-only|residents-only)$/,
        );
    }
  });

  test("whom a record names reads that it does, and objects; nobody else, and not a value of anybody", () => {
    for (const { name } of personas) {
      const may = openTo(name).filter((route) => route === "getSubjectNotice" || route === "objectToRecords");
      expect(may, name).toEqual(name === "spouse, no party" ? ["getSubjectNotice", "objectToRecords"] : []);
    }
    const { reply } = gotBy("spouse, no party").get("getSubjectNotice") as Tried;
    expect(reply).toMatchObject({ records: [{ id: "licence" }], mayObject: true });
    expect(JSON.stringify(reply)).not.toMatch(/test-one|test-bystander|0001|Example Ltd/);
  });

  test("whoever belongs to one case is nobody in another's", () => {
    const inAnothers = personas.map(({ name }) => name).filter((name) => name.endsWith("another's case"));
    expect(inAnothers.length).toBeGreaterThanOrEqual(8);
    for (const persona of inAnothers)
      expect(
        openTo(persona).filter((route) => ofCases.includes(route as RouteName)),
        persona,
      ).toEqual([]);
  });

  test("only officers of the case's office decide, and a case's people never", () => {
    const decides = ["claimStep", "decideStep", "takeOverDecision"];
    for (const { name } of personas) {
      const may = openTo(name).filter((route) => decides.includes(route));
      expect(may, name).toEqual(name === "officer" || name === "supervisor" ? decides : []);
    }
  });

  test("the hotline reads how a case stands, and not a value of anybody", () => {
    const secrets = /test-one|C-1|A-1|\*\*/;
    for (const route of ["getCase", "getTimeline"] as const) {
      const { got, reply } = gotBy("hotline").get(route) as Tried;
      expect(got).toBe("yes");
      expect(JSON.stringify(reply)).not.toMatch(secrets);
    }
    expect(gotBy("hotline").get("getCase")?.reply).toMatchObject({ status: "open", facts: [], questions: [] });
    const touches = openTo("hotline").filter((route) => ofCases.includes(route as RouteName));
    expect(touches).toEqual(["getCase", "getTimeline"]);
  });

  test("an auditor sees no case, and changes nothing", () => {
    expect(openTo("auditor").filter((route) => ofCases.includes(route as RouteName))).toEqual([]);
  });

  test("nobody takes back another's case, lets others into it, or decides for another whom to let in", () => {
    for (const { name } of personas) {
      const isApplicant = name === "applicant" || name === "kiosk, its person";
      expect(openTo(name).includes("withdrawCase"), name).toBe(isApplicant);
    }
    for (const name of ["delegate, all", "officer", "officer, assisting", "supervisor"]) {
      expect(openTo(name), name).not.toContain("giveDelegation");
      expect(openTo(name), name).not.toContain("handOver");
    }
  });

  test("a delegate does what was given, for as long as it was given, and no more", () => {
    const wide = openTo("delegate, all").filter((route) => ofCases.includes(route as RouteName));
    expect(wide).toEqual(expect.arrayContaining(["getCase", "getTimeline", "answerStep", "saveDraft", "payBill"]));
    const narrow = openTo("delegate, reads").filter((route) => ofCases.includes(route as RouteName));
    expect(narrow).toEqual(["getCase", "getTimeline"]);
    const reading = ["getCase", "getTimeline"];
    const answering = openTo("delegate, answers").filter((route) => ofCases.includes(route as RouteName));
    expect(answering).toEqual(expect.arrayContaining([...reading, "answerStep", "saveDraft"]));
    expect(answering).toHaveLength(4);
    const paying = openTo("delegate, pays").filter((route) => ofCases.includes(route as RouteName));
    expect(
      paying
        .filter((route) => !reading.includes(route))
        .every((route) => (policy[route as RouteName] as Rule).scope === "pay"),
    ).toBe(true);
    expect(paying).toContain("payBill");
    const ended = openTo("delegate, ended").filter((route) => withToken.includes(route as RouteName));
    expect(ended).toEqual([]);
    // Without the mandate's name they are nobody's: they see that there is a case, and nothing in it.
    expect(gotBy("delegate, own name").get("getCase")?.reply).toMatchObject({ facts: [], questions: [], roles: [] });
  });

  test.each(["kiosk, stolen token", "kiosk, no proof", "registered only", "service", "nobody"])(
    "%s: no route with a token is open",
    (persona) => {
      expect(openTo(persona).filter((route) => withToken.includes(route as RouteName))).toEqual([]);
    },
  );
});

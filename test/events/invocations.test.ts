import { describe, expect, test } from "vitest";
import { readEvent } from "../../events/events.ts";
import { issueFor } from "../../functions/bus/issue-certificates.ts";
import { type FunctionDescription, type FunctionName, functions } from "../../functions/functions.ts";
import { sweep } from "../../functions/schedule/advance-due-cases.ts";
import { reconcile } from "../../functions/schedule/reconcile-payments.ts";
import { countBatch } from "../../functions/stream/count-batch.ts";
import { publishChanges } from "../../functions/stream/publish-changes.ts";
import { admit } from "../../functions/wiring/admit.ts";
import { readRequest } from "../../functions/wiring/read-request.ts";
import { readSample, sampleNames } from "../../infra/local/samples.ts";
import { contracts } from "../../shared/api/contracts/index.ts";
import { type RouteName, routeKey, routes } from "../../shared/api/routes.ts";
import { memoryFigureStore } from "../../shared/speed/memory-figure-store.ts";
import { aContext } from "../functions/support/call.ts";
import { testMoney } from "../functions/support/money.ts";
import { testWorld } from "../support/test-world.ts";

const names = await sampleNames();
const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const routesOf = (name: FunctionName): readonly RouteName[] => {
  const { trigger }: FunctionDescription = functions[name];
  return trigger.kind === "http" ? trigger.routes : [];
};
const ofHttp = (Object.keys(functions) as FunctionName[]).flatMap((name) =>
  routesOf(name).map((route) => ({ name, route })),
);

test("every function has a sample, and every sample its function", () => {
  expect([...new Set(names.map((name) => name.split("/")[0]))].sort()).toEqual(Object.keys(functions).sort());
});

describe("a sample of each route is an event that the route takes", () => {
  test("each route has one", () => {
    expect(names.filter((name) => routesOf(name.split("/")[0] as FunctionName).length > 0)).toEqual(
      ofHttp.map(({ name, route }) => `${name}/${kebab(route)}`).sort(),
    );
  });

  test.each(ofHttp)("$name/$route", async ({ name, route }) => {
    const event = (await readSample(name, kebab(route))) as Parameters<typeof readRequest>[1];
    expect(event.routeKey).toBe(routeKey(routes[route]));
    expect(event.requestContext.routeKey).toBe(event.routeKey);
    const caller = await admit(contracts[route], event, testWorld());
    const request = readRequest(contracts[route], event, aContext(), testWorld(), caller);
    expect(request).toMatchObject(event.pathParameters ?? {});
  });
});

/** As records are today, and as they were before events were packed. */
const forms = ["opened-and-closed", "kept-as-lists"];

test.each(forms)("the stream's sample %s is published as it stands", async (form) => {
  const published: string[] = [];
  const batch = (await readSample("on-case-change", form)) as Parameters<typeof publishChanges>[0];
  const result = await publishChanges(batch, async (events) => {
    published.push(...events.map(({ type }) => type));
    return events.length;
  });
  expect(result).toEqual({ batchItemFailures: [] });
  expect(published).toEqual(["case-opened", "step-completed", "case-completed"]);
});

test("the money's schedule finds nothing to do where nobody owes", async () => {
  const event = await readSample("reconcile-payments", "every-minute");
  const world = { ...testWorld(), ...testMoney() };
  // Ten days of two wallets, whose accounts hold nothing; yesterday's is not there yet at ten in the morning.
  expect(await reconcile(() => world)(event, aContext())).toEqual({ checked: 0, days: 18 });
});

test("the bus's sample of a paid bill is looked after, though its case is not here", async () => {
  const { detail } = (await readSample("issue-certificates", "bill-paid")) as { readonly detail: { type: string } };
  const asked: unknown[] = [];
  const cases = { ...testWorld().cases, read: async (caseId: string) => void asked.push(caseId) };
  await issueFor(readEvent(detail), { ...testWorld(), cases } as unknown as Parameters<typeof issueFor>[1]);
  expect(asked).toEqual(["00abcdefghjkmnpqrstvwxyz12"]);
});

test("the schedule's sample sweeps", async () => {
  const event = await readSample("advance-due-cases", "every-minute");
  expect(await sweep(testWorld)(event, aContext())).toEqual({ advanced: 0 });
});

test.each(forms)("the stream's sample %s is counted once, however often it comes", async (form) => {
  const batch = (await readSample("count-speed", form)) as Parameters<typeof countBatch>[0];
  const figures = memoryFigureStore();
  const lines: unknown[] = [];
  for (const _time of [1, 2]) {
    expect(await countBatch(batch, figures, (line) => lines.push(line))).toEqual({ batchItemFailures: [] });
  }
  expect(lines).toMatchObject([
    {
      Office: "liuzhou",
      Package: "new-taxpayer",
      CasesOpened: 1,
      StepsSettled: 1,
      CasesCompleted: 1,
      PromisesBroken: 0,
    },
  ]);
});

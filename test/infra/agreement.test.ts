import { describe, expect, test } from "vitest";
import { type FunctionDescription, type FunctionName, functions } from "../../functions/functions.ts";
import { needsToken, type RouteName, routeKey, routes } from "../../shared/api/routes.ts";
import { table } from "../../shared/cases/table.ts";
import { templateFacts } from "./facts.ts";
import { synthesize } from "./synthesize.ts";

const names = Object.keys(functions) as FunctionName[];
const descriptionOf = (name: FunctionName): FunctionDescription => functions[name];
const routesOf = (name: FunctionName): readonly RouteName[] => {
  const { trigger } = descriptionOf(name);
  return trigger.kind === "http" ? trigger.routes : [];
};

test("every route belongs to one function", () => {
  expect(names.flatMap(routesOf).sort()).toEqual((Object.keys(routes) as RouteName[]).sort());
});

describe.each(["liuzhou", "trial"])("the templates of %s agree with the shared lists", (deployment) => {
  const synthesized = synthesize(deployment);
  const facts = templateFacts(synthesized);

  test("routes, who answers them, and the token on exactly those that need one", () => {
    const expected = names.flatMap((name) =>
      routesOf(name).map((route) => ({
        routeKey: routeKey(routes[route]),
        authorizer: needsToken(routes[route]) ? "JWT" : "NONE",
        function: name,
      })),
    );
    expect([...facts.routes].sort(byRoute)).toEqual(expected.sort(byRoute));
  });

  test("the token's issuer and audience", () => {
    const { issuer, audience } = synthesized.deployment;
    expect(facts.authorizer).toEqual({ issuer, audience, source: ["$request.header.Authorization"] });
  });

  test("the table: keys, indexes, projections, time to live, stream", () => {
    const keyOf = ({ partitionKey, sortKey }: { readonly partitionKey: string; readonly sortKey: string }) => ({
      partitionKey,
      sortKey,
    });
    expect(facts.table).toEqual({
      key: keyOf(table),
      timeToLive: table.timeToLive,
      stream: table.stream,
      indexes: Object.fromEntries(
        Object.values(table.indexes).map((index) => [index.name, { ...keyOf(index), projection: index.projection }]),
      ),
    });
  });

  test("schedules", () => {
    const expected = names.flatMap((name) => {
      const { trigger } = descriptionOf(name);
      return trigger.kind === "schedule" ? [{ function: name, everyMinutes: trigger.everyMinutes }] : [];
    });
    expect(facts.schedules).toEqual(expected);
  });

  test("who hears the stream", () => {
    expect(facts.streamConsumers).toEqual(names.filter((name) => descriptionOf(name).trigger.kind === "stream"));
  });

  test.each(names)("%s: runtime, architecture, time, memory", (name) => {
    const { timeoutSeconds, memoryMegabytes } = descriptionOf(name);
    expect(facts.functions[name]).toMatchObject({
      runtime: "nodejs24.x",
      architecture: "arm64",
      timeoutSeconds,
      memoryMegabytes,
    });
  });

  test.each(names)("%s: the names of its environment", (name) => {
    const { table: use, figures, certificates, readsSecret, callsAuthorities, publishesEvents } = descriptionOf(name);
    const expected = [
      "LOCALITY",
      ...(use === "none" && figures === "none" && !certificates ? [] : ["TABLE_NAME"]),
      ...(readsSecret ? ["BUREAU_SECRET_ARN"] : []),
      ...(use === "none" && !certificates ? [] : ["PERSON_KEY_ARN"]),
      ...(readsSecret &&
      descriptionOf(name).trigger.kind === "http" &&
      synthesized.deployment.twoFactorFrom !== undefined
        ? ["TWO_FACTOR_FROM"]
        : []),
      ...(callsAuthorities ? ["AUTHORITY_URLS", "PUBLIC_URL"] : []),
      ...(descriptionOf(name).reachesWallets ? ["WALLETS_ARN"] : []),
      ...(certificates === "issue" ? ["PUBLIC_URL", "SIGNING_KEY_ARN"] : []),
      ...((certificates === "issue" || (readsSecret && descriptionOf(name).trigger.kind === "http")) &&
      synthesized.deployment.clientsDomain !== undefined
        ? ["CLIENTS_URL"]
        : []),
      ...(publishesEvents ? ["EVENT_BUS_NAME"] : []),
    ];
    expect(facts.functions[name].environment).toEqual(expected.sort());
  });
});

const byRoute = (a: { readonly routeKey: string }, b: { readonly routeKey: string }) =>
  a.routeKey < b.routeKey ? -1 : 1;

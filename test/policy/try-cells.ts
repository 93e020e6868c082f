import { calculateJwkThumbprint } from "jose";
import { type DeviceKey, newDeviceKey, proofOf } from "../../shared/api/client/device-proof.ts";
import { type RouteName, routes } from "../../shared/api/routes.ts";
import { after, toMilliseconds } from "../../shared/kernel/instant.ts";
import type { Caller } from "../../shared/people/caller.ts";
import { call, claimsOf, type TestRequest } from "../functions/support/call.ts";
import { endpoints } from "../functions/support/endpoints.ts";
import { scene } from "../functions/support/scene.ts";
import { type Cell, expectedIn, hasToken } from "./expected.ts";
import { actingHeader, type Persona, personas, start } from "./personas.ts";

export interface Tried {
  readonly route: RouteName;
  readonly persona: string;
  readonly expected: Cell;
  readonly got: Cell;
  readonly reply: unknown;
}

/** Every route, tried by everybody through all that stands between the gateway and the table. */
export const tryEveryCell = async (): Promise<readonly Tried[]> => {
  const keys = { "kiosk-1": await newDeviceKey(), "kiosk-2": await newDeviceKey() };
  const tried: Tried[] = [];
  for (const persona of personas) {
    let stage = await stageFor(persona, keys);
    for (const route of Object.keys(routes) as RouteName[]) {
      const { got, reply } = await tryCell(route, persona, keys, stage);
      tried.push({ route, persona: persona.name, expected: expectedIn(route, persona), got, reply });
      // What was taken may have changed something: the next one begins anew.
      if (got === "yes" && routes[route].method === "POST") stage = await stageFor(persona, keys);
    }
  }
  return tried;
};

type Keys = Readonly<Record<"kiosk-1" | "kiosk-2", DeviceKey>>;

/** The cases as this persona meets them, and the kiosk at which they may stand. */
const stageFor = async (persona: Persona, keys: Keys) => {
  const { world, sound } = await scene(persona.changes);
  const thumbprint = await calculateJwkThumbprint({ ...keys["kiosk-1"].publicKey });
  const until = after(start, 86_400_000);
  await world.sessions.registerKiosk({ id: "kiosk-1", office: "liuzhou", thumbprint, since: start, until });
  return { world, sound, thumbprint };
};

const tryCell = async (
  route: RouteName,
  persona: Persona,
  keys: Keys,
  { world, sound, thumbprint }: Awaited<ReturnType<typeof stageFor>>,
) => {
  const endpoint = endpoints[route];
  const request = await requestOf(route, persona, sound[route], keys, thumbprint);
  const { status, body } = await call(endpoint, world, request);
  const code = (body as { readonly code?: string } | undefined)?.code;
  return { got: status < 300 ? "yes" : (code ?? String(status)), reply: body };
};

/** The sound request of a route, as this persona would send it. */
const requestOf = async (
  route: RouteName,
  persona: Persona,
  sound: TestRequest,
  keys: Keys,
  thumbprint: string,
): Promise<TestRequest> => {
  const { caller, acts, signs, isAuthority } = persona;
  const { "x-callback-token": secret, ...headers } = sound.headers ?? {};
  const common = {
    ...sound,
    headers: { ...headers, ...(isAuthority && secret !== undefined && { "x-callback-token": secret }) },
  };
  if (!hasToken(route)) return common;
  if (caller === "nobody") return { ...common, caller };
  const acting = acts === undefined ? {} : actingHeader;
  const mine = { ...common, caller, headers: { ...common.headers, ...acting } };
  if (signs === undefined) return mine;
  const token = "the.access.token";
  const bound = { cnf: `map[jkt:${thumbprint}]`, jti: "token-1", exp: String(toMilliseconds(start) / 1000 + 300) };
  const proof = signs === "nothing" ? {} : { dpop: await proofFor(route, keys[signs], token) };
  return {
    ...mine,
    claims: { ...claimsOf(caller as Caller), ...bound },
    headers: { ...mine.headers, authorization: `Bearer ${token}`, ...proof },
  };
};

/** The test's events carry the route's path as it is written. */
const proofFor = (route: RouteName, key: DeviceKey, token: string): Promise<string> => {
  const { method, path } = routes[route];
  return proofOf(key, { method, url: `http://localhost${path}`, token, at: toMilliseconds(start) / 1000 });
};

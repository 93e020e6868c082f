import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { needsToken, type RouteName, routes } from "../../shared/api/routes.ts";
import type { Case } from "../../shared/cases/case.ts";
import { toItem } from "../../shared/cases/case-item.ts";
import { callbackToken } from "../../shared/cases/step-request.ts";
import { documentKey, linkKey } from "../../shared/cases/table.ts";
import { languages } from "../../shared/kernel/text.ts";
import { accessLog } from "../../shared/people/access-log/access-log.ts";
import { memoryChainStore } from "../../shared/people/access-log/memory-chain-store.ts";
import type { Caller } from "../../shared/people/caller.ts";
import type { KeyedHash } from "../../shared/people/keyed-hash.ts";
import { badInputs } from "../functions/support/bad-input.ts";
import { call, claimsOf, type TestReply, type TestRequest } from "../functions/support/call.ts";
import { withCertificate } from "../functions/support/certificates.ts";
import { endpoints, watchedWorld } from "../functions/support/endpoints.ts";
import { withMoney } from "../functions/support/money.ts";
import { aBystander, openedCases } from "../functions/support/opened-cases.ts";
import { soundRequests } from "../functions/support/sound-requests.ts";
import { aCaller, answered, testVault } from "../support/test-world.ts";

/** What must be found nowhere. Invented, and found in no other test. */
const secrets = {
  identityNumber: "450299198802299914",
  officialsNumber: "450299197703039928",
  bystandersNumber: "450299196604048811",
  name: "甄例密",
  officialsName: "贾例官",
  bystandersName: "旁例观",
  phone: "13812349876",
  account: "6222009999888877776",
  address: "柳州市例密路九十九号",
} as const;
const typed = Object.values(secrets);

/** Whoever calls in the sound requests, under a number and a name that can be hunted. */
const claimsFor = (caller: Caller): Record<string, string> => {
  const [name, idNumber] = documentOf(caller);
  return { ...claimsOf(caller), name, id_type: "resident-id", id_number: idNumber, phone_number: secrets.phone };
};

const documentOf = ({ roles, key }: Caller): readonly [name: string, number: string] => {
  if (roles.some((role) => role !== "resident")) return [secrets.officialsName, secrets.officialsNumber];
  if (key === aBystander.key) return [secrets.bystandersName, secrets.bystandersNumber];
  return [secrets.name, secrets.identityNumber];
};

/** The hunted numbers are those of the people of the sound requests. */
const recognising = (hash: KeyedHash): KeyedHash => ({
  ...hash,
  person: ({ idType, idNumber }) => {
    const known: Record<string, string> = {
      [secrets.identityNumber]: "test-one",
      [secrets.officialsNumber]: "test-officer",
      [secrets.bystandersNumber]: aBystander.person.idNumber,
    };
    const number = known[idNumber];
    return hash.person(number === undefined ? { idType, idNumber } : { idType: "other", idNumber: number });
  },
});

/** Everything that leaves the function by another way than its reply, and the open parts of all that is stored. */
let seen: string[] = [];
beforeEach(() => {
  seen = [];
  for (const way of ["log", "info", "warn", "error", "debug"] as const) {
    vi.spyOn(console, way).mockImplementation((...parts: unknown[]) => {
      seen.push(`log ${parts.map((part) => (typeof part === "string" ? part : JSON.stringify(part))).join(" ")}`);
    });
  }
});
afterEach(() => {
  vi.restoreAllMocks();
});

const see = (what: string, value: unknown) =>
  seen.push(`${what} ${JSON.stringify(value, (_, part) => (part instanceof Uint8Array ? "(sealed)" : part))}`);

const scene = async () => {
  const { world: plain } = watchedWorld();
  plain.authorities.replies.set(
    "market-regulation/licence-record",
    answered({
      name: `${secrets.name}经营部`,
      account: secrets.account,
      taxpayerName: "例有限公司",
      legalRepresentative: { name: secrets.name, idType: "resident-id", idNumber: secrets.identityNumber },
      partner: { name: secrets.bystandersName, idType: "resident-id", idNumber: secrets.bystandersNumber },
    }),
  );
  const chains = new Map<string, { sealed?: unknown }>();
  const hash = recognising(plain.hash);
  const store = memoryChainStore(testVault, chains);
  const { create, replace, link, writeDocument } = plain.cases;
  const lookAt = (written: Case) => {
    see("item", toItem(written, testVault));
    see("events", written.events);
  };
  const world = {
    ...plain,
    hash,
    access: accessLog({
      store: {
        ...store,
        put: async (chain, written) => {
          const outcome = await store.put(chain, written);
          see("chain items", [...chains].slice(-1));
          return outcome;
        },
        writeHead: async (chain, head) => {
          see("chain head", { chain, head });
          return store.writeHead(chain, head);
        },
      },
      hash,
      anchor: (chain, head) => see("anchor", { chain, head }),
    }),
    cases: {
      ...plain.cases,
      create: async (opened: Case) => {
        lookAt(opened);
        return create(opened);
      },
      replace: async (changed: Case, version: number) => {
        lookAt(changed);
        return replace(changed, version);
      },
      link: async (opened: Case, person: Parameters<typeof link>[1]) => {
        see("link", linkKey(opened.id, person));
        return link(opened, person);
      },
      writeDocument: async (of: Case, name: string, content: unknown) => {
        see("document", documentKey(of.id, name));
        return writeDocument(of, name, content);
      },
    } as typeof plain.cases,
  };
  const { asking, queued, over } = await openedCases(world);
  await withMoney(world, asking);
  await withCertificate(world, asking);
  const requests = soundRequests(asking, queued, over);
  const token = callbackToken(world, queued.id, "agreement");
  const sound = {
    ...requests,
    receiveCallback: { ...requests.receiveCallback, headers: { "x-callback-token": token } },
  };
  return { world, sound };
};

/** Requests with something hunted in each place where a client can put something. */
const stuffed = (sound: TestRequest): readonly TestRequest[] =>
  typed.flatMap((secret): TestRequest[] => [
    ...Object.keys(sound.path ?? {}).map((name) => ({ ...sound, path: { ...sound.path, [name]: secret } })),
    { ...sound, query: { ...sound.query, [secret]: secret } },
    ...Object.keys(sound.query ?? {}).map((name) => ({ ...sound, query: { ...sound.query, [name]: secret } })),
    { ...sound, headers: { ...sound.headers, "idempotency-key": secret } },
    { ...sound, headers: { ...sound.headers, "if-match": secret } },
    { ...sound, headers: { ...sound.headers, "x-callback-token": secret, "user-agent": secret } },
    { ...sound, text: `{"name":"${secret}"` },
    { ...sound, text: secret, headers: { ...sound.headers, "content-type": secret } },
    ...(typeof sound.body === "object" && sound.body !== null
      ? [
          { ...sound, body: { ...sound.body, [secret]: secret } },
          ...leavesOf(sound.body).map((path) => ({ ...sound, body: replaced(sound.body, path, secret) })),
        ]
      : []),
  ]);

const leavesOf = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, part]) => leavesOf(part, [...path, name]))
    : [path];

const replaced = (value: unknown, [name, ...rest]: readonly string[], by: string): unknown => {
  if (name === undefined) return by;
  const part = replaced((value as Record<string, unknown>)[name], rest, by);
  if (Array.isArray(value)) return value.map((each, index) => (String(index) === name ? part : each));
  return { ...(value as object), [name]: part };
};

const findings = (texts: readonly string[], hunted: readonly string[] = typed): readonly string[] =>
  texts.filter((text) => hunted.some((secret) => text.includes(secret) || text.includes(encodeURIComponent(secret))));

const names = Object.keys(routes) as RouteName[];
let requestsSent = 0;
let routesClean = 0;

test.each(names)("%s lets nothing out, in good requests and in bad ones, in both languages", async (name) => {
  const { world: first, sound } = await scene();
  const { contract } = endpoints[name];
  const given = sound[name];
  const caller = given.caller ?? aCaller();
  const withClaims = (request: TestRequest): TestRequest =>
    needsToken(contract.route) && caller !== "nobody" && request.caller === undefined && request.claims === undefined
      ? { ...request, claims: claimsFor(caller) }
      : request;
  const { caller: _caller, ...withoutCaller } = given;
  const requests = [
    withoutCaller,
    ...badInputs(contract, withoutCaller).map(({ request }) => request),
    ...stuffed(withoutCaller),
  ];
  const replies: TestReply[] = [];
  for (const language of languages) {
    // What is sound is sound once: each language meets cases of its own.
    const world = language === languages[0] ? first : (await scene()).world;
    for (const request of requests) {
      const headers = { ...request.headers, "accept-language": language };
      replies.push(await call(endpoints[name], world, withClaims({ ...request, headers })));
      requestsSent += 1;
    }
  }
  // What is sound is really done, so that the hunt goes through all that a route can do.
  const sound2xx = replies.filter((_, index) => index % requests.length === 0);
  expect(sound2xx.map(({ status }) => status < 300)).toEqual(languages.map(() => true));
  expect(findings(seen)).toEqual([]);
  const problems = replies.filter(({ status }) => status >= 400);
  expect(problems.length).toBeGreaterThan(0);
  expect(findings(problems.map((reply) => JSON.stringify(reply)))).toEqual([]);
  expect(findings(replies.map(({ headers }) => JSON.stringify(headers)))).toEqual([]);
  // What people themselves typed, they are shown; what an authority said of them, and who they are, only as masks.
  if (name === "unmaskField") {
    routesClean += 1;
    return;
  }
  const kept = [secrets.account, secrets.officialsName, secrets.bystandersName, secrets.bystandersNumber];
  expect(
    findings(
      sound2xx.map(({ body }) => JSON.stringify(body)),
      [...kept, secrets.identityNumber],
    ),
  ).toEqual([]);
  routesClean += 1;
});

test("the hunt has been through every route, with thousands of requests", () => {
  expect(requestsSent).toBeGreaterThan(names.length * 40);
  process.stdout.write(
    `leak hunt: ${requestsSent} requests, ${routesClean} of ${names.length} routes without a finding\n`,
  );
});

import type { World } from "../../shared/actions/world.ts";
import type { CaseStore } from "../../shared/cases/case-store.ts";
import { memoryCaseStore } from "../../shared/cases/memory-case-store.ts";
import { type AnyOperation, type CallAuthority, type Outcome, operationId } from "../../shared/connectors/operation.ts";
import { after, type Instant } from "../../shared/kernel/instant.ts";
import type { Package } from "../../shared/packages/package.ts";
import { accessLog } from "../../shared/people/access-log/access-log.ts";
import { memoryChainStore } from "../../shared/people/access-log/memory-chain-store.ts";
import type { Caller } from "../../shared/people/caller.ts";
import { keyedHash } from "../../shared/people/keyed-hash.ts";
import { memorySessionStore } from "../../shared/people/sessions/memory-session-store.ts";
import type { SessionStore } from "../../shared/people/sessions/session-store.ts";
import { localVault } from "../../shared/people/vault.ts";
import { freshLogin } from "./fresh-login.ts";
import { testPackage } from "./test-package.ts";

export const testSecret = "a secret for tests, of more than thirty-two characters";

/** A clock that stands still until it is moved. */
export class TestClock {
  now = "2030-01-31T02:00:00.000Z" as Instant;
  readonly read = (): Instant => this.now;
  pass(milliseconds: number): void {
    this.now = after(this.now, milliseconds);
  }
}

export type Reply = (request: unknown, key: string) => Partial<Outcome> & { readonly kind: Outcome["kind"] };

/** Authorities in memory: they answer by operation, remember business keys, and count what was done once and again. */
export class TestAuthorities {
  readonly replies = new Map<string, Reply>();
  readonly calls: { readonly operation: string; readonly key: string; readonly request: unknown }[] = [];
  /** Acts by business key: repeated ones are recognised, as the real ones do. */
  readonly acts = new Map<string, string>();
  /** Awaited before each answer: a test holds calls back here. */
  gate: (operation: string) => Promise<void> = async () => {};

  readonly call: CallAuthority = async (operation: AnyOperation, request, { key }) => {
    const id = operationId(operation);
    this.calls.push({ operation: id, key, request });
    await this.gate(id);
    const stamp = { authority: operation.authority, reference: `ref-${id}`, attempts: 1, milliseconds: 0 };
    const reply = (this.replies.get(id) ?? answered({}))(request, key);
    if (operation.kind === "act" && (reply.kind === "answered" || reply.kind === "pending")) this.acts.set(key, id);
    return { stamp, ...reply } as Outcome<never>;
  };
}

export const answered =
  (answer: unknown): Reply =>
  () => ({ kind: "answered", answer });
export const silent: Reply = () => ({ kind: "silent", reason: "time-box-exceeded" });

/** Every authority of the test package answers. */
export const willing = (): TestAuthorities => {
  const authorities = new TestAuthorities();
  const answers: Record<string, unknown> = {
    "market-regulation/licence-record": {
      name: "Example Ltd",
      account: "0001",
      taxpayerName: "例有限公司",
      legalRepresentative: { name: "one", idType: "other", idNumber: "test-one" },
    },
    "core-tax/taxpayer-status": { status: "new" },
    "core-tax/determine-tax-types": { taxes: "VAT", document: { number: "T-1", issuedOn: "2030-01-31" } },
    "bank/debit-agreement": { agreement: "A-1" },
    "core-tax/assess-quota": { quota: "Q-1" },
    "core-tax/file-declaration": { receipt: "R-1" },
  };
  for (const [operation, answer] of Object.entries(answers)) authorities.replies.set(operation, answered(answer));
  return authorities;
};

export const testVault = localVault(testSecret);

export interface TestWorld extends World {
  readonly sessions: SessionStore;
  readonly time: TestClock;
  readonly authorities: TestAuthorities;
  readonly faults: unknown[];
}

export const testWorld = (
  parts: { authorities?: TestAuthorities; cases?: CaseStore; packages?: readonly Package[]; time?: TestClock } = {},
): TestWorld => {
  const time = parts.time ?? new TestClock();
  const authorities = parts.authorities ?? willing();
  const faults: unknown[] = [];
  return {
    time,
    authorities,
    faults,
    cases: parts.cases ?? memoryCaseStore(testVault),
    packages: parts.packages ?? [testPackage],
    call: authorities.call,
    clock: time.read,
    hash: keyedHash(testSecret),
    access: accessLog({ store: memoryChainStore(testVault), hash: keyedHash(testSecret) }),
    sessions: memorySessionStore(),
    publicUrl: "http://127.0.0.1:1",
    office: "liuzhou",
    pace: { lease: 35_000, lastCall: 8_000, burst: 20, retryFirst: 15_000, retryLongest: 900_000 },
    onFault: (fault) => faults.push(fault),
  };
};

export const aCaller = (name = "one", overrides: Partial<Caller> = {}): Caller => {
  const person = { name, idType: "other" as const, idNumber: `test-${name}` };
  return {
    key: keyedHash(testSecret).person(person),
    person,
    roles: ["resident"],
    realNameLevel: 3,
    channel: "mobile",
    login: freshLogin,
    ...overrides,
  };
};

export const anAuditor = (): Caller =>
  aCaller("auditor", { roles: ["resident", "officer", "auditor"], office: "liuzhou", channel: "console" });

export const anOfficer = (name = "officer"): Caller =>
  aCaller(name, { roles: ["resident", "officer"], office: "liuzhou", channel: "console" });

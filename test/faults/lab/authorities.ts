import type { RecordChange } from "../../../infra/local/demo/street/family.ts";
import type { SandboxAuthority, SeedRecord } from "../../../infra/local/sandbox/authority.ts";
import { desks } from "../../../infra/local/sandbox/desks.ts";
import { Counter } from "../../../infra/local/sandbox/server/counter.ts";
import { Faults } from "../../../infra/local/sandbox/server/faults.ts";
import { memoryJournal } from "../../../infra/local/sandbox/server/journal.ts";
import { Notices } from "../../../infra/local/sandbox/server/notices.ts";
import { frozenCopy } from "../../../infra/local/sandbox/server/office.ts";
import type { AuthorityId } from "../../../shared/connectors/authorities.ts";
import { Breaker } from "../../../shared/connectors/breaker.ts";
import { callSource } from "../../../shared/connectors/call-source.ts";
import {
  type AnyOperation,
  type CallAuthority,
  type Outcome,
  operationId,
} from "../../../shared/connectors/operation.ts";
import { readReply } from "../../../shared/connectors/read-reply.ts";
import type { Sent } from "../../../shared/connectors/send.ts";
import type { ProcessLife } from "./process-life.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** How an authority behaves at a moment. `others` answers about somebody whom nobody asked about. */
export type Weather =
  | { readonly kind: "fair" | "silent" | "broken" | "garbage" | "wrong-shape" }
  | { readonly kind: "slow"; readonly milliseconds: number }
  | { readonly kind: "others"; readonly swap: (request: string) => string };

export type Forecast = (authority: AuthorityId, now: number) => Weather;

export interface LateAnswer {
  readonly url: string;
  readonly token: string;
  readonly body: unknown;
  readonly at: number;
}

const usualMilliseconds = 40;

/** Who lives in the town on a day is the same in each trial, and takes longer to think up than to live through. */
const residents = new Map<string, readonly SeedRecord[]>();

const withResidents = (desk: SandboxAuthority, index: number): SandboxAuthority => ({
  ...desk,
  seed: (today) => {
    const name = `${index} ${today}`;
    const known =
      residents.get(name) ?? (desk.seed?.(today) ?? []).map((each) => ({ ...each, record: frozenCopy(each.record) }));
    residents.set(name, known);
    return known;
  },
});

const populated = desks.map(withResidents);

/**
 * The sandbox's own desks and records behind a wire in virtual time. The product's half of it is the real one: time box,
 * retries, breaker, and the reading of every reply.
 */
export class VirtualAuthorities {
  readonly #time: VirtualTime;
  readonly #counters: ReadonlyMap<AuthorityId, Counter>;
  forecast: Forecast = () => ({ kind: "fair" });
  /** When each call arrived at its desk's door. */
  readonly arrivals: { readonly at: number; readonly authority: AuthorityId; readonly operation: string }[] = [];
  readonly late = new Map<string, LateAnswer>();
  readonly keptBack = new Map<AuthorityId, number>();

  constructor(time: VirtualTime) {
    this.#time = time;
    const clock = () => time.now;
    const ids = [...new Set(populated.map(({ id }) => id))];
    this.#counters = new Map(
      ids.map((id) => {
        const own = populated.filter((desk) => desk.id === id);
        return [
          id,
          new Counter(own, { journal: memoryJournal(), notices: new Notices(new Faults(), clock), clock }),
        ] as const;
      }),
    );
  }

  /** A process's connectors: its own breakers, its own life. */
  callFrom(life: ProcessLife): CallAuthority {
    const breakers = new Map<AuthorityId, Breaker>();
    const now = () => this.#time.now;
    return (async (operation: AnyOperation, request: unknown, { key, callback }) => {
      const { authority } = operation;
      const breaker = breakers.get(authority) ?? new Breaker({ failures: 5, restMilliseconds: 5000 }, now);
      breakers.set(authority, breaker);
      const body = JSON.stringify(operation.request.parse(request));
      const attempt = (timeout: number): Promise<Sent> =>
        life.call("authority", operationId(operation), () => this.#arrive(operation, body, key, callback, timeout), {
          broken: () => ({ kind: "broken", wasIdle: false }),
          readsOnly: operation.kind === "query",
        });
      const outcome = await callSource(
        { authority, attempt, read: (sent) => readReply(operation, request, sent) },
        { timeBoxMilliseconds: 5000, retries: 2, retryPauseMilliseconds: 60 },
        { breaker, now, sleep: (milliseconds) => this.#time.sleep(milliseconds), random: Math.random },
      );
      const isKeptBack = outcome.kind === "silent" && outcome.reason === "breaker-open";
      if (isKeptBack) this.keptBack.set(authority, (this.keptBack.get(authority) ?? 0) + 1);
      return outcome as Outcome<never>;
    }) as CallAuthority;
  }

  /** A record is another one from now on. */
  change({ authority, ...record }: RecordChange): void {
    const counter = this.#counters.get(authority as AuthorityId);
    if (!counter) throw new Error(`no authority ${authority}`);
    counter.change(record);
  }

  /** Effects of each business key, over all authorities. */
  acts(): readonly {
    readonly key: string;
    readonly operation: string;
    readonly effects: number;
    readonly differing: number;
  }[] {
    return [...this.#counters.values()].flatMap((counter) => counter.actCounts());
  }

  async #arrive(
    { authority, name, kind }: AnyOperation,
    body: string,
    key: string,
    callback: { readonly url: string; readonly token: string } | undefined,
    timeout: number,
  ): Promise<Sent> {
    const weather = this.forecast(authority, this.#time.now);
    this.arrivals.push({ at: this.#time.now, authority, operation: name });
    if (weather.kind === "silent") {
      await this.#time.sleep(timeout);
      return { kind: "timed-out" };
    }
    const takes = weather.kind === "slow" ? weather.milliseconds : usualMilliseconds;
    await this.#time.sleep(Math.min(takes, timeout));
    if (weather.kind === "broken") return reply(503, { code: "fault" });
    // An act is done for whom it was asked; only what is told can be about somebody else.
    const isMistaken = weather.kind === "others" && kind === "query";
    const said = this.#say(authority, name, isMistaken ? weather.swap(body) : body, key, callback);
    if (takes >= timeout) return { kind: "timed-out" };
    if (weather.kind === "garbage") return { kind: "reply", status: 200, headers: {}, body: "<html><body>系统繁忙" };
    if (weather.kind === "wrong-shape") return reply(200, { unexpected: true });
    return said;
  }

  #say(
    authority: AuthorityId,
    operation: string,
    body: string,
    key: string,
    callback: { readonly url: string; readonly token: string } | undefined,
  ): Sent {
    const counter = this.#counters.get(authority);
    const desk = counter?.desks[operation];
    if (!counter || !desk) return reply(404, { code: "no-such-operation" });
    const { reply: said, reference } = counter.answer(desk, { operation, key, body, request: JSON.parse(body) });
    switch (said.kind) {
      case "answer":
        return reply(200, said.body, reference);
      case "not-found":
        return reply(404, { code: "not-found" }, reference);
      case "refusal":
        return reply(422, { code: said.code, zh: said.zh, en: said.en }, reference);
      case "pending":
        if (callback && said.later !== undefined && !this.late.has(callback.url)) {
          this.late.set(callback.url, { ...callback, body: said.later, at: this.#time.now + said.afterMilliseconds });
        }
        return reply(202, { code: "pending" }, reference);
    }
  }
}

const reply = (status: number, body: unknown, reference = ""): Sent => ({
  kind: "reply",
  status,
  headers: reference === "" ? {} : { "x-reference": reference },
  body: JSON.stringify(body),
});

import { createHash } from "node:crypto";
import type { AuthorityId } from "../../../../shared/connectors/authorities.ts";
import type { Desk, DeskReply, SandboxAuthority, SeedRecord } from "../authority.ts";
import { type Act, type ActCount, Acts } from "./acts.ts";
import type { Journal } from "./journal.ts";
import type { Notices } from "./notices.ts";
import { Office, todayAt } from "./office.ts";

export interface CounterCall {
  readonly operation: string;
  readonly key: string;
  readonly body: string;
  readonly request: Readonly<Record<string, unknown>>;
  readonly callback?: { readonly url: string; readonly token: string };
}

export interface CounterReply {
  readonly reply: DeskReply;
  readonly reference: string;
}

/** One authority without its wire: desks, records, business keys, journal. What it answers is journalled before it leaves. */
export class Counter {
  readonly id: AuthorityId;
  readonly desks: Readonly<Record<string, Desk>>;
  readonly #office = new Office();
  readonly #acts = new Acts();
  readonly #journal: Journal;
  readonly #notices: Notices;
  readonly #clock: () => number;
  #starts = 1;
  #actsDone = 0;
  #queriesAnswered = 0;

  constructor(
    authorities: readonly SandboxAuthority[],
    parts: { journal: Journal; notices: Notices; clock: () => number },
  ) {
    const [first] = authorities;
    if (!first) throw new Error("An authority without desks");
    this.id = first.id;
    this.desks = Object.assign({}, ...authorities.map((each) => each.desks));
    this.#journal = parts.journal;
    this.#notices = parts.notices;
    this.#clock = parts.clock;
    const today = todayAt(this.#clock());
    for (const each of authorities) for (const record of each.seed?.(today) ?? []) this.#office.put(record);
    this.#replay();
    this.#journal.append({ type: "start", at: new Date(this.#clock()).toISOString() });
  }

  answer(desk: Desk, call: CounterCall): CounterReply {
    if (desk.kind === "query") {
      const { office } = this.#office.sitting(this.#clock(), "query");
      this.#queriesAnswered += 1;
      return { reply: desk.answer(call.request, office), reference: `Q${this.#starts}-${this.#queriesAnswered}` };
    }
    const { operation, key } = call;
    const bodyHash = createHash("sha256").update(call.body).digest("hex");
    const first = this.#acts.find(operation, key);
    if (first) {
      const isSame = first.bodyHash === bodyHash;
      this.#journal.append({ type: "repeat", operation, key, isSame });
      this.#acts.noteRepeat(operation, key, isSame);
      return { reply: first.reply, reference: first.reference };
    }
    const { office, changes } = this.#office.sitting(this.#clock(), "act");
    const reply = desk.answer(call.request, office);
    // A refused act did nothing: it may be asked for again when its reason is gone.
    if (reply.kind === "refusal" || reply.kind === "not-found") {
      this.#queriesAnswered += 1;
      return { reply, reference: `R${this.#starts}-${this.#queriesAnswered}` };
    }
    this.#actsDone += 1;
    const act = { operation, key, bodyHash, reply, reference: `A${String(this.#actsDone).padStart(6, "0")}` };
    const notice =
      reply.kind === "pending" && reply.later !== undefined && call.callback
        ? { ...call.callback, dueAt: this.#clock() + Math.min(reply.afterMilliseconds, farAway) }
        : undefined;
    this.#journal.append({ type: "act", ...act, ...changes, ...(notice && { notice }) });
    this.#office.apply(changes);
    this.#acts.noteEffect(act);
    if (notice) this.#announce({ ...act, notice });
    return { reply, reference: act.reference };
  }

  /** Changes a record from outside: a story's turn of events. */
  change(record: SeedRecord): void {
    this.#journal.append({ type: "record", ...record });
    this.#office.put(record);
  }

  actCounts(): readonly ActCount[] {
    return this.#acts.count();
  }

  close(): void {
    this.#journal.close();
  }

  #replay(): void {
    const undelivered = new Map<string, PendingAct>();
    for (const entry of this.#journal.entries) {
      if (entry.type === "start") this.#starts += 1;
      if (entry.type === "record") this.#office.put(entry);
      if (entry.type === "repeat") this.#acts.noteRepeat(entry.operation, entry.key, entry.isSame);
      if (entry.type === "delivered") undelivered.delete(`${entry.operation} ${entry.key}`);
      if (entry.type !== "act") continue;
      this.#actsDone += 1;
      this.#office.apply(entry);
      this.#acts.noteEffect(entry);
      const { notice } = entry;
      if (notice) undelivered.set(`${entry.operation} ${entry.key}`, { ...entry, notice });
    }
    for (const act of undelivered.values()) this.#announce(act);
  }

  #announce(act: PendingAct): void {
    const { operation, key, reply, reference, notice } = act;
    if (reply.kind !== "pending" || reply.later === undefined) return;
    const onDelivered = () => this.#journal.append({ type: "delivered", operation, key });
    const headers = {
      "content-type": "application/json",
      "x-callback-token": notice.token,
      "x-reference": reference,
    };
    const letter = { url: notice.url, headers, body: JSON.stringify(reply.later) };
    this.#notices.add({
      authority: this.id,
      operation,
      key,
      dueAt: notice.dueAt,
      letter: () => letter,
      isTaken: (status) => status >= 200 && status < 300,
      onDelivered,
    });
  }
}

interface PendingAct extends Act {
  readonly notice: { readonly url: string; readonly token: string; readonly dueAt: number };
}

/** A late answer "when the tests say so" still needs a date that JSON can hold. */
const farAway = 100 * 365 * 24 * 3600_000;

import { after, earliest, type Instant } from "../kernel/instant.ts";
import { predecessorsOf } from "../packages/define-package.ts";
import type { Package, Step } from "../packages/package.ts";
import { isSettled } from "../packages/step-status.ts";
import type { Case } from "./case.ts";
import type { CaseStore } from "./case-store.ts";
import type { Change } from "./change.ts";
import { linkingOnce, linkNewParties, readingTogether, rewriteCase, untold } from "./change-case.ts";
import { type Engine, packageOf } from "./engine.ts";
import { CaseOvertaken } from "./leave-to-ask.ts";
import { mayBeOvertakenAt, overtakenIn } from "./overtaken.ts";
import { promisedBy } from "./promise.ts";
import { workOn } from "./step-work.ts";
import { apply } from "./transitions.ts";
import { planOfCase } from "./values.ts";

/**
 * Runs a case that this runner holds the lease of, until nothing is ready: every step starts the moment its inputs are
 * there, finished steps are written in bursts with one write in flight, and the last write gives the lease back.
 * Idempotent: a crashed run is run again, its acts are recognised by their business keys.
 *
 * @param deadline after this moment nothing new is started; what is left is due at once
 * @returns the case as last written
 */
export const runCase = (engine: Engine, leased: Case, owner: string, deadline?: Instant): Promise<Case> =>
  new Run(engine, leased, owner, deadline).toTheEnd();

/** The change by which a runner takes a case; to be written together with whatever made it necessary. */
export const lease = (engine: Engine, owner: string, at: Instant): Change => ({
  type: "leased",
  owner,
  until: after(at, engine.pace.lease),
  at,
});

/** Whether another runner is believed to be at it. */
export const isHeld = ({ lease }: Case, now: Instant): boolean => lease !== undefined && lease.until > now;

class Run {
  readonly #engine: Engine;
  readonly #cases: CaseStore;
  readonly #definition: Package;
  readonly #owner: string;
  readonly #stopStartingAt: Instant;
  /** The case as last written or read. */
  #stored: Case;
  /** The case as it will be written: `#stored` with what is not written yet. */
  #view: Case;
  #unsaved: Change[] = [];
  #saving: Promise<void> | undefined;
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(engine: Engine, leased: Case, owner: string, deadline: Instant | undefined) {
    this.#engine = { ...engine, cases: readingTogether(engine.cases) };
    this.#cases = linkingOnce(engine.cases);
    this.#definition = packageOf(engine.packages, leased);
    this.#owner = owner;
    this.#stored = leased;
    this.#view = untold(leased);
    const leaseEnds = after(leased.lease?.until ?? engine.clock(), -engine.pace.lastCall);
    this.#stopStartingAt = deadline !== undefined && deadline < leaseEnds ? deadline : leaseEnds;
  }

  async toTheEnd(): Promise<Case> {
    for (;;) {
      this.#startWhatIsReady();
      if (this.#underWay.size > 0) {
        await this.#nextFinishedOrBurst();
        continue;
      }
      await this.#save();
      if (this.#unsaved.length === 0 && !this.#holdsLease()) return this.#stored;
    }
  }

  #startWhatIsReady(): void {
    for (let isChanged = true; isChanged && this.#mayStart(); ) {
      isChanged = false;
      for (const { step, move } of this.#moves()) {
        if (move === "work") this.#start(step);
        else {
          isChanged = this.#note(move) || isChanged;
        }
      }
    }
  }

  /** What can be done now: changes that need no work, and steps whose work can begin. */
  *#moves(): Generator<{ readonly step: Step; readonly move: Change | "work" }> {
    const at = this.#engine.clock();
    const overtaken = [...overtakenIn(this.#definition, this.#view, at)];
    if (overtaken.length > 0) return yield* overtaken;
    const plan = planOfCase(this.#definition, this.#view);
    for (const step of this.#definition.steps) {
      if (this.#underWay.has(step.id)) continue;
      const standing = plan.get(step.id)?.kind;
      const state = this.#view.steps[step.id];
      const about = { step: step.id, at };
      if (standing === "not-applicable" && !step.onRequest) yield { step, move: { type: "skipped", ...about } };
      else if (standing === "ready" && step.asks) {
        const { role: waitsFor, only } = step.asks;
        const parties = only === undefined ? {} : { only: this.#view.facts[only]?.value as readonly string[] };
        yield { step, move: { type: "asked", ...about, readyAt: at, waitsFor, ...parties, ...promisedBy(step, at) } };
      } else if (standing === "ready") yield { step, move: "work" };
      else if (state?.status === "started" || state?.status === "answered") yield { step, move: "work" };
      else if (state?.status === "retrying" && (state.nextAt ?? at) <= at) yield { step, move: "work" };
      else if (state?.status === "waiting" && !state.isOverdue && state.promisedBy && state.promisedBy <= at) {
        yield { step, move: { type: "overdue", ...about } };
      }
    }
  }

  #start(step: Step): void {
    const work = this.#work(step).finally(() => this.#underWay.delete(step.id));
    this.#underWay.set(step.id, work);
  }

  async #work(step: Step): Promise<void> {
    if (step.isIrreversible && this.#view.steps[step.id]?.status !== "started") {
      const at = this.#engine.clock();
      const readyAt = this.#view.steps[step.id]?.readyAt ?? at;
      // A condition may be decided while a step that it also looks at is still under way.
      const before = predecessorsOf(this.#definition).get(step.id) ?? [];
      const provided = before.filter((id) => isSettled(this.#view.steps[id]));
      this.#note({ type: "started", step: step.id, at, readyAt, provided });
    }
    if (step.isIrreversible) {
      // The barrier: its inputs and its own mark are stored before the act.
      while (this.#unsaved.length > 0 && this.#holdsLease()) await this.#save();
      if (!this.#holdsLease() || this.#view.steps[step.id]?.status !== "started") return;
    }
    try {
      for (const change of await workOn(this.#engine, this.#definition, this.#view, step)) this.#note(change);
    } catch (error) {
      if (!(error instanceof CaseOvertaken)) throw error;
      this.#look(error.fresh);
    }
  }

  /** Goes on from the case as somebody else has written it meanwhile. */
  #look(fresh: Case): void {
    if (fresh.version <= this.#stored.version) return;
    this.#stored = fresh;
    this.#view = this.#unsaved.reduce(apply, untold(fresh));
  }

  #note(change: Change): boolean {
    const changed = apply(this.#view, change);
    if (changed === this.#view) return false;
    this.#view = changed;
    this.#unsaved.push(change);
    // Links come before the case that names their people: begun now, they are there when the case is written.
    if (change.type === "joined") linkNewParties(this.#cases, this.#stored, changed).catch(() => {});
    return true;
  }

  /** Waits for a step to finish; what has been unwritten for a while is written meanwhile. */
  async #nextFinishedOrBurst(): Promise<void> {
    const finished = Promise.race(this.#underWay.values());
    if (this.#unsaved.length === 0 || this.#saving) return finished;
    const { promise: burst, resolve } = Promise.withResolvers<"burst">();
    const timer = setTimeout(() => resolve("burst"), this.#engine.pace.burst);
    const first = await Promise.race([finished, burst]);
    clearTimeout(timer);
    if (first === "burst") this.#save().catch(() => {});
  }

  /** Writes what is not written yet, one write in flight; the last write also gives the lease back. */
  async #save(): Promise<void> {
    if (this.#saving) return this.#saving;
    const [batch, from, ahead] = [[...this.#unsaved], this.#stored.version, this.#view];
    const write = rewriteCase(this.#cases, this.#stored, (current) => {
      const merged = current.version === from ? ahead : batch.reduce(apply, current);
      if (this.#isLast(merged)) return this.#ended(merged);
      return batch.length === 0 ? current : merged;
    }).then((stored) => {
      this.#stored = stored;
      this.#unsaved = this.#unsaved.slice(batch.length);
      this.#view = this.#unsaved.reduce(apply, untold(stored));
    });
    this.#saving = write.finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  /** Nothing runs and nothing can start, so that this write ends the run. */
  #isLast(merged: Case): boolean {
    if (this.#underWay.size > 0 || merged.lease?.owner !== this.#owner) return false;
    const view = this.#view;
    this.#view = merged;
    const isOver = !this.#mayStart() || this.#moves().next().done === true;
    this.#view = view;
    return isOver;
  }

  /** With the lease given back; closed, or due when somebody must look again. */
  #ended(merged: Case): Case {
    const at = this.#engine.clock();
    const closing = merged.status === "open" && this.#mayStart() ? this.#closing(merged, at) : [];
    const closed = closing.reduce(apply, merged);
    const due = closed.status === "open" ? this.#dueOf(closed, at) : undefined;
    return apply(closed, { type: "released", owner: this.#owner, at, ...(due !== undefined && { due }) });
  }

  /** When every step is settled or builds on a refused one, the case is over. */
  #closing(merged: Case, at: Instant): Change[] {
    const standings = [...planOfCase(this.#definition, merged)];
    if (!standings.every(([, { kind }]) => ["settled", "blocked", "not-applicable"].includes(kind))) return [];
    const blocked = standings.flatMap(([step, standing]): Change[] =>
      standing.kind === "blocked" ? [{ type: "blocked", step, by: standing.by, at }] : [],
    );
    const hasRefusals = blocked.length > 0 || Object.values(merged.steps).some(({ status }) => status === "refused");
    return [...blocked, { type: "closed", status: hasRefusals ? "refused" : "completed", at }];
  }

  /** The next moment at which somebody must look: a retry, a promise, or at once when we had to stop early. */
  #dueOf(merged: Case, now: Instant): Instant | undefined {
    if (!this.#mayStart()) return now;
    const times = Object.values(merged.steps).flatMap(({ status, nextAt, promisedBy, isOverdue }) => {
      if (status === "retrying") return [nextAt];
      return status === "waiting" && !isOverdue ? [promisedBy] : [];
    });
    return earliest([...times, mayBeOvertakenAt(this.#definition, merged, now)]);
  }

  #holdsLease(): boolean {
    return this.#view.lease?.owner === this.#owner;
  }

  #mayStart(): boolean {
    return this.#view.status === "open" && this.#holdsLease() && this.#engine.clock() < this.#stopStartingAt;
  }
}

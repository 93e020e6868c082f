import type { Scheduler } from "fast-check";
import { advanceDueCases } from "../../../shared/actions/advance-due-cases.ts";
import type { World } from "../../../shared/actions/world.ts";
import type { Declaration } from "../../../shared/connectors/core-tax/housing.ts";
import { secondHandHousing } from "../../../shared/packages/housing/package.ts";
import { TestClock, testWorld } from "../../support/test-world.ts";
import { actorsOf } from "./actors.ts";
import { authoritiesOver } from "./authorities.ts";
import {
  demandBilledAsSigned,
  demandFiledOnce,
  demandOneSignedAssessment,
  demandPaidBeforeCleared,
} from "./demands.ts";
import { evening, readyCase } from "./ready-case.ts";
import { recordsAtFirst, turnRecords } from "./records.ts";
import { type Turn, watchedStore } from "./watched-store.ts";

/** A sale at which everybody acts at once: each call to store and authority waits until the scheduler lets it go. */
export const startCounters = async () => {
  const ready = { low: await readyCase(true), plain: await readyCase(false) };
  let writes = 0;
  const begin = (isPriceLow: boolean, scheduler: Scheduler) => {
    const records = recordsAtFirst(isPriceLow);
    const filed: Declaration[] = [];
    const time = new TestClock();
    time.now = evening;
    const turn: Turn = async (label, value) => {
      await scheduler.schedule(Promise.resolve(), label);
      return value();
    };
    let hasSignedAnew = false;
    const first = isPriceLow ? ready.low : ready.plain;
    const { store, now } = watchedStore(first, turn, (version) => {
      writes += 1;
      hasSignedAnew ||= version.events.some(({ type }) => type === "signature-voided");
      demandOneSignedAssessment(version);
    });
    const authorities = authoritiesOver(() => records, filed);
    const base = testWorld({ packages: [secondHandHousing], time, authorities, cases: store });
    const world: World = {
      ...base,
      // What is noted is sealed and chained for nobody here; the log has tests of its own.
      access: { ...base.access, note: async () => {} },
      // No burst timer: nothing may hang on the wall clock.
      pace: { ...base.pace, burst: 2_000_000_000 },
      call: (operation, request, options) =>
        turn(operation.name, () => undefined).then(() => base.call(operation, request, options)),
      onFault: ({ error }) => {
        throw error;
      },
    };
    const sweep = async (pauses: readonly number[]): Promise<void> => {
      for (const pause of pauses) {
        await turn("clock", () => time.pass(pause));
        await advanceDueCases(world, {});
      }
    };
    /** Nothing was filed twice, and what was filed is what stands signed and billed. */
    const outcome = (): string => {
      const last = now();
      if (!last) throw new Error("no case");
      const declaration = demandFiledOnce(filed);
      if (declaration && last.steps["file-declaration"]?.status === "done") demandBilledAsSigned(last, declaration);
      demandPaidBeforeCleared(last);
      if (last.facts.refunds) return "refunded";
      if (filed.length > 1) return "corrected";
      if (last.steps["tax-cleared"]?.status === "done") return hasSignedAnew ? "signed-anew, cleared" : "cleared";
      if (hasSignedAnew) return "signed-anew";
      return declaration ? "filed" : last.status;
    };
    return {
      act: actorsOf({ world, caseId: first.id, records, turn }),
      turn: (event: string) => turn(event, () => turnRecords(records, event)),
      sweep,
      outcome,
    };
  };
  return { begin, counted: () => ({ writes }) };
};

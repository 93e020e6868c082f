import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type Client, createClient } from "../../../shared/api/client.ts";
import type { CaseView } from "../../../shared/api/resources/case.ts";
import { untilAnswered } from "./drive.ts";

/** Looks again until it is so; a test that waits in vain is stopped by its own limit. */
export const until = async <Found>(look: () => Promise<Found | undefined | false>): Promise<Found> => {
  for (;;) {
    const found = await look();
    if (found) return found;
    await pause(100);
  }
};

/** Whether nothing of a case is under way or left to the clock: from here on only people and authorities change it. */
export const isAtRest = ({ steps }: Pick<CaseView, "steps">): boolean =>
  steps.every(({ status }) => !["ready", "started", "answered", "retrying", "again"].includes(status));

type AnyMethod = (call: object) => Promise<unknown>;

/** A client that asks again, with the same key, until it is answered: on a busy machine the first answer may be that it took too long. */
export const patientClient = (options: Parameters<typeof createClient>[0]): Client => {
  const patient = Object.entries(createClient(options)).map(([name, method]) => [
    name,
    (call: object = {}) => {
      const repeatable = { idempotencyKey: randomUUID(), ...call };
      return untilAnswered(() => (method as AnyMethod)(repeatable));
    },
  ]);
  return Object.fromEntries(patient) as Client;
};

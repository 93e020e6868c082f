import { readJson } from "../auth/store.ts";
import type { Answers } from "../ui/schema.ts";

/** An answer that waits for its person's second factor. */
interface Pending {
  readonly caseId: string;
  readonly stepId: string;
  readonly answers: Answers;
  readonly idempotencyKey: string;
}

const key = "pending-answer";

export const keepPending = (pending: Pending): void => sessionStorage.setItem(key, JSON.stringify(pending));

/** The answer to this very question, once. */
export const takePending = (caseId: string, stepId: string): Pending | undefined => {
  const pending = readJson<Pending>(key);
  if (pending?.caseId !== caseId || pending.stepId !== stepId) return undefined;
  sessionStorage.removeItem(key);
  return pending;
};

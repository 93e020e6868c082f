import type { Outcome } from "../connectors/operation.ts";
import { canonicalHash } from "../kernel/canonical-json.ts";
import type { Step, StepContext } from "../packages/package.ts";
import type { Case } from "./case.ts";
import type { Engine } from "./engine.ts";
import { pick } from "./step-facts.ts";

export const askAuthority = (
  engine: Engine,
  current: Case,
  step: Step,
  request: unknown,
): Promise<Outcome> | Outcome => {
  const operation = step.performs;
  if (!operation) throw new Error(`${step.id} performs nothing`);
  const late = current.early[step.id];
  if (late) {
    const { authority } = operation;
    return { kind: "answered", answer: late.answer, stamp: { authority, reference: "", attempts: 0, milliseconds: 0 } };
  }
  const round = current.steps[step.id]?.round ?? 0;
  const key = round === 0 ? `${current.id}:${step.id}` : `${current.id}:${step.id}:${round}`;
  const callback = {
    url: `${engine.publicUrl}/v1/callbacks/${current.id}/${step.id}`,
    token: callbackToken(engine, current.id, step.id),
  };
  return engine.call(operation, request, { key, callback });
};

export const requestOf = (step: Step, values: Record<string, unknown>, context: StepContext): unknown =>
  step.request ? step.request(values, context) : pick(values, [...step.needs, ...(step.wants ?? [])]);

/** Enough to tell one request of a step from another, and short, for every case carries it. */
export const shortHash = (request: unknown): string => canonicalHash(request).slice(0, 12);

/** What a callback must carry to be believed. */
export const callbackToken = ({ hash }: Pick<Engine, "hash">, caseId: string, stepId: string): string =>
  hash.of("callback", caseId, stepId);

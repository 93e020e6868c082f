import { answerStep } from "../../../shared/actions/answer-step.ts";
import { decideStep } from "../../../shared/actions/decide-step.ts";
import { receiveCallback } from "../../../shared/actions/receive-callback.ts";
import { requestStep } from "../../../shared/actions/request-step.ts";
import { withdrawCase } from "../../../shared/actions/withdraw-case.ts";
import type { World } from "../../../shared/actions/world.ts";
import { callbackToken } from "../../../shared/cases/step-request.ts";
import { Refusal } from "../../../shared/kernel/refusal.ts";
import { aCaller, anOfficer } from "../../support/test-world.ts";
import type { BillOf } from "./core-tax.ts";
import type { Records } from "./records.ts";
import type { Turn } from "./watched-store.ts";

interface Scene {
  readonly world: World;
  readonly caseId: string;
  readonly records: Records;
  readonly turn: Turn;
}

/** Everybody who acts on the case, by name. What is refused is refused: an actor looks again and goes on. */
export const actorsOf = ({ world, caseId, records, turn }: Scene) => {
  const read = () => world.cases.read(caseId);
  let requests = 0;
  const attempt = async (request: (idempotencyKey: string) => Promise<unknown>): Promise<void> => {
    requests += 1;
    try {
      await request(`request-${requests}`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  };

  const answerOnce = async (name: string): Promise<void> => {
    const current = await read();
    const side = name.startsWith("seller") ? "seller" : "buyer";
    const accepts = name !== "buyer-1" || records.price.length > 9;
    const answers: Record<string, Record<string, unknown>> = {
      [`${side}-price`]: { [`${side}PriceAnswer`]: { accepts } },
      [`${side}-declaration`]: {},
    };
    for (const [stepId, given] of Object.entries(answers)) {
      if (current?.steps[stepId]?.status !== "waiting") continue;
      const request = { caller: aCaller(name), caseId, stepId, answers: given };
      await attempt((idempotencyKey) => answerStep(world, { ...request, idempotencyKey }));
    }
  };

  /** The money, or the register: about what stands in the case when they look, which may be over when they answer. */
  const answerLate = async (name: "wallet" | "registry"): Promise<void> => {
    const current = await read();
    const bills = current?.facts.bills?.value as readonly BillOf[] | undefined;
    if (!current || !bills) return;
    if (name === "registry" && current.steps.registration?.status !== "waiting") return;
    const paid = { paidOn: "2026-01-02", surcharge: "0.00" };
    const [stepId, answer] =
      name === "wallet"
        ? (["payment", { settled: bills.map(({ billNumber, amount }) => ({ billNumber, amount, ...paid })) }] as const)
        : (["registration", { result: "registered", certificateNumber: "C-1", registeredOn: "2026-01-03" }] as const);
    const token = callbackToken(world, caseId, stepId);
    await attempt(() => receiveCallback(world, { caseId, stepId, token, answer }));
  };

  const askFor = async (stepId: "correction" | "cancellation"): Promise<void> => {
    await turn(stepId, () => undefined);
    const isFiled = (await read())?.steps["file-declaration"]?.status === "done";
    if (stepId === "cancellation" && isFiled) records.isCancelled = true;
    const request = { caller: aCaller("buyer-1"), caseId, stepId, reason: "it is wrong" };
    await attempt((idempotencyKey) => requestStep(world, { ...request, idempotencyKey }));
  };

  const decideOnce = async (): Promise<void> => {
    const current = await read();
    for (const stepId of ["price-review", "family-check", "assessment", "correction"]) {
      const state = current?.steps[stepId];
      if (state?.status !== "waiting" || state.waitsFor !== "officer") continue;
      const decision = { approved: true, reason: "seen", values: established[stepId] ?? {} };
      const request = { caller: anOfficer(), caseId, stepId, decision };
      await attempt((idempotencyKey) => decideStep(world, { ...request, idempotencyKey }));
    }
  };

  const withdraw = async (): Promise<void> => {
    await turn("withdraw", () => undefined);
    const request = { caller: aCaller("seller-1"), caseId };
    await attempt((idempotencyKey) => withdrawCase(world, { ...request, idempotencyKey }));
  };

  const once = (name: string): Promise<void> => {
    if (name === "officer") return decideOnce();
    if (name === "wallet" || name === "registry") return answerLate(name);
    if (name === "correction" || name === "cancellation") return askFor(name);
    return answerOnce(name);
  };

  /** `buyer-1`, or `buyer-1 again`: the same person on another device. Each looks three times. */
  return async (actor: string): Promise<void> => {
    const [name = ""] = actor.split(" ");
    if (name === "withdrawal") return withdraw();
    for (let times = 0; times < 3; times += 1) await once(name);
  };
};

const established: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "price-review": { priceReview: "reason-accepted" },
  // Three homes in all: deed tax at 3 % instead of 1 %.
  correction: {
    correctionFindings: { isFounded: true, findings: { families: { "buyer-1": { otherHomesInQueryArea: 2 } } } },
  },
};

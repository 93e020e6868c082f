import type { Case } from "../cases/case.ts";
import { packageOf } from "../cases/engine.ts";
import { coreTaxHousing, type Settlement } from "../connectors/core-tax/housing.ts";
import { operationId } from "../connectors/operation.ts";
import type { Instant } from "../kernel/instant.ts";
import { isSettled } from "../packages/step-status.ts";
import type { Bill } from "../payments/bill.ts";
import type { BillStore } from "../payments/bill-store.ts";
import { billsOfCase } from "./bills-of-case.ts";
import { changeAndRun } from "./change-and-run.ts";
import { settlementOf } from "./settlement-of.ts";
import type { World } from "./world.ts";

export interface SettlingWorld extends World {
  readonly bills: BillStore;
}

/**
 * Tells a case that its taxes are paid, once all of its bills are: the step that performs `core-tax/settlement` gets its
 * answer, and the case runs on. Called for each bill that is paid (`Payments.tell`). Harmless when repeated, and when it
 * comes before our own mark of waiting.
 *
 * @returns the case as it stands then; nothing where there is no such case
 */
export const settleCase = async (
  world: SettlingWorld,
  { caseId }: Pick<Bill, "caseId">,
  deadline?: Instant,
): Promise<Case | undefined> => {
  const found = await world.cases.read(caseId);
  if (found === undefined) return undefined;
  const step = packageOf(world.packages, found).steps.find(
    ({ performs }) => performs !== undefined && operationId(performs) === operationId(coreTaxHousing.settlement),
  );
  if (step === undefined) return found;
  const settlement = settlementOf(await billsOfCase(world, found));
  if (settlement === undefined) return found;
  return changeAndRun(
    world,
    found,
    (current, at) =>
      current.status !== "open" ||
      isSettled(current.steps[step.id]) ||
      current.early[step.id] !== undefined ||
      !isAboutItsBills(current, settlement)
        ? []
        : [{ type: "arrived", step: step.id, at, answer: settlement }],
    deadline,
  );
};

/** A correction may have put other bills in the place of those that were paid. */
const isAboutItsBills = ({ facts }: Case, { settled }: Settlement): boolean => {
  const bills = facts.bills?.value;
  if (!Array.isArray(bills)) return false;
  const numbers = new Set((bills as readonly { readonly billNumber: string }[]).map(({ billNumber }) => billNumber));
  return settled.length === numbers.size && settled.every(({ billNumber }) => numbers.has(billNumber));
};

import { answerStep } from "../../../shared/actions/answer-step.ts";
import { openCase } from "../../../shared/actions/open-case.ts";
import type { Case } from "../../../shared/cases/case.ts";
import type { Instant } from "../../../shared/kernel/instant.ts";
import { secondHandHousing } from "../../../shared/packages/housing/package.ts";
import { aCaller, TestClock, testWorld } from "../../support/test-world.ts";
import { authoritiesOver } from "./authorities.ts";
import { buyers, sellers } from "./parties.ts";
import { recordsAtFirst } from "./records.ts";
import { immediately, watchedStore } from "./watched-store.ts";

/** Four hours before the year ends, and with it the rate of 5 %. */
export const evening = "2025-12-31T12:00:00.000Z" as Instant;

/** A case with everything fetched, ready to be signed or disputed; each run begins there. */
export const readyCase = async (isPriceLow: boolean): Promise<Case> => {
  const time = new TestClock();
  time.now = evening;
  const { store, now } = watchedStore(undefined, immediately, () => {});
  const authorities = authoritiesOver(() => recordsAtFirst(isPriceLow), []);
  const world = testWorld({ packages: [secondHandHousing], time, authorities, cases: store });
  const { case: opened } = await openCase(world, {
    caller: aCaller("seller-1"),
    packageId: secondHandHousing.id,
    opening: { contractNumber: "LZ-CLF-1" },
    consents: { dataSharing: true },
    idempotencyKey: "open",
  });
  for (const { name } of [...sellers, ...buyers]) {
    await answerStep(world, {
      caller: aCaller(name),
      caseId: opened.id,
      stepId: `${name.slice(0, -2)}-authorisation`,
      answers: {},
      idempotencyKey: `a-${name}`,
    });
  }
  const ready = now();
  if (!ready) throw new Error("no case");
  return ready;
};

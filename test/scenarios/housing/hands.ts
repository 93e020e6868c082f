import type { Hands } from "../../../infra/local/demo/street/play-family.ts";
import { viewCase } from "../../../shared/api/views/case-view.ts";
import { calendarDateIn } from "../../../shared/kernel/day.ts";
import { openTill } from "../../packages/housing-till.ts";
import type { Town } from "../../packages/housing-town.ts";

/** The people of a street in one process: the real engine, its store in memory, the sandbox over HTTP, a clock that is set. */
export const handsIn = (town: Town): Hands => {
  const till = openTill(town);
  const takenBack = new Set<string>();
  const viewOf: Hands["viewOf"] = async (login, caseId) => {
    const current = await town.read({ id: caseId });
    const caller = town.callerOf(login);
    const isParty = current.openedBy === caller.key || current.parties.some(({ person }) => person === caller.key);
    return isParty || caller.roles.some((role) => role === "officer")
      ? viewCase(town.world.packages, current, caller)
      : undefined;
  };
  return {
    open: async (login, { contractNumber, packageId }) => (await town.open(login, contractNumber, packageId)).id,
    viewOf,
    officerView: async (caseId) => {
      const view = await viewOf("officer-lin", caseId);
      if (!view) throw new Error("an officer sees every case");
      return view;
    },
    answer: async (login, { id }, stepId, answers) => {
      await town.answerWith({ id }, stepId, login, answers);
    },
    decide: async ({ id }, stepId, decision) => {
      await town.decide({ id }, stepId, { ...decision });
    },
    happen: async (happening) => {
      if (happening.kind === "silence") await town.control.fault({ authority: happening.authority, mode: "500" });
      else if (happening.kind === "answering-again") await town.control.heal();
      else {
        const change = happening.record(calendarDateIn(town.time.now, "Asia/Shanghai"));
        if (change.kind === "contract-taken-back") takenBack.add(change.key);
        await town.control.putRecord(change);
      }
    },
    request: async (login, { id }, stepId, reason) => {
      await town.request({ id }, stepId, login, reason);
    },
    pay: async (login, caseId) => till.payAs(login, await town.read({ id: caseId })),
    // The register's late answer comes by itself, as everything else does with time.
    wait: async (caseId) => {
      await town.sweepLater(1_800_000);
      const { steps, facts } = await town.read({ id: caseId });
      if (steps.registration?.status !== "waiting") return;
      const today = town.time.now.slice(0, 10);
      const isOff = takenBack.has(String(facts.contractNumber?.value));
      const answer = isOff
        ? { result: "cancelled", cancelledOn: today }
        : { result: "registered", certificateNumber: `例证-${caseId.slice(0, 6)}`, registeredOn: today };
      await town.arrives({ id: caseId }, "registration", answer);
    },
  };
};

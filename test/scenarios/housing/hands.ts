import type { Hands } from "../../../infra/local/demo/street/play-family.ts";
import { viewCase } from "../../../shared/api/views/case-view.ts";
import type { Town } from "../../packages/housing-town.ts";

/** The people of a street in one process: the real engine, its store in memory, the sandbox over HTTP, a clock that is set. */
export const handsIn = (town: Town): Hands => {
  const viewOf: Hands["viewOf"] = async (login, caseId) => {
    const current = await town.read({ id: caseId });
    const caller = town.callerOf(login);
    const isParty = current.openedBy === caller.key || current.parties.some(({ person }) => person === caller.key);
    return isParty || caller.roles.some((role) => role === "officer")
      ? viewCase(town.world.packages, current, caller)
      : undefined;
  };
  return {
    open: async (login, contractNumber) => (await town.open(login, contractNumber)).id,
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
      else await town.control.putRecord(happening.record(town.time.now.slice(0, 10)));
    },
    wait: () => town.sweepLater(1_800_000),
  };
};

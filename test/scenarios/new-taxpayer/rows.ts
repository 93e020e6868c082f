import { standingsOf } from "../../packages/new-taxpayer/standings.ts";
import { playProfile, profiles } from "./play-profile.ts";

export const legend =
  "new taxpayers, tasks 1 to 15: A done by the system; O, T, B waits for an officer, the taxpayer, the bank " +
  "(small: for a task that does); R refused; X behind a refused task; - does not apply";

/** Each profile as a row of the table: where the fifteen tasks stand once the applicant has confirmed, and why. */
export const newcomerRows = (): Promise<{ row: Record<string, string>; agrees: boolean }[]> =>
  Promise.all(
    profiles.map(async (profile) => {
      const { confirmed } = await playProfile(profile);
      const found = standingsOf(confirmed);
      const agrees = found === profile.tasks;
      const row = {
        "主题 topic": "新办纳税人 new taxpayers",
        "情形 case": profile.profile,
        "应得 due": agrees ? profile.tasks : `${profile.tasks}, found ${found}`,
        "来源 source": profile.why,
        "一致 agrees": agrees ? "✓" : "✗",
      };
      return { row, agrees };
    }),
  );

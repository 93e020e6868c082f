import type { AuthorityId } from "../../shared/connectors/authorities.ts";
import { workAs } from "../support/crew-worker.ts";
import { type Normal, normalDay, type OutageReport, tryOutage } from "./lab/outage.ts";
import { mishapsAt, tryPoint, tryStorm, undisturbedRun, type Verdict } from "./lab/trials.ts";
import type { OutageName } from "./lab/weather.ts";

/** A share of what is to be tried. */
export type FaultsJob =
  | { readonly kind: "points"; readonly story: string; readonly points: readonly number[] }
  | { readonly kind: "storm"; readonly seed: number }
  | { readonly kind: "outage"; readonly authority: AuthorityId; readonly outage: OutageName; readonly pairs: number };

export interface FaultsResult {
  readonly tried: number;
  /** Of those tried, what went wrong. */
  readonly failed: readonly Verdict[];
  /** How often each mishap struck. */
  readonly struck?: ReadonlyMap<string, number>;
  readonly outage?: OutageReport;
}

const calmRuns = new Map<string, ReturnType<typeof undisturbedRun>>();
const normalDays = new Map<number, Promise<Normal>>();

const kept = <Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value => {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
};

const work = async (job: FaultsJob): Promise<FaultsResult> => {
  switch (job.kind) {
    case "points": {
      const { story, points } = job;
      const calm = await kept(calmRuns, story, () => undisturbedRun(story));
      const verdicts: Verdict[] = [];
      for (const point of points) {
        for (const mishap of mishapsAt(calm, point)) verdicts.push(await tryPoint(story, point, mishap, calm));
      }
      return { tried: verdicts.length, failed: verdicts.filter(({ findings }) => findings.length > 0) };
    }
    case "storm": {
      const { struck, ...verdict } = await tryStorm(job.seed);
      return { tried: 1, failed: verdict.findings.length > 0 ? [verdict] : [], struck };
    }
    case "outage": {
      const { authority, outage, pairs } = job;
      const normal = await kept(normalDays, pairs, () => normalDay(pairs));
      const report = await tryOutage(authority, outage, pairs, normal);
      const asked =
        report.furtherQuestions > 0 ? [`${report.furtherQuestions} questions more than on any other day`] : [];
      const verdict = { findings: [...report.findings, ...asked], repeat: `--outages (${authority}, ${outage})` };
      return { tried: 1, failed: verdict.findings.length > 0 ? [verdict] : [], outage: report };
    }
  }
};

workAs(work);

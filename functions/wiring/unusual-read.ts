import type { World } from "../../shared/actions/world.ts";
import { metricNames, metricSpace } from "../stream/metrics.ts";
import { log } from "./log.ts";

/** A warning for whoever supervises, and one for the alarm: a line of CloudWatch's embedded metric format. */
export const unusualRead: NonNullable<World["onUnusual"]> = ({ rule, office, caseId }) => {
  log("WARN", "ACCESS_UNUSUAL", { rule, office, caseId });
  const Metrics = [{ Name: metricNames.unusualReads, Unit: "Count" }];
  const CloudWatchMetrics = [{ Namespace: metricSpace, Dimensions: [["Office"]], Metrics }];
  const metric = { _aws: { Timestamp: Date.now(), CloudWatchMetrics }, Office: office, [metricNames.unusualReads]: 1 };
  console.log(JSON.stringify(metric));
};

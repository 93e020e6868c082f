import type { PaymentLog } from "../../shared/payments/payments.ts";
import { metricNames, metricSpace } from "../stream/metrics.ts";
import { type LogLevel, log } from "./log.ts";

/** What somebody has to do something about is an error; what mends itself a warning. */
const levels: Readonly<Record<PaymentLog["code"], LogLevel>> = {
  "notice-refused": "WARN",
  "notice-taken": "INFO",
  "wallet-silent": "WARN",
  "wallet-refused": "WARN",
  "refund-failed": "ERROR",
  "certificate-delayed": "WARN",
  "telling-delayed": "WARN",
  "bill-check-failed": "ERROR",
  "difference-found": "ERROR",
  "difference-repaired": "INFO",
  "day-not-available": "WARN",
};

/** What wakes somebody. */
const counted: Partial<Record<PaymentLog["code"], string>> = {
  "notice-refused": metricNames.noticesRefused,
  "refund-failed": metricNames.refundsFailed,
  "difference-found": metricNames.differencesFound,
};

/** Codes and ids of our own only; a reason is a code, too. */
export const paymentLog =
  (office: string) =>
  ({ code, ...entry }: PaymentLog): void => {
    log(levels[code], code.toUpperCase().replaceAll("-", "_"), { ...entry });
    const name = counted[code];
    if (name === undefined) return;
    const CloudWatchMetrics = [
      { Namespace: metricSpace, Dimensions: [["Office"]], Metrics: [{ Name: name, Unit: "Count" }] },
    ];
    // CloudWatch reads a metric only from a line that is nothing else.
    const line = { _aws: { Timestamp: Date.now(), CloudWatchMetrics }, Office: office, [name]: 1 };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };

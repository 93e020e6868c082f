/** A public price of AWS. */
export interface Price {
  readonly usd: number;
  /** How many of the unit the price is for. */
  readonly per: number;
  readonly unit: string;
  readonly source: string;
  /** Since when it has been so. */
  readonly since: string;
}

const price = (usd: number, per: number, unit: string, since: string, source: string): Price => ({
  usd,
  per,
  unit,
  since,
  source,
});

const million = 1_000_000;
const dynamodb = "https://aws.amazon.com/dynamodb/pricing/on-demand/";
const lambda = "https://aws.amazon.com/lambda/pricing/";
const stepFunctions = "https://aws.amazon.com/step-functions/pricing/";

/**
 * Public prices in US East (N. Virginia), free tiers left out, as they stood on 2026-11-23; each says since when. They are
 * quoted from AWS's price pages as other public documents repeat them: look once before quoting them further.
 */
export const prices = {
  tableWrite: price(0.625, million, "write units", "2024-11-01", dynamodb),
  tableRead: price(0.125, million, "read units", "2024-11-01", dynamodb),
  tableStorage: price(0.25, 1, "GB-months", "2024-11-01", dynamodb),
  lambdaCall: price(0.2, million, "calls", "2014-11-13", lambda),
  lambdaTime: price(0.0000133334, 1, "GB-seconds (arm64)", "2021-09-29", lambda),
  durableOperation: price(8, million, "operations", "2025-12-02", lambda),
  durableData: price(0.25, 1, "GB written", "2025-12-02", lambda),
  durableStorage: price(0.15, 1, "GB-months", "2025-12-02", lambda),
  transition: price(25, million, "transitions", "2016-12-01", stepFunctions),
} as const satisfies Record<string, Price>;

export type PriceName = keyof typeof prices;

import type { FactValues } from "../../condition.ts";
import { need } from "../facts/index.ts";

/** A rule waits for the confirmation even when it uses none of its answers. */
export const confirmed = ["confirm-form"] as const;

export const industriesOf = (values: FactValues): readonly string[] => [
  need(values, "industryCode"),
  ...need(values, "furtherIndustryCodes"),
];

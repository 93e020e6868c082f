import { readBureauSecret } from "../../shared/kernel/bureau-secret.ts";

/** A bureau's secret as `infra/RUNBOOK.md` has it turned: a new sealing key in front, what was sealed before still opens. */
export const rotatedSecret = (text: string, newKey: string): string => {
  const { lasting, sealing } = readBureauSecret(text);
  return JSON.stringify({ lasting, sealing: [newKey, ...sealing] });
};

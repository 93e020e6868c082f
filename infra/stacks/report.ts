import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { acknowledgedIn } from "./acknowledged.ts";
import type { OneWindow } from "./one-window.ts";

const ValidationReport = z.object({ pluginReports: z.array(z.object({ violations: z.array(z.unknown()) })) });

/**
 * Synthesizes and says what came of it. Errors of the rules have then already thrown; a warning of theirs or of the
 * library's counts as a finding, too.
 */
export const reportOn = ({ app, deployment }: OneWindow): { readonly findings: number; readonly lines: string[] } => {
  const { stacks, directory } = app.synth();
  const report = ValidationReport.parse(JSON.parse(readFileSync(join(directory, "validation-report.json"), "utf8")));
  const findings = report.pluginReports.reduce((sum, { violations }) => sum + violations.length, 0);
  const acknowledged = acknowledgedIn(app);
  const byReason = Map.groupBy(acknowledged, ({ rule, reason }) => `${rule}: ${reason}`);
  const names = stacks.map(({ stackName }) => stackName).join(", ");
  return {
    findings,
    lines: [
      `${deployment.name} in ${deployment.region}: ${names}; cdk-nag AwsSolutions: ${findings} findings, ` +
        `${acknowledged.length} rules set aside`,
      ...[...byReason].flatMap(([why, where]) => [`  ${why}`, ...where.map(({ path }) => `    at ${path}`)]),
    ],
  };
};

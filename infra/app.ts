import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { Code } from "aws-cdk-lib/aws-lambda";
import { bundleFolder, bundleFunctions } from "./bundle.ts";
import { readContext } from "./deployment.ts";
import { oneWindow } from "./stacks/one-window.ts";
import { reportOn } from "./stacks/report.ts";

// Run by the CDK command (which says where to write) and, as `npm run synth`, by plain node.
const { values } = parseArgs({
  options: { deployment: { type: "string" }, quiet: { type: "boolean", default: false } },
});
const isPlainNode = process.env.CDK_OUTDIR === undefined;
const outdir = process.env.CDK_OUTDIR ?? "cdk.out";

try {
  await bundleFunctions();
  if (isPlainNode) rmSync(outdir, { recursive: true, force: true });
  const built = oneWindow({
    context: { ...readContext(), ...(values.deployment && { deployment: values.deployment }) },
    codeOf: (name) => Code.fromAsset(bundleFolder(name)),
    settings: { outdir },
  });
  const { findings, lines } = reportOn(built);
  if (isPlainNode) console.log((values.quiet ? lines.slice(0, 1) : lines).join("\n"));
  if (findings > 0) process.exitCode = 1;
} catch (error) {
  // What the rules found is printed already; a stack of our own would bury it.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

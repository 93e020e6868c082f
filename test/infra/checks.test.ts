import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Code } from "aws-cdk-lib/aws-lambda";
import { CfnQueue } from "aws-cdk-lib/aws-sqs";
import { AwsSolutionsChecks } from "cdk-nag";
import { afterAll, expect, test } from "vitest";
import { functions } from "../../functions/functions.ts";
import { readContext } from "../../infra/deployment.ts";
import { acknowledgedIn } from "../../infra/stacks/acknowledged.ts";
import { type OneWindow, oneWindow } from "../../infra/stacks/one-window.ts";
import { reportOn } from "../../infra/stacks/report.ts";
import { needsToken, routes } from "../../shared/api/routes.ts";

const outdir = mkdtempSync(join(tmpdir(), "one-window-checks-"));
afterAll(() => rmSync(outdir, { recursive: true }));

const build = (deployment: string): OneWindow =>
  oneWindow({
    context: { ...readContext(), deployment },
    codeOf: () => Code.fromInline("export const handler = () => {};"),
    settings: { outdir },
  });

/** The construct's own name: without its stack, and without CDK's word for the resource inside it. */
const nameOf = (path: string) => path.replace(/^[^/]+\//, "").replace(/\/Resource$/, "");

test.each(["liuzhou", "trial"])("%s: the rules find nothing that is not set aside", (deployment) => {
  const { findings, lines } = reportOn(build(deployment));
  expect(findings).toBe(0);
  expect(lines[0]).toContain("cdk-nag AwsSolutions: 0 findings");
});

test("a finding stops the synthesis", () => {
  const built = build("trial");
  new CfnQueue(built.service, "Open", {});
  expect(() => reportOn(built)).toThrow(/AwsSolutions-SQS4/);
});

// What the rules would say if nothing were set aside. Each of these, and only these, has its reason.
const expectedFindings = [
  ...Object.values(routes)
    .filter((route) => !needsToken(route))
    .map(({ method, path }) => `AwsSolutions-APIG4 Api/Api/${method}${path.replaceAll("/", "--")}`),
  "AwsSolutions-SMG4 Secret",
  "AwsSolutions-SMG4 Wallets",
  "AwsSolutions-S1 Site/Files",
  ...[1, 2, 3, 4].map((rule) => `AwsSolutions-CFR${rule} Site/Distribution`),
  "AwsSolutions-IAM5[Resource::*] on-case-change/ListStreams",
  "AwsSolutions-IAM5[Resource::*] count-speed/ListStreams",
];
const traces = Object.keys(functions).map((name) => `AwsSolutions-IAM5[Resource::*] ${name}/Trace`);

const releases =
  "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited] Releases/Role";

test.each([
  // The China Regions know no origin access control.
  ["liuzhou", [...expectedFindings, "AwsSolutions-CFR7 Site/Distribution"]],
  ["trial", [...expectedFindings, ...traces, releases]],
])("%s: each rule is set aside where it finds something, and nowhere else", (deployment, expected) => {
  const { app } = build(deployment);
  const rules = new AwsSolutionsChecks(app);
  Object.assign(rules, { isAcknowledged: () => false });
  const found = rules
    .validateScope(app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath = "" }) => `${ruleName} ${nameOf(constructPath)}`),
    );
  expect(found.sort()).toEqual([...expected].sort());
  const setAside = acknowledgedIn(app).map(({ rule, path }) => `${rule} ${nameOf(path)}`);
  expect(setAside.sort()).toEqual([...expected].sort());
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ofType, synthesize } from "./synthesize.ts";

const runbook = readFileSync(new URL("../../infra/RUNBOOK.md", import.meta.url), "utf8");
const headed = [...runbook.matchAll(/^### (.+)$/gm)].flatMap(([, names = ""]) => names.split(", "));

test("every alarm has its page, and every page its alarm", () => {
  const alarms = ofType(synthesize("liuzhou").serviceTemplate, "AWS::CloudWatch::Alarm").map(
    ({ Metadata }) => /\/Alarms\/([^/]+)\/Resource$/.exec(Metadata["aws:cdk:path"])?.[1],
  );
  expect(alarms.length).toBeGreaterThan(5);
  expect(headed.sort()).toEqual(alarms.sort());
});

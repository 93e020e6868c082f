import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Code } from "aws-cdk-lib/aws-lambda";
import * as z from "zod";
import { readContext } from "../../infra/deployment.ts";
import { type OneWindow, oneWindow } from "../../infra/stacks/one-window.ts";

const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.any()).default({}),
  DeletionPolicy: z.string().optional(),
  DependsOn: z.array(z.string()).default([]),
  Metadata: z.looseObject({ "aws:cdk:path": z.string().default("") }).prefault({}),
});

const Template = z.object({
  Resources: z.record(z.string(), Resource),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.string() }).optional() }))
    .default({}),
});

export type Resource = z.infer<typeof Resource>;
export type Template = z.infer<typeof Template>;

/** The templates of one deployment, and the constructs that they came from. */
export interface Synthesized extends OneWindow {
  readonly dataTemplate: Template;
  readonly serviceTemplate: Template;
  readonly clientsTemplate: Template;
  /** The text of all, for what must appear nowhere. */
  readonly text: string;
}

const made = new Map<string, Synthesized>();

/** Synthesizes a deployment of `cdk.json` once per test file. The code is left out: it changes no fact of a template. */
export const synthesize = (deployment: string): Synthesized => {
  const before = made.get(deployment);
  if (before !== undefined) return before;
  const outdir = mkdtempSync(join(tmpdir(), "one-window-synthesis-"));
  const built = oneWindow({
    context: { ...readContext(), deployment, "aws:cdk:enable-path-metadata": true },
    codeOf: () => Code.fromInline("export const handler = () => {};"),
    // Takes seconds; one test of its own has it on.
    settings: { outdir, builtinCloudFormationValidation: false },
  });
  // Read now: the files are gone in a moment.
  const templates = new Map(
    built.app.synth().stacks.map(({ stackName, template }) => [stackName, template as unknown]),
  );
  const templateOf = (stack: string): Template => Template.parse(templates.get(`one-window-${deployment}-${stack}`));
  rmSync(outdir, { recursive: true });
  const synthesized = {
    ...built,
    dataTemplate: templateOf("data"),
    serviceTemplate: templateOf("service"),
    clientsTemplate: templateOf("clients"),
    text: JSON.stringify([...templates.values()]),
  };
  made.set(deployment, synthesized);
  return synthesized;
};

export const ofType = (template: Template, type: string): readonly (Resource & { readonly logicalId: string })[] =>
  Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === type)
    .map(([logicalId, resource]) => ({ logicalId, ...resource }));

/** The only one of its kind. */
export const theOnly = (template: Template, type: string): Resource & { readonly logicalId: string } => {
  const [only, ...others] = ofType(template, type);
  if (only === undefined || others.length > 0) throw new Error(`${others.length + (only ? 1 : 0)} of ${type}, not one`);
  return only;
};

/**
 * What a value of a template means, in words: `Cases/Table`, `Cases/Table.Arn/index/by-due`, `arn:aws-cn:...`. Names are
 * the constructs' own, without their stack; another stack's exports are followed to what they stand for.
 */
export const meaning = (value: unknown, { dataTemplate, serviceTemplate }: Synthesized): string => {
  const templates = [serviceTemplate, dataTemplate];
  const nameOf = (logicalId: string): string => {
    const resource = templates.map((template) => template.Resources[logicalId]).find((found) => found !== undefined);
    if (resource === undefined) return logicalId;
    return resource.Metadata["aws:cdk:path"].split("/").slice(1, -1).join("/");
  };
  const say = (part: unknown): string => {
    if (typeof part !== "object" || part === null) return String(part);
    const [intrinsic, argument] = Object.entries(part)[0] ?? ["", undefined];
    if (intrinsic === "Ref") return nameOf(argument as string);
    if (intrinsic === "Fn::GetAtt") return `${nameOf((argument as string[])[0] ?? "")}.${(argument as string[])[1]}`;
    if (intrinsic === "Fn::Join") return (argument as [string, unknown[]])[1].map(say).join((argument as [string])[0]);
    if (intrinsic === "Fn::ImportValue") {
      const found = templates.flatMap(({ Outputs }) => Object.values(Outputs)).find((o) => o.Export?.Name === argument);
      return say(found?.Value);
    }
    throw new Error(`Nothing is known of ${JSON.stringify(part)}`);
  };
  return say(value);
};

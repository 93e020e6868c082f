import * as z from "zod";
import type { FunctionName } from "../../functions/functions.ts";
import { meaning, ofType, type Synthesized } from "./synthesize.ts";

const list = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

const Statement = z.strictObject({
  Effect: z.literal("Allow"),
  Action: list,
  Resource: z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]),
  /** The conditions that a right may have: on which items of the table, or for which bureau. */
  Condition: z
    .strictObject({
      "ForAllValues:StringLike": z.strictObject({ "dynamodb:LeadingKeys": z.array(z.string()) }).optional(),
      StringEquals: z.strictObject({ "kms:EncryptionContext:bureau": z.string() }).optional(),
    })
    .optional(),
});

/** Everything that a function may do, one right a line: `dynamodb:GetItem on Cases/Table.Arn`. */
export const rightsOf = (name: FunctionName, synthesized: Synthesized): readonly string[] => {
  const { serviceTemplate } = synthesized;
  const role = ofType(serviceTemplate, "AWS::IAM::Role").find(({ Metadata }) =>
    Metadata["aws:cdk:path"].endsWith(`/${name}/Role/Resource`),
  );
  if (role === undefined) throw new Error(`No role of ${name} in the template`);
  const unlisted = Object.keys(role.Properties).filter((property) => property !== "AssumeRolePolicyDocument");
  if (unlisted.length > 0) throw new Error(`${name} has rights outside its policies: ${unlisted.join()}`);
  return ofType(serviceTemplate, "AWS::IAM::Policy")
    .filter(({ Properties }) => Properties.Roles.some((one: { Ref: string }) => one.Ref === role.logicalId))
    .flatMap(({ Properties }) => z.array(Statement).parse(Properties.PolicyDocument.Statement))
    .flatMap(({ Action, Resource, Condition }) => {
      const keys = Condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"].join();
      const bureau = Condition?.StringEquals?.["kms:EncryptionContext:bureau"];
      if (bureau !== undefined && bureau !== synthesized.deployment.locality)
        throw new Error(`${name} serves ${bureau}`);
      const items = `${keys === undefined ? "" : ` items ${keys}`}${bureau === undefined ? "" : " for its bureau"}`;
      return Action.flatMap((action) =>
        Resource.map((resource) => `${action} on ${meaning(resource, synthesized)}${items}`),
      );
    })
    .sort();
};

import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";
import * as z from "zod";

export interface Acknowledged {
  readonly path: string;
  readonly rule: string;
  readonly reason: string;
}

const Reasons = z.record(z.string(), z.string());

/** Every rule that is set aside somewhere, and why. */
export const acknowledgedIn = (app: IConstruct): readonly Acknowledged[] =>
  app.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(Reasons.parse(data)))
      .map(([rule, reason]) => ({ path: node.path, rule: rule.replace(/^annotation::/i, ""), reason })),
  );

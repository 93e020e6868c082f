import type { StackProps } from "aws-cdk-lib";
import type { Deployment } from "../deployment.ts";

export const stackPropsOf = ({ name, region, account }: Deployment, what: string): StackProps => ({
  description: `One Window (${name}): ${what}`,
  env: { region, ...(account === undefined ? {} : { account }) },
  terminationProtection: true,
});

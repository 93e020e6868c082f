import { Duration } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";

/** Calls a function every so many minutes. A call that is missed is not made up for: the next one does its work too. */
export class Timer extends Construct {
  constructor(scope: Construct, id: string, props: { readonly everyMinutes: number; readonly target: IFunction }) {
    super(scope, id);
    const every = Duration.minutes(props.everyMinutes);
    new Rule(this, "Rule", {
      schedule: Schedule.rate(every),
      targets: [new LambdaFunction(props.target, { retryAttempts: 0, maxEventAge: every })],
    });
  }
}

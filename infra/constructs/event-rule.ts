import { Duration } from "aws-cdk-lib";
import { type EventBus, Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { EventInvokeConfig } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { detailType, type EventType, eventSource } from "../../events/events.ts";
import type { BureauFunction } from "./bureau-function.ts";
import { allow } from "./rights.ts";

export interface EventRuleProps {
  readonly bus: EventBus;
  readonly types: readonly EventType[];
  readonly consumer: BureauFunction;
  readonly deadLetters: Queue;
  readonly deadLettersKey: IKey;
}

/** Brings each event of some types to its consumer. What cannot be taken is tried again, and then lies in the dead letters. */
export class EventRule extends Construct {
  constructor(scope: Construct, id: string, props: EventRuleProps) {
    super(scope, id);
    const { bus, types, consumer, deadLetters, deadLettersKey } = props;
    consumer.may(
      "SendDeadLetters",
      allow(["sqs:SendMessage"], deadLetters.queueArn),
      allow(["kms:Decrypt", "kms:GenerateDataKey"], deadLettersKey.keyArn),
    );
    new EventInvokeConfig(this, "Retries", {
      function: consumer.function,
      maxEventAge: Duration.hours(6),
      retryAttempts: 2,
      onFailure: new SqsDestination(deadLetters),
    });
    new Rule(this, "Rule", {
      eventBus: bus,
      eventPattern: {
        source: [eventSource],
        detailType: types.map((type) => detailType({ type, version: 1 })),
      },
      targets: [new LambdaFunction(consumer.function)],
    });
  }
}

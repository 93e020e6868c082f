import { type EventBus, Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { CfnFunction } from "aws-cdk-lib/aws-lambda";
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
    const sendDeadLetters = consumer.may(
      "SendDeadLetters",
      allow(["sqs:SendMessage"], deadLetters.queueArn),
      allow(["kms:Decrypt", "kms:GenerateDataKey"], deadLettersKey.keyArn),
    );
    // Lambda tries an event three times within six hours unless it is told otherwise.
    const live = consumer.function.node.defaultChild as CfnFunction;
    live.deadLetterConfig = { targetArn: deadLetters.queueArn };
    // It asks for the right when the function is made.
    live.node.addDependency(sendDeadLetters);
    new Rule(this, "Rule", {
      eventBus: bus,
      eventPattern: {
        source: [eventSource],
        detailType: types.map((type) => detailType({ type, version: 1 })),
      },
      // What the bus cannot hand to Lambda within a day; what the function cannot take is written above.
      targets: [new LambdaFunction(consumer.function, { deadLetterQueue: deadLetters })],
    });
  }
}

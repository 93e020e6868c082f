import { Duration, Validations } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { streamFeed } from "../../functions/functions.ts";
import type { BureauFunction } from "./bureau-function.ts";
import { allow } from "./rights.ts";

export interface CaseStreamProps {
  readonly table: Table;
  readonly tableKey: IKey;
  readonly consumer: BureauFunction;
  readonly deadLetters: Queue;
  readonly deadLettersKey: IKey;
  /** How long records are gathered for one call. */
  readonly windowSeconds: number;
}

/**
 * Brings every change of a case to its consumer, in order per case. A record that cannot be taken holds up its shard for
 * a few hours at most; then where it stands in the stream goes to the dead letters, and the rest moves on.
 */
export class CaseStream extends Construct {
  constructor(scope: Construct, id: string, props: CaseStreamProps) {
    super(scope, id);
    const { table, tableKey, consumer, deadLetters, deadLettersKey, windowSeconds } = props;
    const streamArn = table.tableStreamArn;
    if (streamArn === undefined) throw new Error("The table has no stream");
    const readStream = consumer.may(
      "ReadStream",
      allow(["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"], streamArn),
      allow(["kms:Decrypt"], tableKey.keyArn),
    );
    const listStreams = consumer.may("ListStreams", allow(["dynamodb:ListStreams"], "*"));
    Validations.of(listStreams).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason: "ListStreams shows names only and can be granted on no single stream; Lambda's poller asks for it.",
    });
    const sendDeadLetters = consumer.may(
      "SendDeadLetters",
      allow(["sqs:SendMessage"], deadLetters.queueArn),
      allow(["kms:Decrypt", "kms:GenerateDataKey"], deadLettersKey.keyArn),
    );
    const mapping = new EventSourceMapping(this, "Mapping", {
      target: consumer.function,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.or(...streamFeed.eventNames),
          dynamodb: { Keys: { sk: { S: FilterRule.or(...streamFeed.sortKeys) } } },
        }),
      ],
      batchSize: streamFeed.batchSize,
      ...(windowSeconds > 0 && { maxBatchingWindow: Duration.seconds(windowSeconds) }),
      parallelizationFactor: 2,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: streamFeed.retryAttempts,
      // The stream forgets after 24 hours; before that a person must still be able to fetch what failed.
      maxRecordAge: Duration.hours(6),
      onFailure: new SqsDlq(deadLetters),
    });
    // Lambda tries these rights when the mapping is made.
    mapping.node.addDependency(readStream, listStreams, sendDeadLetters);
  }
}

import { Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import type { Text } from "../../shared/kernel/text.ts";

/** Something that hurts people when a figure passes its limit. */
export interface Harm {
  /** Whom it hurts and how: the first thing that whoever is woken reads. */
  readonly hurts: Text;
  readonly when: IMetric;
  readonly is: "at least" | "below";
  readonly limit: number;
  /** For how many periods of the figure running. */
  readonly periods?: number;
  /** Silence counts as harm: for what must always be running. */
  readonly silenceHurts?: boolean;
}

/** Alarms that say whom they hurt, and one place that they are sent to. */
export class Alarms extends Construct {
  readonly alarms: readonly Alarm[];
  readonly #byName = new Map<string, Alarm>();

  constructor(
    scope: Construct,
    id: string,
    props: { readonly harms: Readonly<Record<string, Harm>>; readonly mail: string | undefined; readonly key: IKey },
  ) {
    super(scope, id);
    const topic = new Topic(this, "Topic", { masterKey: props.key, enforceSSL: true });
    // A topic with a policy of its own has lost the one that lets the account's alarms in.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );
    if (props.mail !== undefined) topic.addSubscription(new EmailSubscription(props.mail));
    this.alarms = Object.entries(props.harms).map(([name, harm]) => {
      const alarm = new Alarm(this, name, {
        alarmDescription: `${harm.hurts.zh} / ${harm.hurts.en}`,
        metric: harm.when,
        threshold: harm.limit,
        comparisonOperator:
          harm.is === "below"
            ? ComparisonOperator.LESS_THAN_THRESHOLD
            : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        evaluationPeriods: harm.periods ?? 1,
        treatMissingData: harm.silenceHurts === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(new SnsAction(topic));
      alarm.addOkAction(new SnsAction(topic));
      this.#byName.set(name, alarm);
      return alarm;
    });
  }

  /** @throws Error when nothing of that name wakes anybody */
  of(harm: string): Alarm {
    const alarm = this.#byName.get(harm);
    if (!alarm) throw new Error(`no alarm ${harm}`);
    return alarm;
  }
}

import { Validations } from "aws-cdk-lib";
import type { Alarm } from "aws-cdk-lib/aws-cloudwatch";
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from "aws-cdk-lib/aws-codedeploy";
import { ManagedPolicy, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Alias, type IFunction, type IVersion, type Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";

/** What functions that answer people are released through: one application, one role. */
export class GradualReleases extends Construct {
  readonly #application: LambdaApplication;
  readonly #role: Role;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.#application = new LambdaApplication(this, "Application");
    this.#role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("codedeploy.amazonaws.com"),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName("service-role/AWSCodeDeployRoleForLambdaLimited")],
    });
    Validations.of(this.#role).acknowledge({
      id: "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]",
      reason: "CodeDeploy's own policy: it moves aliases and reads alarms, and follows what the service comes to need.",
    });
  }

  /** The alias that callers use, and the group that moves it from one version to the next. */
  of(live: LambdaFunction): GradualRelease {
    return new GradualRelease(live, "Release", { live, application: this.#application, role: this.#role });
  }
}

/**
 * A new version answers a tenth of the calls for a quarter of an hour, long enough for the alarm on broken answers to
 * hear of it; when that alarm goes off, every call is answered by the old version again, without anybody's doing.
 */
export class GradualRelease extends Construct {
  /** What callers are given in the function's place. */
  readonly live: IFunction;
  readonly #group: LambdaDeploymentGroup;

  constructor(
    scope: Construct,
    id: string,
    {
      live,
      application,
      role,
    }: { readonly live: LambdaFunction; readonly application: LambdaApplication; readonly role: Role },
  ) {
    super(scope, id);
    // The library's own classes do not fit its interfaces under exact optional properties.
    const alias = new Alias(this, "Live", { aliasName: "live", version: live.currentVersion as IVersion });
    this.live = alias as IFunction;
    this.#group = new LambdaDeploymentGroup(this, "Group", {
      application,
      alias,
      role: role.withoutPolicyUpdates(),
      deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_15MINUTES,
      autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
    });
  }

  /** The alarm at which the old version answers everybody again. */
  takenBackOn(alarm: Alarm): void {
    this.#group.addAlarm(alarm);
  }
}

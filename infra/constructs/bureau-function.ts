import { Duration, Validations } from "aws-cdk-lib";
import { Policy, type PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Architecture, type Code, Function as LambdaFunction, Runtime, Tracing } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { FunctionDescription } from "../../functions/functions.ts";
import type { EnvironmentName } from "../../functions/wiring/environment.ts";
import { type Deployment, isInChina } from "../deployment.ts";
import { allow } from "./rights.ts";
import { ServiceLog } from "./service-log.ts";

/** What a deployed function may be told; a name that `functions/wiring/environment.ts` does not know is no such name. */
export type DeployedEnvironment = Readonly<Partial<Record<Exclude<EnvironmentName, NameOfLaptop>, string>>>;
type NameOfLaptop = "DYNAMODB_ENDPOINT" | "EVENTS_ENDPOINT" | "BUREAU_SECRET" | "PACE";

export interface BureauFunctionProps {
  readonly description: FunctionDescription;
  readonly code: Code;
  readonly environment: DeployedEnvironment;
  readonly deployment: Deployment;
  readonly logKey: IKey;
}

/** A function as this house runs it. It can do what `may` says and write its own log, and nothing else. */
export class BureauFunction extends Construct {
  readonly function: LambdaFunction;
  readonly #role: Role;

  constructor(scope: Construct, id: string, props: BureauFunctionProps) {
    super(scope, id);
    const { description, code, environment, deployment, logKey } = props;
    // X-Ray's link with Lambda does not exist in the China Regions.
    const isTraced = !isInChina(deployment);
    const log = new ServiceLog(this, "Log", { key: logKey });
    this.#role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    this.may("WriteLog", allow(["logs:CreateLogStream", "logs:PutLogEvents"], log.logGroupArn));
    if (isTraced) {
      const trace = this.may("Trace", allow(["xray:PutTraceSegments", "xray:PutTelemetryRecords"], "*"));
      Validations.of(trace).acknowledge({
        id: "AwsSolutions-IAM5[Resource::*]",
        reason: "X-Ray takes traces for an account and has no resource to name.",
      });
    }
    this.function = new LambdaFunction(this, "Function", {
      description: `One Window (${deployment.name}): ${id}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: deployment.architecture === "arm64" ? Architecture.ARM_64 : Architecture.X86_64,
      code,
      handler: "index.handler",
      environment: { ...environment },
      timeout: Duration.seconds(description.timeoutSeconds),
      memorySize: description.memoryMegabytes,
      tracing: isTraced ? Tracing.ACTIVE : Tracing.DISABLED,
      logGroup: log,
      // Constructs like to add rights of their own; here the list of rights is the whole list.
      role: this.#role.withoutPolicyUpdates(),
      ...(description.reservedConcurrency !== undefined &&
        deployment.reservesConcurrency && { reservedConcurrentExecutions: description.reservedConcurrency }),
    });
  }

  /** Gives it one right. `what` names the right where people read the account. */
  may(what: string, ...statements: readonly PolicyStatement[]): Policy {
    return new Policy(this, what, { roles: [this.#role], statements: [...statements] });
  }
}

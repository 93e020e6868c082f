import { App, type AppProps, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { type Deployment, readDeployment } from "../deployment.ts";
import { ClientsStack, servesClients } from "./clients-stack.ts";
import { DataStack } from "./data-stack.ts";
import { ServiceStack, type ServiceStackProps } from "./service-stack.ts";

export interface OneWindowProps {
  /** Of `cdk.json`; what the CDK command passes stands above it. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly codeOf: ServiceStackProps["codeOf"];
  /** Where the templates are written (a temporary folder by default), and what else CDK lets a caller choose. */
  readonly settings?: Pick<AppProps, "outdir" | "builtinCloudFormationValidation">;
}

export interface OneWindow {
  readonly app: App;
  readonly deployment: Deployment;
  readonly data: DataStack;
  readonly service: ServiceStack;
  readonly clients?: ClientsStack;
}

/** The whole app of one bureau. Its synthesis fails when a rule of AwsSolutions finds something. */
export const oneWindow = ({ context, codeOf, settings }: OneWindowProps): OneWindow => {
  const app = new App({ context, analyticsReporting: false, ...settings });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
  const deployment = readDeployment((key) => app.node.tryGetContext(key));
  const data = new DataStack(app, deployment);
  const service = new ServiceStack(app, { deployment, data, codeOf });
  if (!servesClients(deployment)) return { app, deployment, data, service };
  const clients = new ClientsStack(app, { deployment, apiAddress: service.apiAddress });
  return { app, deployment, data, service, clients };
};

import { CfnOutput, Validations } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  type CfnStage,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type HttpRoute,
  HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { needsToken, type Route, type RouteName, routeKey, routes } from "../../shared/api/routes.ts";
import type { Deployment } from "../deployment.ts";
import { ServiceLog } from "./service-log.ts";

const limits = { rateLimit: 500, burstLimit: 1000 };
/** For each route that needs no token: nobody knows who calls, so nobody else may pay for it. */
const limitsOfPublicRoutes = { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 };

/** The API of `shared/api/routes.ts`. Tokens are checked here, before any code of ours runs. */
export class WindowApi extends Construct {
  readonly api: HttpApi;
  readonly stage: HttpStage;
  /** Where people and other authorities reach it, without a slash at the end. */
  readonly address: string;
  readonly #authorizer: HttpJwtAuthorizer;
  readonly #openRoutes: Record<string, object> = {};

  constructor(scope: Construct, id: string, props: { readonly deployment: Deployment; readonly logKey: IKey }) {
    super(scope, id);
    const { name, issuer, audience, domain } = props.deployment;
    this.api = new HttpApi(this, "Api", {
      apiName: `one-window-${name}`,
      createDefaultStage: false,
      disableExecuteApiEndpoint: domain !== undefined,
    });
    const domainName =
      domain &&
      new DomainName(this, "Domain", {
        domainName: domain.name,
        certificate: Certificate.fromCertificateArn(this, "Certificate", domain.certificateArn),
        securityPolicy: SecurityPolicy.TLS_1_2,
      });
    this.stage = new HttpStage(this, "Stage", {
      httpApi: this.api,
      stageName: "$default",
      autoDeploy: true,
      throttle: limits,
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(new ServiceLog(this, "AccessLog", { key: props.logKey })),
        format: accessLogFormat,
      },
      ...(domainName && { domainMapping: { domainName } }),
    });
    this.address = domain === undefined ? this.api.apiEndpoint : `https://${domain.name}`;
    if (domainName !== undefined) {
      const value = domainName.regionalDomainName;
      new CfnOutput(this, "DomainTarget", { description: "What the domain's CNAME record must name", value });
    }
    this.#authorizer = new HttpJwtAuthorizer("AccessToken", issuer, { jwtAudience: [...audience] });
  }

  /** Lets a function answer these routes. */
  serve(names: readonly RouteName[], handler: IFunction): void {
    const integration = new HttpLambdaIntegration(`${handler.node.path}Integration`, handler);
    for (const name of names) {
      const route: Route = routes[name];
      const [added] = this.api.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method]],
        integration,
        authorizer: needsToken(route) ? this.#authorizer : new HttpNoneAuthorizer(),
      });
      if (added === undefined) throw new Error(`${routeKey(route)} was not added`);
      if (!needsToken(route)) this.#leaveOpen(added, route);
    }
  }

  #leaveOpen(added: HttpRoute, route: Route): void {
    Validations.of(added).acknowledge({ id: "AwsSolutions-APIG4", reason: reasonsToLeaveOpen[openAccess(route)] });
    const stage = this.stage.node.defaultChild as CfnStage;
    // A setting for a route that is not there yet is refused.
    stage.node.addDependency(added);
    this.#openRoutes[routeKey(route)] = { ...limitsOf(route), DetailedMetricsEnabled: true };
    stage.routeSettings = this.#openRoutes;
  }
}

const limitsOf = ({ mostPerSecond }: Route) =>
  mostPerSecond === undefined
    ? limitsOfPublicRoutes
    : { ThrottlingRateLimit: mostPerSecond, ThrottlingBurstLimit: 2 * mostPerSecond };

const openAccess = ({ access }: Route): "public" | "authority" => (access === "authority" ? "authority" : "public");

const reasonsToLeaveOpen = {
  public: "It shows what is public to everybody and reads no case; its rate is limited.",
  authority:
    "The callback carries the token of its one step, which the function checks; authorities hold no access token.",
} as const;

// Route keys, never paths: a path names a case. No address, no agent, no claim: they name a person.
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: "$context.requestId",
    time: "$context.requestTimeEpoch",
    route: "$context.routeKey",
    status: "$context.status",
    responseBytes: "$context.responseLength",
    milliseconds: "$context.responseLatency",
    integrationMilliseconds: "$context.integrationLatency",
    authorizerError: "$context.authorizer.error",
    integrationError: "$context.integrationErrorMessage",
  }),
);

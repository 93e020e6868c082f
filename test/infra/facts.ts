import * as z from "zod";
import { type FunctionName, functions } from "../../functions/functions.ts";
import { meaning, ofType, type Resource, type Synthesized, theOnly } from "./synthesize.ts";

/**
 * What the templates say, in the terms of the shared lists, so that the lists, the templates and the local world can be
 * held against each other.
 */
export interface TemplateFacts {
  readonly routes: readonly { readonly routeKey: string; readonly authorizer: string; readonly function: string }[];
  readonly authorizer: {
    readonly issuer: string;
    readonly audience: readonly string[];
    readonly source: readonly string[];
  };
  readonly table: TableFacts;
  readonly functions: Readonly<Record<FunctionName, FunctionFacts>>;
  readonly schedules: readonly { readonly function: string; readonly everyMinutes: number }[];
  readonly streamConsumers: readonly string[];
}

export interface TableFacts {
  readonly key: KeyFacts;
  readonly timeToLive: string;
  readonly stream: string;
  readonly indexes: Readonly<Record<string, KeyFacts & { readonly projection: string }>>;
}

export interface KeyFacts {
  readonly partitionKey: string;
  readonly sortKey: string;
}

export interface FunctionFacts {
  readonly runtime: string;
  readonly architecture: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** The names only. */
  readonly environment: readonly string[];
}

const KeySchema = z
  .array(z.object({ AttributeName: z.string(), KeyType: z.enum(["HASH", "RANGE"]) }))
  .transform((keys): KeyFacts => {
    const named = (type: string) => keys.find(({ KeyType }) => KeyType === type)?.AttributeName ?? "";
    return { partitionKey: named("HASH"), sortKey: named("RANGE") };
  });

export const templateFacts = (synthesized: Synthesized): TemplateFacts => {
  const { dataTemplate, serviceTemplate } = synthesized;
  const say = (value: unknown) => meaning(value, synthesized);
  const functionOf = (arn: unknown) => say(arn).replace(/\/Function(\.Arn|\/Release\/Live)?$/, "");
  const jwt = theOnly(serviceTemplate, "AWS::ApiGatewayV2::Authorizer").Properties;
  const table = theOnly(dataTemplate, "AWS::DynamoDB::Table").Properties;
  return {
    routes: ofType(serviceTemplate, "AWS::ApiGatewayV2::Route").map(({ Properties }) => ({
      routeKey: Properties.RouteKey,
      authorizer: Properties.AuthorizationType,
      function: functionOf(integrationOf(Properties.Target, synthesized).Properties.IntegrationUri),
    })),
    authorizer: {
      issuer: jwt.JwtConfiguration.Issuer,
      audience: jwt.JwtConfiguration.Audience,
      source: jwt.IdentitySource,
    },
    table: {
      key: KeySchema.parse(table.KeySchema),
      timeToLive: table.TimeToLiveSpecification.AttributeName,
      stream: table.StreamSpecification.StreamViewType,
      indexes: Object.fromEntries(
        table.GlobalSecondaryIndexes.map((index: Record<string, { readonly ProjectionType: string }>) => [
          index.IndexName,
          { ...KeySchema.parse(index.KeySchema), projection: index.Projection?.ProjectionType },
        ]),
      ),
    },
    functions: Object.fromEntries(
      (Object.keys(functions) as FunctionName[]).map((name) => [name, functionFacts(name, synthesized)]),
    ) as Record<FunctionName, FunctionFacts>,
    schedules: ofType(serviceTemplate, "AWS::Events::Rule")
      .filter(({ Properties }) => Properties.ScheduleExpression !== undefined)
      .map(({ Properties }) => ({
        function: functionOf(Properties.Targets[0].Arn),
        everyMinutes: Number(/^rate\((\d+) minutes?\)$/.exec(Properties.ScheduleExpression)?.[1]),
      })),
    streamConsumers: ofType(serviceTemplate, "AWS::Lambda::EventSourceMapping").map(({ Properties }) =>
      functionOf(Properties.FunctionName),
    ),
  };
};

/** The properties of a function's resource. */
export const functionOf = (name: FunctionName, { serviceTemplate }: Synthesized): Resource["Properties"] => {
  const path = `/${name}/Function/Resource`;
  const found = ofType(serviceTemplate, "AWS::Lambda::Function").find((one) =>
    one.Metadata["aws:cdk:path"].endsWith(path),
  );
  if (found === undefined) throw new Error(`No function ${name} in the template`);
  return found.Properties;
};

const functionFacts = (name: FunctionName, synthesized: Synthesized): FunctionFacts => {
  const { Runtime, Architectures, Timeout, MemorySize, Environment } = functionOf(name, synthesized);
  return {
    runtime: Runtime,
    architecture: Architectures.join(),
    timeoutSeconds: Timeout,
    memoryMegabytes: MemorySize,
    environment: Object.keys(Environment.Variables).sort(),
  };
};

const integrationOf = (target: unknown, { serviceTemplate }: Synthesized): Resource => {
  const { Ref } = (target as { "Fn::Join": [string, [string, { Ref: string }]] })["Fn::Join"][1][1];
  const found = serviceTemplate.Resources[Ref];
  if (found === undefined) throw new Error(`No integration ${Ref} in the template`);
  return found;
};

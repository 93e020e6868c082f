import { type App, CfnOutput, Stack } from "aws-cdk-lib";
import { EventBus } from "aws-cdk-lib/aws-events";
import type { Code } from "aws-cdk-lib/aws-lambda";
import { type FunctionDescription, type FunctionName, functions } from "../../functions/functions.ts";
import { Alarms } from "../constructs/alarms.ts";
import { BureauFunction } from "../constructs/bureau-function.ts";
import { CaseStream } from "../constructs/case-stream.ts";
import { DeadLetters } from "../constructs/dead-letters.ts";
import { EventRule } from "../constructs/event-rule.ts";
import { type GradualRelease, GradualReleases } from "../constructs/gradual-release.ts";
import { OperationsKey } from "../constructs/operations-key.ts";
import { Overview } from "../constructs/overview.ts";
import { giveRights } from "../constructs/rights.ts";
import { Timer } from "../constructs/timer.ts";
import { WindowApi } from "../constructs/window-api.ts";
import { type Deployment, isInChina } from "../deployment.ts";
import type { DataStack } from "./data-stack.ts";
import { environmentOf } from "./environment-of.ts";
import { alarmsOfRoutes, harmsOf } from "./harms.ts";
import { stackPropsOf } from "./stack-props.ts";

export interface ServiceStackProps {
  readonly deployment: Deployment;
  readonly data: DataStack;
  readonly codeOf: (name: FunctionName) => Code;
}

/** What runs: the API, the functions of `functions/functions.ts`, and what calls each. It keeps no data of people. */
export class ServiceStack extends Stack {
  readonly apiAddress: string;

  constructor(app: App, { deployment, data, codeOf }: ServiceStackProps) {
    super(app, `one-window-${deployment.name}-service`, stackPropsOf(deployment, "The API and its functions"));
    const { table, tableKey, secret, wallets, signingKey, personKey } = data;
    const key = new OperationsKey(this, "Key");
    const bus = new EventBus(this, "Events", { eventBusName: `one-window-${deployment.name}` });
    const deadLetters = new DeadLetters(this, "DeadLetters", { key });
    const api = new WindowApi(this, "Api", { deployment, logKey: key });
    const functionsByName = mapFunctions((name, description) => {
      const environment = environmentOf(description, {
        deployment,
        table,
        secret,
        wallets,
        signingKey,
        personKey,
        bus,
        address: api.address,
      });
      const made = new BureauFunction(this, name, {
        description,
        code: codeOf(name),
        environment,
        deployment,
        logKey: key,
      });
      giveRights(made, description, { ...data, bus, bureau: deployment.locality });
      return made;
    });
    // Whether CodeDeploy moves aliases of functions in the China Regions could not be looked up: there all at once.
    const releases = isInChina(deployment) ? undefined : new GradualReleases(this, "Releases");
    const released = new Map<FunctionName, GradualRelease>();
    mapFunctions((name, { trigger }) => {
      const target = functionsByName[name];
      if (trigger.kind === "http") {
        const release = releases?.of(target.function);
        api.serve(trigger.routes, release?.live ?? target.function);
        if (release) released.set(name, release);
      }
      if (trigger.kind === "schedule") new Timer(target, "Timer", { ...trigger, target: target.function });
      if (trigger.kind === "event") {
        const { types } = trigger;
        new EventRule(target, "Events", { bus, types, consumer: target, deadLetters, deadLettersKey: key });
      }
      if (trigger.kind === "stream") {
        const { windowSeconds } = trigger;
        const sources = { table, tableKey, deadLetters, deadLettersKey: key };
        new CaseStream(target, "Stream", { ...sources, consumer: target, windowSeconds });
      }
    });
    const watched = {
      office: deployment.locality,
      api,
      table,
      deadLetters,
      functions: mapFunctions((name) => functionsByName[name].function),
    };
    const wakeUp = new Alarms(this, "Alarms", { harms: harmsOf(watched), mail: deployment.alarmMail, key });
    for (const [name, release] of released) {
      const { trigger }: FunctionDescription = functions[name];
      if (trigger.kind !== "http") continue;
      for (const [alarm] of alarmsOfRoutes(name, trigger.routes)) release.takenBackOn(wakeUp.of(alarm));
    }
    const { alarms } = wakeUp;
    new Overview(this, "Overview", { title: `一窗 / One Window: ${deployment.name}`, alarms, ...watched });
    new CfnOutput(this, "Address", { description: "Where the API is reached", value: api.address });
    this.apiAddress = api.address;
  }
}

const mapFunctions = <Result>(make: (name: FunctionName, description: FunctionDescription) => Result) =>
  Object.fromEntries(
    (Object.keys(functions) as FunctionName[]).map((name) => [name, make(name, functions[name])]),
  ) as Readonly<Record<FunctionName, Result>>;

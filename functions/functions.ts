import type { RouteName } from "../shared/api/routes.ts";

/**
 * The one list of functions: what deploys, what calls each, and what each may touch. Routes are grouped by what they
 * need: those of one group share their warm instances, and no group holds a right that one of its routes does not use.
 * Read by CDK (functions, grants, environment), by the bundler and by the local host.
 */
export interface FunctionDescription {
  /** The module that exports `handler`, from the project's root. */
  readonly entry: `functions/${string}.ts`;
  readonly trigger:
    | { readonly kind: "http"; readonly routes: readonly RouteName[] }
    | { readonly kind: "stream" }
    | { readonly kind: "schedule"; readonly everyMinutes: number };
  readonly table: "none" | "read" | "write";
  /** Calls authorities, so it needs their addresses and the bureau's secret. */
  readonly callsAuthorities: boolean;
  /** Recognises people by keyed hash, so it needs the bureau's secret. */
  readonly readsSecret: boolean;
  readonly publishesEvents: boolean;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
}

export const functions = {
  catalogue: {
    entry: "functions/http/catalogue/handler.ts",
    trigger: {
      kind: "http",
      routes: ["getOpenApi", "getHealth", "listPackages", "getPackage", "getPackageForm", "estimateHousingTax"],
    },
    table: "none",
    callsAuthorities: false,
    readsSecret: false,
    publishesEvents: false,
    timeoutSeconds: 10,
    memoryMegabytes: 512,
  },
  "case-reading": {
    entry: "functions/http/case-reading/handler.ts",
    trigger: { kind: "http", routes: ["listCases", "getCase", "getTimeline", "listQueue"] },
    table: "read",
    callsAuthorities: false,
    readsSecret: true,
    publishesEvents: false,
    timeoutSeconds: 10,
    memoryMegabytes: 512,
  },
  "case-changing": {
    entry: "functions/http/case-changing/handler.ts",
    trigger: {
      kind: "http",
      routes: ["openCase", "answerStep", "withdrawCase", "claimStep", "decideStep", "receiveCallback"],
    },
    table: "write",
    callsAuthorities: true,
    readsSecret: true,
    publishesEvents: false,
    timeoutSeconds: 29,
    memoryMegabytes: 1024,
  },
  "on-case-change": {
    entry: "functions/stream/on-case-change.ts",
    trigger: { kind: "stream" },
    table: "none",
    callsAuthorities: false,
    readsSecret: false,
    publishesEvents: true,
    timeoutSeconds: 30,
    memoryMegabytes: 512,
  },
  "advance-due-cases": {
    entry: "functions/schedule/advance-due-cases.ts",
    trigger: { kind: "schedule", everyMinutes: 1 },
    table: "write",
    callsAuthorities: true,
    readsSecret: true,
    publishesEvents: false,
    timeoutSeconds: 60,
    memoryMegabytes: 1024,
  },
} as const satisfies Record<string, FunctionDescription>;

export type FunctionName = keyof typeof functions;

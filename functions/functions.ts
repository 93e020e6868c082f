import type { EventType } from "../events/events.ts";
import type { RouteName } from "../shared/api/routes.ts";
import { caseKey, type table } from "../shared/cases/table.ts";
import { billKey } from "../shared/payments/bill-keys.ts";

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
    /** `windowSeconds`: how long the feed may gather records for one call. */
    | { readonly kind: "stream"; readonly windowSeconds: number }
    | { readonly kind: "schedule"; readonly everyMinutes: number }
    /** Of its own for each event of these types; one that cannot be taken is tried again. */
    | { readonly kind: "event"; readonly types: readonly EventType[] };
  /** Items by their key: `read` gets them, `write` puts them too. Nobody scans or deletes. */
  readonly table: "none" | "read" | "write";
  /** The figures of processing speed, which lie in the same table under keys of their own; `count` writes them, too. */
  readonly figures: "none" | "read" | "count";
  /** Notes in the access log who reads whose data; whoever writes cases may do so anyway. */
  readonly notesReads?: true;
  /** Certificates, which lie in the same table under keys of their own; `issue` keeps them, too, and signs them. */
  readonly certificates?: "read" | "issue";
  /** Counts who asks for certificates that do not exist, in the same table under keys of their own. */
  readonly countsGuesses?: true;
  /** Files that lie beside its bundle; see `infra/carried-files.ts`. */
  readonly carries?: "certificate-font";
  /** The indexes that it asks. */
  readonly queries: readonly (keyof (typeof table)["indexes"])[];
  /** Calls authorities, so it needs their addresses and the bureau's secret. */
  readonly callsAuthorities: boolean;
  /** Recognises people by keyed hash, so it needs the bureau's secret. */
  readonly readsSecret: boolean;
  /** Reaches the wallets, so it needs the merchant's ids and keys. */
  readonly reachesWallets?: true;
  readonly publishesEvents: boolean;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** Of how many executions at once it is assured, and which it cannot exceed. Absent: as many as the account has. */
  readonly reservedConcurrency?: number;
}

export const functions = {
  catalogue: {
    entry: "functions/http/catalogue/handler.ts",
    trigger: {
      kind: "http",
      routes: ["getOpenApi", "getHealth", "listPackages", "getPackage", "getPackageForm", "estimateHousingTax"],
    },
    table: "none",
    figures: "none",
    queries: [],
    callsAuthorities: false,
    readsSecret: false,
    publishesEvents: false,
    timeoutSeconds: 10,
    memoryMegabytes: 512,
    // Anybody may call it without a token: a flood of such calls must not take the room of those who have one.
    reservedConcurrency: 50,
  },
  "expected-time": {
    entry: "functions/http/expected-time/handler.ts",
    trigger: { kind: "http", routes: ["getExpectedTime"] },
    table: "none",
    figures: "read",
    queries: [],
    callsAuthorities: false,
    readsSecret: false,
    publishesEvents: false,
    timeoutSeconds: 10,
    memoryMegabytes: 512,
    // As the catalogue.
    reservedConcurrency: 20,
  },
  "speed-reading": {
    entry: "functions/http/speed-reading/handler.ts",
    trigger: { kind: "http", routes: ["getSpeed"] },
    table: "none",
    figures: "read",
    queries: [],
    callsAuthorities: false,
    readsSecret: true,
    publishesEvents: false,
    timeoutSeconds: 20,
    memoryMegabytes: 1024,
  },
  "case-reading": {
    entry: "functions/http/case-reading/handler.ts",
    trigger: {
      kind: "http",
      routes: ["listCases", "getCase", "getTimeline", "getMessages", "listQueue", "listAuthorities"],
    },
    table: "read",
    notesReads: true,
    figures: "none",
    queries: ["person", "queue", "due"],
    callsAuthorities: false,
    readsSecret: true,
    publishesEvents: false,
    timeoutSeconds: 10,
    memoryMegabytes: 512,
  },
  "access-log": {
    entry: "functions/http/access-log/handler.ts",
    trigger: { kind: "http", routes: ["getAccessLog", "checkAccessLog", "unmaskField"] },
    table: "read",
    notesReads: true,
    figures: "none",
    queries: [],
    callsAuthorities: false,
    readsSecret: true,
    publishesEvents: false,
    timeoutSeconds: 29,
    memoryMegabytes: 512,
  },
  // Withdrawing and objecting may let a case run on, so that it needs all that changing one does.
  authorisations: {
    entry: "functions/http/authorisations/handler.ts",
    trigger: {
      kind: "http",
      routes: ["listAuthorisations", "withdrawAuthorisation", "getSubjectNotice", "objectToRecords"],
    },
    table: "write",
    figures: "none",
    queries: [],
    callsAuthorities: true,
    readsSecret: true,
    publishesEvents: false,
    timeoutSeconds: 29,
    memoryMegabytes: 512,
  },
  "case-changing": {
    entry: "functions/http/case-changing/handler.ts",
    trigger: {
      kind: "http",
      routes: [
        "openCase",
        "answerStep",
        "saveDraft",
        "withdrawCase",
        "requestStep",
        "claimStep",
        "decideStep",
        "takeOverDecision",
        "receiveCallback",
      ],
    },
    table: "write",
    figures: "none",
    queries: [],
    callsAuthorities: true,
    readsSecret: true,
    publishesEvents: false,
    timeoutSeconds: 29,
    memoryMegabytes: 1024,
  },
  "bill-reading": {
    entry: "functions/http/bill-reading/handler.ts",
    trigger: { kind: "http", routes: ["listBills", "getBill"] },
    table: "read",
    notesReads: true,
    figures: "none",
    queries: [],
    callsAuthorities: false,
    readsSecret: true,
    publishesEvents: false,
    timeoutSeconds: 10,
    memoryMegabytes: 512,
  },
  "bill-paying": {
    entry: "functions/http/bill-paying/handler.ts",
    trigger: { kind: "http", routes: ["payBill", "abandonPayment"] },
    table: "write",
    figures: "none",
    queries: [],
    // A bank is an authority; what a debit brings about is done while the payer waits.
    callsAuthorities: true,
    reachesWallets: true,
    readsSecret: true,
    publishesEvents: false,
    timeoutSeconds: 29,
    memoryMegabytes: 1024,
  },
  "wallet-notices": {
    entry: "functions/http/wallet-notices/handler.ts",
    trigger: { kind: "http", routes: ["receiveWalletNotice"] },
    table: "write",
    figures: "none",
    queries: [],
    // The case goes on with the money: its next authorities are told at once.
    callsAuthorities: true,
    reachesWallets: true,
    readsSecret: true,
    publishesEvents: false,
    timeoutSeconds: 29,
    memoryMegabytes: 1024,
    // Anybody may post to it; a forged notice costs one verification.
    reservedConcurrency: 50,
  },
  reconciliation: {
    entry: "functions/http/reconciliation/handler.ts",
    trigger: { kind: "http", routes: ["getReconciliation", "repairDifference"] },
    table: "write",
    figures: "none",
    queries: ["queue"],
    callsAuthorities: true,
    reachesWallets: true,
    readsSecret: true,
    publishesEvents: false,
    timeoutSeconds: 29,
    memoryMegabytes: 1024,
  },
  // What people do around a case that starts nothing in it: no authority is called.
  "case-sharing": {
    entry: "functions/http/case-sharing/handler.ts",
    trigger: {
      kind: "http",
      routes: [
        "giveDelegation",
        "listDelegations",
        "endDelegation",
        "assistPerson",
        "handOver",
        "redeemHandover",
        "endSession",
        "rateCase",
        "markMessagesRead",
      ],
    },
    table: "write",
    figures: "none",
    queries: [],
    callsAuthorities: false,
    readsSecret: true,
    publishesEvents: false,
    timeoutSeconds: 10,
    memoryMegabytes: 512,
  },
  // Anybody may ask, and nobody who asks is near a case: it holds a right to certificates alone.
  certificates: {
    entry: "functions/http/certificates/handler.ts",
    trigger: { kind: "http", routes: ["lookUpCertificate", "fetchCertificate", "listCertificateKeys"] },
    table: "none",
    figures: "none",
    certificates: "read",
    countsGuesses: true,
    queries: [],
    callsAuthorities: false,
    readsSecret: true,
    publishesEvents: false,
    timeoutSeconds: 10,
    memoryMegabytes: 512,
    reservedConcurrency: 20,
  },
  documents: {
    entry: "functions/http/documents/handler.ts",
    trigger: {
      kind: "http",
      routes: ["listDocuments", "getDocument", "readCompanyFile", "getCompanyDocument"],
    },
    table: "read",
    figures: "none",
    notesReads: true,
    queries: [],
    callsAuthorities: true,
    readsSecret: true,
    publishesEvents: false,
    timeoutSeconds: 20,
    memoryMegabytes: 512,
  },
  "issue-certificates": {
    entry: "functions/bus/issue-certificates.ts",
    // What can bring a document about, or end one.
    trigger: {
      kind: "event",
      types: ["step-completed", "step-refused", "decision-taken-over", "bill-paid", "refund-requested"],
    },
    table: "read",
    figures: "none",
    certificates: "issue",
    carries: "certificate-font",
    queries: [],
    callsAuthorities: false,
    readsSecret: true,
    publishesEvents: false,
    timeoutSeconds: 60,
    // A font of ten megabytes lies open in it; the processor that comes with the memory makes what a kiosk's printer waits for.
    memoryMegabytes: 1024,
    reservedConcurrency: 50,
  },
  "on-case-change": {
    entry: "functions/stream/on-case-change.ts",
    trigger: { kind: "stream", windowSeconds: 0 },
    table: "none",
    figures: "none",
    queries: [],
    callsAuthorities: false,
    readsSecret: false,
    publishesEvents: true,
    timeoutSeconds: 30,
    memoryMegabytes: 512,
  },
  "count-speed": {
    entry: "functions/stream/count-speed.ts",
    // Nobody waits for figures; what comes within a minute is written once.
    trigger: { kind: "stream", windowSeconds: 60 },
    table: "none",
    figures: "count",
    queries: [],
    callsAuthorities: false,
    readsSecret: false,
    publishesEvents: false,
    timeoutSeconds: 60,
    memoryMegabytes: 512,
  },
  "reconcile-payments": {
    entry: "functions/schedule/reconcile-payments.ts",
    trigger: { kind: "schedule", everyMinutes: 1 },
    table: "write",
    figures: "none",
    queries: ["due", "queue"],
    callsAuthorities: true,
    reachesWallets: true,
    readsSecret: true,
    publishesEvents: false,
    timeoutSeconds: 300,
    memoryMegabytes: 1024,
    // As the sweep of cases.
    reservedConcurrency: 2,
  },
  "advance-due-cases": {
    entry: "functions/schedule/advance-due-cases.ts",
    trigger: { kind: "schedule", everyMinutes: 1 },
    table: "write",
    figures: "none",
    queries: ["due"],
    callsAuthorities: true,
    readsSecret: true,
    publishesEvents: false,
    timeoutSeconds: 60,
    memoryMegabytes: 1024,
    // It runs once a minute; a second one may overlap the first.
    reservedConcurrency: 2,
  },
} as const satisfies Record<string, FunctionDescription>;

export type FunctionName = keyof typeof functions;

/**
 * Who needs the keys of people: whoever opens cases or certificates, and whoever seals them makes the key of somebody new,
 * too. It follows from what a function touches.
 */
export const peopleKeysOf = ({ table, certificates }: FunctionDescription): "none" | "open" | "seal" => {
  if (table === "write" || certificates === "issue") return "seal";
  return table === "read" || certificates === "read" ? "open" : "none";
};

/** How the functions behind the stream are fed, each for itself, by Lambda's event source there and by the local host here. */
export const streamFeed = {
  // What is written beside a case or a bill tells nothing that they do not.
  eventNames: ["INSERT", "MODIFY"],
  sortKeys: [caseKey("any").sk, billKey("any").sk],
  batchSize: 100,
  /** After these a record goes to the dead letters, so that those behind it can go on. */
  retryAttempts: 30,
} as const;

import type { CallAuthority } from "../../../shared/connectors/operation.ts";
import type { Package } from "../../../shared/packages/package.ts";
import type { RecordedCall } from "./recorded-calls.ts";

/** One newcomer's case for a contender: the calls that our engine made for it, to authorities of the contender's own. */
export interface Flow {
  readonly id: string;
  readonly definition: Package;
  /** A person stands between two phases: nothing of the second begins before the first is over. */
  readonly phases: readonly (readonly RecordedCall[])[];
  readonly call: CallAuthority;
  /** Puts a result where people, officers and other functions read it. */
  readonly keep: (name: string, result: unknown) => Promise<void>;
}

/** What a flow used of the service that runs it, as that service counts. */
export interface Used {
  /** Operations of durable functions, or transitions between states. */
  readonly units: number;
  /** How often Lambda was called and for how long in all. */
  readonly invocations: number;
  readonly lambdaMilliseconds: number;
  /** What the service kept of the flow, in bytes. */
  readonly keptBytes: number;
}

/** Another engine that can run the flow. */
export interface Contender {
  readonly title: string;
  run(flow: Flow): Promise<Used>;
  close(): Promise<void>;
}

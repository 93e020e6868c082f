import type { Text } from "../../kernel/text.ts";

/** One kind of problem: what a program goes by (status, code) and what a person reads. */
export interface ProblemDefinition {
  readonly status: number;
  readonly title: Text;
  /** What happened and what to do next. Never holds anything of the request or of a case. */
  readonly detail: Text;
}

export type ProblemDefinitions = Readonly<Record<string, ProblemDefinition>>;

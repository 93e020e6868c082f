import type { ProblemCode } from "../problems.ts";
import type { Problem } from "../resources/problem.ts";

/** What went wrong with a call. Programs go by `code`; `problem` has the sentences for the person. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly problem: Problem;

  constructor(code: ProblemCode, problem: Problem, options?: ErrorOptions) {
    super(`${code}: ${problem.detail}`, options);
    this.name = "ApiProblem";
    this.code = code;
    this.status = problem.status;
    this.problem = problem;
  }
}

import type { Text } from "./text.ts";

/** What is wrong with one field of what a caller sent. `path` is a JSON pointer, such as `/answers/creditCode`. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly reason: Text;
}

export type RefusalData = Readonly<Record<string, unknown>> & { readonly fields?: readonly FieldProblem[] };

/**
 * A refusal: the caller asked for something that cannot be, and can do something about it. It has a stable code and
 * data; the sentences for people belong to the code and stand in `shared/api/problems.ts`. A broken world is a plain
 * `Error`, never a refusal.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly data: RefusalData;

  constructor(code: string, data: RefusalData = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = "Refusal";
    this.code = code;
    this.data = data;
  }
}

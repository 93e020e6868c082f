/**
 * Something on this machine keeps the local world from running, and whoever started it can mend it: a busy port, a
 * folder in use. The message says what is wrong and what to do; no stack is worth showing.
 */
export class LocalProblem extends Error {
  override readonly name = "LocalProblem";
}

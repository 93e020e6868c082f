import type { Case, RequestMark } from "../cases/case.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Caller } from "../people/caller.ts";
import type { World } from "./world.ts";

/** What a case remembers of a request: keyed hashes of whose it was, its key, and what it said. */
export const requestMark = (
  { hash }: Pick<World, "hash">,
  caller: Caller,
  idempotencyKey: string,
  body: unknown,
): RequestMark => ({
  key: hash.of("request", caller.key, idempotencyKey),
  body: hash.of("request-body", canonicalJson(body)).slice(0, 13),
});

/** Whether a case has seen this very request. @throws Refusal `idempotency-key-reused` when its key meant another one. */
export const isRepeated = ({ requests }: Case, mark: RequestMark): boolean => {
  const known = requests.find(({ key }) => key === mark.key);
  if (known && known.body !== mark.body) throw new Refusal("idempotency-key-reused", {});
  return known !== undefined;
};

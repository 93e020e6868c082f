import type { KeyObject } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { noPoint, type Point } from "../kernel/point.ts";
import type { AuthorityId } from "./authorities.ts";
import { Breaker, type BreakerPolicy } from "./breaker.ts";
import { callSource, type SourcePolicy } from "./call-source.ts";
import { type CallAuthority, type CallOptions, type Operation, type Outcome, operationId } from "./operation.ts";
import { readReply } from "./read-reply.ts";
import { post } from "./send.ts";
import { authorityKey, signatureOf } from "./signature.ts";

export interface HttpAuthoritiesOptions extends Partial<SourcePolicy> {
  /** Base address of each authority; one without an address counts as unreachable. */
  readonly urls: Partial<Record<AuthorityId, string>>;
  /** The bureau's secret, from which each authority's signing key is derived. */
  readonly secret: string;
  /** Who we are towards the authorities. */
  readonly client?: string;
  /** Wall clock of the signatures, in milliseconds. */
  readonly clock?: () => number;
  readonly breaker?: Partial<BreakerPolicy>;
  /** Called as `{authority}/{operation}:before` and `:after` around each call. */
  readonly point?: Point;
}

/**
 * Authorities over HTTP: `POST {url}/{operation}` with JSON, the business key in `idempotency-key`, signed. A call with a
 * callback carries `x-callback-url` and `x-callback-token`: the authority may answer 202 and later posts the operation's
 * answer to that address, with the token in `x-callback-token`, until it gets a 2xx.
 */
export const httpAuthorities = (options: HttpAuthoritiesOptions): CallAuthority => {
  const { urls, secret, client = "one-window", clock = Date.now, point = noPoint } = options;
  const policy = {
    timeBoxMilliseconds: options.timeBoxMilliseconds ?? 5000,
    retries: options.retries ?? 2,
    retryPauseMilliseconds: options.retryPauseMilliseconds ?? 60,
  };
  const breakerPolicy = { failures: 5, restMilliseconds: 5000, ...options.breaker };
  const now = () => performance.now();
  const lines = new Map<AuthorityId, { readonly breaker: Breaker; readonly key: KeyObject }>();
  const lineTo = (authority: AuthorityId) => {
    const known = lines.get(authority);
    if (known !== undefined) return known;
    const line = { breaker: new Breaker(breakerPolicy, now), key: authorityKey(secret, authority) };
    lines.set(authority, line);
    return line;
  };

  return async <Request, Answer>(
    operation: Operation<Request, Answer>,
    request: Request,
    { key, callback }: CallOptions,
  ): Promise<Outcome<Answer>> => {
    const { authority, name } = operation;
    const { breaker, key: signingKey } = lineTo(authority);
    const address = urls[authority];
    const body = JSON.stringify(request);
    const attempt = (timeoutMilliseconds: number) => {
      if (address === undefined) return Promise.resolve({ kind: "broken", wasIdle: false } as const);
      const url = new URL(`${address.replace(/\/$/, "")}/${name}`);
      const timestamp = String(clock());
      const signature = signatureOf(signingKey, {
        method: "POST",
        path: url.pathname,
        timestamp,
        idempotencyKey: key,
        callbackUrl: callback?.url ?? "",
        callbackToken: callback?.token ?? "",
        body,
      });
      const headers = {
        "idempotency-key": key,
        "x-client": client,
        "x-timestamp": timestamp,
        "x-signature": signature,
        ...(callback && { "x-callback-url": callback.url, "x-callback-token": callback.token }),
      };
      return post({ url, headers, body, timeoutMilliseconds });
    };

    await point(`${operationId(operation)}:before`);
    const outcome = await callSource<Answer>(
      { authority, attempt, read: (sent) => readReply(operation, request, sent) },
      policy,
      {
        breaker,
        now,
        sleep: (milliseconds) => sleep(milliseconds),
        random: Math.random,
      },
    );
    await point(`${operationId(operation)}:after`);
    return outcome;
  };
};

import type * as z from "zod";
import type { Contract } from "../../shared/api/contract.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import type { Caller } from "../../shared/people/caller.ts";
import { markHeader, type ReadersMark } from "../../shared/people/readers-mark.ts";

/** What a contract promises to its endpoint: everything is parsed, and only what the route takes is there. */
export type RequestOf<C extends Contract> = z.output<ReturnType<C["path"]>> &
  z.output<ReturnType<C["query"]>> &
  (C["bodyIs"] extends "none" | "bytes" ? unknown : { readonly body: z.output<ReturnType<C["body"]>> }) &
  (C["bodyIs"] extends "bytes" ? { readonly sent: SentBytes } : unknown) &
  (C["takesAddress"] extends true ? { readonly address: string } : unknown) &
  (C["route"]["access"] extends "person" | "officer" ? { readonly caller: Caller } : unknown) &
  (C["takesVersion"] extends true ? { readonly expectedVersion: number } : unknown) &
  (C["takesIdempotencyKey"] extends true ? { readonly idempotencyKey: string } : unknown) &
  (C["takesCallbackToken"] extends true ? { readonly token: string } : unknown) & {
    /** After it nothing new may be begun: the function is about to be stopped. */
    readonly deadline: Instant;
  };

/** A body as it came, with its headers, names in lower case. */
export interface SentBytes {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** What another party's wire wants to read, as it stands. */
export interface ReplyBytes {
  readonly status: number;
  readonly contentType: string;
  readonly content: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Reply<Body> {
  readonly status?: 200 | 201;
  readonly body: Body;
  /** Becomes the ETag. Without it, a GET's ETag is a hash of the body. */
  readonly version?: number;
  readonly location?: string;
  /** In place of the body, where the contract says so. */
  readonly bytes?: ReplyBytes;
}

/** A route as a function runs it: what it takes and gives, and the one action that it calls. */
export interface Endpoint<C extends Contract, World> {
  readonly contract: C;
  readonly run: (request: RequestOf<C>, world: World) => Promise<Reply<z.output<ReturnType<C["reply"]>>>>;
}

// biome-ignore lint/suspicious/noExplicitAny: endpoints of different contracts share no request type
export type AnyEndpoint<World> = Endpoint<any, World>;

export const describeEndpoint = <C extends Contract, World>(
  contract: C,
  run: Endpoint<C, World>["run"],
): Endpoint<C, World> => ({ contract, run });

export const ok = <Body>(body: Body, more: Omit<Reply<Body>, "body" | "status"> = {}): Reply<Body> => ({
  body,
  ...more,
});

export const asItStands = (bytes: ReplyBytes): Reply<string> => ({ body: "", bytes });

/** A file for people, the same bytes for whoever gets it; whose mark it carries stands beside it, and in its name. */
export const asPdf = (
  file: Uint8Array,
  marked?: { readonly name: string; readonly by: ReadersMark },
): Reply<Uint8Array> => {
  const headers = marked && {
    "reader-mark": markHeader(marked.by),
    "content-disposition": `attachment; filename="${marked.name}-${marked.by.mark}.pdf"`,
  };
  const content = Buffer.from(file);
  return { body: file, bytes: { status: 200, contentType: "application/pdf", content, ...(headers && { headers }) } };
};

export const created = <Body>(body: Body, more: Omit<Reply<Body>, "body" | "status"> = {}): Reply<Body> => ({
  status: 201,
  body,
  ...more,
});

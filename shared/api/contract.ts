import * as z from "zod";
import { lazily } from "../kernel/lazily.ts";
import type { Text } from "../kernel/text.ts";
import type { ProblemCode } from "./problems.ts";
import { type Route, type RouteName, routes } from "./routes.ts";

/**
 * What one route takes and gives. Read by its endpoint (which parses by it), by the client (which is typed by it) and by
 * the OpenAPI document. Queries and bodies are strict: what is not described is refused.
 */
export interface Contract extends Required<Omit<Draft, "readBody">>, Pick<Draft, "readBody"> {
  readonly route: Route;
}

/** A schema that is made when a request or a reader needs it. */
export type LazySchema = () => z.ZodType;

/** What a route does not take, its draft leaves out. */
interface Draft {
  readonly name: RouteName;
  readonly summary: Text;
  readonly path?: LazySchema;
  readonly query?: LazySchema;
  readonly body?: LazySchema;
  /** `none`: a body is ignored. `optional`: no body means `{}`. `bytes`: it is taken as it came, with its headers. */
  readonly bodyIs?: "none" | "optional" | "required" | "bytes";
  /** Where a field has a reader of its own, which says more about what is wrong than the schema. Throws a refusal. */
  readonly readBody?: (json: unknown) => unknown;
  readonly reply: LazySchema;
  /** `bytes`: the endpoint says status, type and bytes by itself, as another party's wire wants them. */
  readonly replyIs?: "json" | "bytes";
  /** In which other forms it is given to whoever asks for them in the query. */
  readonly otherTypes?: readonly string[];
  /** Needs to know from which network address the call came. */
  readonly takesAddress?: boolean;
  /** The statuses that a reply may have, with what each means; the usual one first. */
  readonly statuses?: readonly ReplyStatus[];
  /** Repeating it with the same key gives the first answer again. */
  readonly takesIdempotencyKey?: boolean;
  /** A change of what the caller has seen: `If-Match` names the version. */
  readonly takesVersion?: boolean;
  /** A late answer of an authority, with the token that went with our request. */
  readonly takesCallbackToken?: boolean;
  /** Refusals of its own, beside those of every route of its kind. */
  readonly refusals?: readonly ProblemCode[];
}

export interface ReplyStatus {
  /** 401 only where another party's wire wants it so. */
  readonly status: 200 | 201 | 401;
  readonly means: string;
}

const nothing = lazily(() => z.strictObject({}));

const defaults = {
  path: nothing,
  query: nothing,
  body: nothing,
  bodyIs: "none",
  replyIs: "json",
  otherTypes: [],
  takesAddress: false,
  statuses: [{ status: 200, means: "Done" }],
  takesIdempotencyKey: false,
  takesVersion: false,
  takesCallbackToken: false,
  refusals: [],
} as const;

type WithDefaults<Given> = Given & Omit<typeof defaults, keyof Given>;

export const describeRoute = <const Given extends Draft>(
  draft: Given,
): WithDefaults<Given> & { readonly route: (typeof routes)[Given["name"]] } => ({
  ...defaults,
  ...draft,
  route: routes[draft.name as Given["name"]],
});

/** Names in addresses. What does not look like one names nothing, so it is answered as not found. */
export const PathName = lazily(() => z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/));

export const PageQuery = lazily(() =>
  z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(20).meta({ description: "How many at most" }),
    cursor: z.string().min(1).max(1024).optional().meta({ description: "`next` of the page before" }),
  }),
);

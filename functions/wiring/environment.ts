import * as z from "zod";
import { paceNames } from "../../shared/cases/engine.ts";
import { type AuthorityId, authorityIds } from "../../shared/connectors/authorities.ts";
import { CalendarDate } from "../../shared/kernel/calendar-date.ts";

/**
 * The environment of the functions, said once: parsed when a function starts, and the type of what CDK and the local
 * host must set. A function gets the parts that its description in `functions/functions.ts` calls for.
 */
const Address = z.url({ protocol: /^https?$/ });

export const CommonEnvironment = z.object({
  /** `liuzhou`: the file in `shared/tax/localities` and the office of the queues. */
  LOCALITY: z.string().min(1),
  /** The day from which one factor is no longer enough to log in; absent: it always is. */
  TWO_FACTOR_FROM: CalendarDate.optional(),
  /** Where people and kiosks meet the bureau, if its clients are served under a domain. */
  CLIENTS_URL: Address.optional(),
});

export const TableEnvironment = z.object({
  TABLE_NAME: z.string().min(3),
  /** Only on a laptop; on AWS the SDK finds the Region's own. */
  DYNAMODB_ENDPOINT: Address.optional(),
});

export const SecretEnvironment = z.union([
  z.object({ BUREAU_SECRET_ARN: z.string().startsWith("arn:") }),
  /** Only on a laptop. */
  z.object({ BUREAU_SECRET: z.string().min(32) }),
]);

/** Who guards the root of the people's keys. */
export const PersonKeysEnvironment = z.union([
  z.object({ PERSON_KEY_ARN: z.string().startsWith("arn:") }),
  /** Only on a laptop. */
  z.object({ BUREAU_SECRET: z.string().min(32) }),
]);

export const AuthoritiesEnvironment = z.object({
  /** JSON: the base address of each authority. */
  AUTHORITY_URLS: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "AUTHORITY_URLS is not JSON" });
        return z.NEVER;
      }
    })
    .pipe(z.record(z.enum(authorityIds as [AuthorityId, ...AuthorityId[]]), Address)),
  /** Where late answers reach this API, without a slash at the end. */
  PUBLIC_URL: Address,
  /** Only on a laptop is it another than the service's: a killed host is back at once, and people watch. */
  PACE: z.enum(paceNames).default("service"),
});

export const WalletsEnvironment = z.union([
  /** Secrets Manager: the JSON of `WalletAccess`. */
  z.object({ WALLETS_ARN: z.string().startsWith("arn:") }),
  /** Only on a laptop. */
  z.object({ WALLETS: z.string().min(2) }),
]);

export const IssuingEnvironment = z.object({
  /** Of the API. */
  PUBLIC_URL: Address,
  CLIENTS_URL: CommonEnvironment.shape.CLIENTS_URL,
});

export const SigningEnvironment = z.union([
  /** A key of the key service, which signs and never leaves it. */
  z.object({ SIGNING_KEY_ARN: z.string().startsWith("arn:") }),
  /** Only on a laptop: PKCS #8, PEM. */
  z.object({ SIGNING_KEY: z.string().startsWith("-----BEGIN PRIVATE KEY-----") }),
]);

export const BusEnvironment = z.object({
  EVENT_BUS_NAME: z.string().min(1),
  /** Only on a laptop. */
  EVENTS_ENDPOINT: Address.optional(),
});

/** Every name that a function may be given; a deployed environment is checked against it. */
export type EnvironmentName =
  | keyof z.input<typeof CommonEnvironment>
  | keyof z.input<typeof TableEnvironment>
  | "BUREAU_SECRET_ARN"
  | "BUREAU_SECRET"
  | "PERSON_KEY_ARN"
  | keyof z.input<typeof AuthoritiesEnvironment>
  | "WALLETS_ARN"
  | "WALLETS"
  | "SIGNING_KEY_ARN"
  | "SIGNING_KEY"
  | keyof z.input<typeof BusEnvironment>;

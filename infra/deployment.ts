import { readFileSync } from "node:fs";
import * as z from "zod";
import { type AuthorityId, authorityIds } from "../shared/connectors/authorities.ts";
import { CalendarDate } from "../shared/kernel/calendar-date.ts";
import { localities } from "../shared/tax/localities/index.ts";

const HttpsAddress = z.url({ protocol: /^https$/ }).refine((url) => !url.endsWith("/"), "No slash at the end");

/**
 * Everything that one bureau sets and another sets otherwise. It stands in `cdk.json` under `context.deployments`, by
 * name; nothing else in `infra` differs between bureaus.
 */
export const Deployment = z.strictObject({
  /** `cn-north-1`: its partition follows from it. */
  region: z.string().regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/),
  /** The account; without it, the one whose credentials deploy. */
  account: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  /** The file in `shared/tax/localities`, and the office of the queues. */
  locality: z.string().refine((id) => Object.hasOwn(localities, id), "No such place in shared/tax/localities"),
  /** Whose access tokens the API accepts, and what they must name as their audience. */
  issuer: HttpsAddress,
  audience: z.array(z.string().min(1)).min(1),
  /** The day from which one factor is no longer enough to log in; people are warned for the month before it. */
  twoFactorFrom: CalendarDate.optional(),
  /** The base address of each authority. */
  authorityUrls: z.record(z.enum(authorityIds as [AuthorityId, ...AuthorityId[]]), HttpsAddress),
  /** The bureau's own domain and its certificate in this Region. Without it the API has API Gateway's own address. */
  domain: z.strictObject({ name: z.hostname(), certificateArn: z.string().startsWith("arn:") }).optional(),
  /**
   * Where the clients are served; in the China Regions there are none without it. The certificate is one of IAM (its id)
   * there, and one of the certificate manager in us-east-1 (its ARN) elsewhere.
   */
  clientsDomain: z.strictObject({ name: z.hostname(), certificate: z.string().min(1) }).optional(),
  /** Who is told when something hurts people. */
  alarmMail: z.email().optional(),
  /** `x86_64` only where the Region's Lambda has no Arm. */
  architecture: z.enum(["arm64", "x86_64"]).default("arm64"),
  /** Off for an account whose own limit of concurrent executions is still too small to share out. */
  reservesConcurrency: z.boolean().default(true),
});

export type Deployment = z.infer<typeof Deployment> & { readonly name: string };

const Deployments = z.record(z.string().regex(/^[a-z][a-z0-9-]{1,20}$/), z.unknown());

/** The context of `cdk.json`: the CDK command passes it to the app by itself, plain node does not. */
export const readContext = (): Readonly<Record<string, unknown>> =>
  z
    .object({ context: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(new URL("../cdk.json", import.meta.url), "utf8"))).context;

/** The settings of the bureau that `context.deployment` names; a missing or wrong one is named. */
export const readDeployment = (lookUp: (contextKey: string) => unknown): Deployment => {
  const name = z.string().parse(lookUp("deployment"));
  const deployments = Deployments.parse(lookUp("deployments"));
  if (deployments[name] === undefined) {
    throw new Error(`cdk.json knows no deployment "${name}"; it has: ${Object.keys(deployments).join(", ")}`);
  }
  const parsed = Deployment.safeParse(deployments[name]);
  if (!parsed.success) throw new Error(`cdk.json, deployment "${name}":\n${z.prettifyError(parsed.error)}`);
  return { name, ...parsed.data };
};

/** Whether it lies in the China Regions, where some features are missing. */
export const isInChina = ({ region }: Pick<Deployment, "region">): boolean => region.startsWith("cn-");

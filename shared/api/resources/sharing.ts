import * as z from "zod";
import { Instant } from "../../kernel/instant.ts";
import { lazily } from "../../kernel/lazily.ts";
import { scopes } from "../../people/policy.ts";
import { InstantView } from "./common.ts";

const IdType = lazily(() => z.enum(["resident-id", "passport", "other"]));
const IdNumber = lazily(() => z.string().trim().min(1).max(40));

export const DelegationRequest = lazily(() =>
  z.strictObject({
    delegate: z.strictObject({ name: z.string().trim().min(1).max(60), idType: IdType(), idNumber: IdNumber() }),
    scopes: z
      .array(z.enum(scopes))
      .min(1)
      .max(scopes.length)
      .meta({ description: "Reading comes with everything else" }),
    until: Instant.meta({ description: "UTC; at most a year from now" }),
  }),
);

/** Who acts for whom in a case, and what they did. */
export const DelegationView = lazily(() =>
  z.object({
    id: z.string().meta({ description: "For the header `acting-under` of whoever acts" }),
    kind: z.enum(["delegated", "assisted"]),
    direction: z.enum(["given", "received", "of-others"]).meta({ description: "Seen from the reader" }),
    name: z.string().meta({ description: "Who acts, masked" }),
    actsFor: z.string().optional().meta({ description: "For whom, masked; absent where staff assist" }),
    scopes: z.array(z.enum(scopes)),
    since: InstantView(),
    until: InstantView(),
    endedAt: InstantView().optional(),
    isInForce: z.boolean(),
    presence: z.enum(["code", "document"]).optional().meta({ description: "How staff knew that the person was there" }),
    acts: z.array(z.object({ verb: z.string(), stepId: z.string().optional(), at: InstantView() })),
  }),
);
export type DelegationView = z.output<ReturnType<typeof DelegationView>>;

export const DelegationList = lazily(() =>
  z.object({ caseId: z.string(), version: z.int(), delegations: z.array(DelegationView()) }),
);

export const EndRequest = lazily(() => z.strictObject({}));

export const AssistanceRequest = lazily(() =>
  z.strictObject({
    presence: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("code"), code: HandoverCode() }),
      z.strictObject({ kind: z.literal("document"), idType: IdType(), idNumber: IdNumber() }),
    ]),
  }),
);

const HandoverCode = lazily(() => z.string().trim().min(8).max(12));

export const HandoverRequest = lazily(() => z.strictObject({}));

export const HandoverView = lazily(() =>
  z.object({
    code: z.string().meta({ description: "Works once, for its person alone; show it as text and as a QR code" }),
    until: InstantView(),
  }),
);

export const RedemptionRequest = lazily(() => z.strictObject({ code: HandoverCode() }));

export const RedemptionView = lazily(() =>
  z.object({ caseId: z.string(), from: z.enum(["mobile", "kiosk", "etax", "console"]) }),
);

export const SessionEndRequest = lazily(() => z.strictObject({}));

export const SessionEndView = lazily(() =>
  z.object({
    ended: z
      .boolean()
      .meta({ description: "False for a token of one's own device, which ends at the identity provider" }),
  }),
);

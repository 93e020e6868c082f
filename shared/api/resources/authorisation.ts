import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { InstantView, NamedView, TextView } from "./common.ts";

const ItemView = lazily(() =>
  z.object({
    authority: NamedView(),
    record: TextView(),
    items: z.array(TextView()).meta({ description: "What is taken from the record" }),
    about: z.array(TextView()).meta({ description: "About whom; empty: about the matter that the reader opened" }),
  }),
);

/** An authorisation as its receipt: the fields of ISO/IEC TS 27560. */
export const AuthorisationView = lazily(() =>
  z.object({
    schemaVersion: z.string(),
    stepId: z.string().meta({ description: "The step by which it is given, or `opening`" }),
    name: TextView(),
    state: z.enum(["not-given", "given", "withdrawn", "expired"]),
    statement: TextView().optional().meta({ description: "What one agrees to" }),
    purpose: TextView(),
    legalBasis: TextView(),
    controller: NamedView(),
    items: z.array(ItemView()),
    history: z.array(
      z.object({
        version: z.int().min(1),
        givenAt: InstantView(),
        channel: z.enum(["mobile", "kiosk", "etax", "console"]).optional(),
        until: InstantView().optional().meta({ description: "Absent: as long as the case is open" }),
        withdrawnAt: InstantView().optional(),
      }),
    ),
    withdrawalMeans: TextView().meta({ description: "What becomes of the case if it is withdrawn now" }),
  }),
);
export type AuthorisationView = z.output<ReturnType<typeof AuthorisationView>>;

export const AuthorisationList = lazily(() =>
  z.object({
    caseId: z.string(),
    version: z.int(),
    authorisations: z.array(AuthorisationView()),
    byLaw: z
      .array(
        ItemView().extend({
          law: z.object({ act: z.string(), article: z.string().optional(), status: z.enum(["read", "unverified"]) }),
        }),
      )
      .meta({ description: "What is looked up without anybody's authorisation, and by which law" }),
  }),
);
export type AuthorisationList = z.output<ReturnType<typeof AuthorisationList>>;

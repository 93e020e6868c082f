import { z } from "zod";
import type { Desk, DeskReply, SandboxOffice } from "./authority.ts";
import { actDesk, answer } from "./desk.ts";

/** What the core tax system knows of a taxpayer; grows with every act. */
export interface TaxpayerRecord {
  readonly creditCode: string;
  readonly file: string;
  readonly hasVerifiedAgents?: boolean;
  readonly hasTaxTypes?: boolean;
  readonly isGeneral?: boolean;
  readonly invoiceKinds?: readonly string[];
  readonly hasSpecialLimit?: boolean;
  readonly deviceNumber?: string;
  readonly invoicesReady?: string;
}

const Reason = z.object({ code: z.string(), zh: z.string(), en: z.string() });
export type Reason = z.infer<typeof Reason>;

/** What every act is asked with; further fields by `extend`. */
export const Act = z.looseObject({
  creditCode: z.string(),
  review: z.array(Reason),
  decision: z
    .object({
      officer: z.string().min(1),
      reason: z.string().min(1),
      values: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
});

/** The same for a taxpayer who is on file. */
export const ActOnFile = Act.extend({ taxpayerFile: z.string() });

/** An act that is held for an officer when its request or the office's own `objection` asks for one. */
export const officeAct = <Form extends z.infer<typeof Act>>(
  schema: z.ZodType<Form>,
  work: (form: Form, office: SandboxOffice) => DeskReply,
  objection: (form: Form, office: SandboxOffice) => Reason | undefined = () => undefined,
): Desk =>
  actDesk(schema, (form, office) => {
    const reason = form.review[0] ?? objection(form, office);
    return reason && !form.decision ? inReview(office, reason) : work(form, office);
  });

/** An act that presupposes a registered taxpayer, named by its file. */
export const taxpayerAct = <Form extends z.infer<typeof ActOnFile>>(
  schema: z.ZodType<Form>,
  work: (form: Form, office: SandboxOffice, taxpayer: TaxpayerRecord) => DeskReply,
  objection?: (form: Form, office: SandboxOffice) => Reason | undefined,
): Desk =>
  officeAct(
    schema,
    (form, office) => {
      const taxpayer = office.read<TaxpayerRecord>("taxpayer", form.creditCode);
      if (!taxpayer || taxpayer.file !== form.taxpayerFile) {
        return refuse("not-registered", "未办理登记信息确认", "The registration has not been confirmed");
      }
      return work(form, office, taxpayer);
    },
    objection,
  );

export const refuse = (code: string, zh: string, en: string): DeskReply => ({ kind: "refusal", code, zh, en });

/** Taken in for an officer (受理). */
export const inReview = (office: SandboxOffice, reason: Reason): DeskReply =>
  answer({ status: "in-review", acceptanceNumber: office.number("例税受"), reason });

/** Nothing can be done until the taxpayer has done something. */
export const awaitTaxpayer = (reason: Reason): DeskReply => answer({ status: "awaiting-taxpayer", reason });

/** Done, with a numbered document and what else it gives. */
export const complete = (office: SandboxOffice, gives: Readonly<Record<string, unknown>>): DeskReply =>
  answer({ status: "completed", document: { number: office.number("例税通"), issuedOn: office.today }, ...gives });

/** Adds to what is known of a taxpayer. */
export const learn = (office: SandboxOffice, taxpayer: TaxpayerRecord, more: Partial<TaxpayerRecord>): void =>
  office.write("taxpayer", taxpayer.creditCode, { ...taxpayer, ...more });

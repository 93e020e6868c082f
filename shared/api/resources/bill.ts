import * as z from "zod";
import { lazily } from "../../kernel/lazily.ts";
import { payProducts, payWays } from "../../payments/bill.ts";
import { InstantView, TextView } from "./common.ts";

const Amount = lazily(() => z.string().meta({ description: "Yuan, two decimals", examples: ["1234.50"] }));

export const OfferView = lazily(() =>
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("qr"), content: z.string().meta({ description: "To be shown as a QR code" }) }),
    z.object({ kind: z.literal("page"), url: z.string().meta({ description: "To be opened in the phone's browser" }) }),
    z.object({
      kind: z.literal("in-app"),
      fields: z.record(z.string(), z.string()).meta({ description: "To be handed to the wallet's own interface" }),
    }),
    z.object({ kind: z.literal("none") }),
  ]),
);

export const PaymentView = lazily(() =>
  z.object({
    id: z.string(),
    wallet: z.enum(payWays),
    scene: z.enum(payProducts),
    status: z.enum(["open", "paid", "returned", "closed", "failed"]).meta({
      description: "returned: the money came without need, and goes back by itself",
    }),
    amount: Amount(),
    surcharge: Amount(),
    openedAt: InstantView(),
    closesAt: InstantView(),
    offer: OfferView().optional().meta({ description: "How to pay; only while it is open" }),
    paidAt: InstantView().optional(),
  }),
);

export const RefundView = lazily(() =>
  z.object({
    amount: Amount(),
    reason: z.enum(["surplus", "sale-cancelled", "re-purchase", "correction"]),
    words: TextView(),
    status: z.enum(["under-way", "paid", "failed"]),
    requestedAt: InstantView(),
    paidAt: InstantView().optional(),
  }),
);

export const BillView = lazily(() =>
  z.object({
    id: z.string(),
    version: z.int(),
    caseId: z.string(),
    taxpayer: z
      .string()
      .optional()
      .meta({ description: "How the case calls the taxpayer", examples: ["seller-1"] }),
    isOwn: z.boolean().meta({ description: "Whether the reader is the taxpayer; others only pay for them" }),
    status: z.enum(["open", "paid", "cancelled", "refunded"]),
    words: TextView(),
    items: z.array(z.object({ tax: z.string(), name: TextView(), amount: Amount(), reference: z.string() })),
    taxes: Amount(),
    surcharge: Amount().meta({ description: "Late payment surcharge: of today while it is open, as paid afterwards" }),
    lateDays: z.int(),
    total: Amount(),
    payBy: z.iso.date().optional().meta({ description: "The last day without a surcharge" }),
    issuedAt: InstantView(),
    paidAt: InstantView().optional(),
    payments: z.array(PaymentView()),
    refunds: z.array(RefundView()),
    certificate: z.string().optional().meta({ description: "The code of the tax payment certificate" }),
  }),
);

export const BillList = lazily(() => z.object({ bills: z.array(BillView()) }));

export const PaymentStarted = lazily(() => z.object({ payment: PaymentView(), bill: BillView() }));

const Short = lazily(() => z.string().regex(/^[\p{L}\p{N}〔〕_.:-]{1,60}$/u));

/** What each wallet can show, and what it then needs. */
export const PaymentRequest = lazily(() =>
  z
    .strictObject({
      wallet: z.enum(payWays),
      scene: z.enum(payProducts).meta({ description: "qr: kiosk and counter; h5: a browser; in-app; debit: the bank" }),
      openId: Short().optional().meta({ description: "Inside WeChat: the payer as the wallet calls them" }),
      agreement: Short().optional().meta({ description: "With a bank: the number of one's own debit agreement" }),
    })
    .superRefine(({ wallet, scene, openId, agreement }, context) => {
      const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
      if ((wallet === "bank") !== (scene === "debit")) refuse("scene", "The wallet has no such scene");
      if (wallet === "bank" && agreement === undefined) refuse("agreement", "A bank needs the debit agreement");
      if (wallet === "wechat" && scene === "in-app" && openId === undefined) refuse("openId", "WeChat needs the payer");
    }),
);

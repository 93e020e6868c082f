import { setTimeout as sleep } from "node:timers/promises";
import { ApiProblem, type Client } from "../../../../shared/api/client.ts";
import type { Login } from "../../sandbox/population/people.ts";
import { officer } from "../stories.ts";
import type { Hands } from "./play-family.ts";

const pauseMilliseconds = 700;

/** The people of the street at their own clients, and the sandbox at its control endpoint. */
export const handsOverHttp = (clientOf: (login: Login) => Client, controlUrl: string): Hands => {
  const order = async (method: string, path: string, body?: unknown): Promise<void> => {
    const reply = await fetch(`${controlUrl}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`the sandbox refuses ${method} ${path}: ${reply.status}`);
  };
  const paid = new Set<string>();
  return {
    open: async (login, { contractNumber, packageId = "second-hand-housing" }) => {
      const opening = {
        packageId,
        opening: { contractNumber },
        consents: { dataSharing: true },
      };
      return (await clientOf(login).openCase({ body: opening })).id;
    },
    viewOf: async (login, caseId) => {
      try {
        return await clientOf(login).getCase({ caseId });
      } catch (error) {
        // Only once the records have named them do the others learn that the case exists.
        if (error instanceof ApiProblem && error.code === "case-not-found") return undefined;
        throw error;
      }
    },
    officerView: (caseId) => clientOf(officer).getCase({ caseId }),
    answer: async (login, { id, version }, stepId, answers) => {
      await unlessOvertaken(() =>
        clientOf(login).answerStep({ caseId: id, stepId, version, body: { answers: { ...answers } } }),
      );
    },
    decide: async ({ id, version }, stepId, { approved, values }) => {
      const body = { approved, reason: "examined / 已审核", ...(values && { values: { ...values } }) };
      await unlessOvertaken(() => clientOf(officer).decideStep({ caseId: id, stepId, version, body }));
    },
    happen: async (happening) => {
      if (happening.kind === "silence") await order("POST", "/faults", { authority: happening.authority, mode: "500" });
      else if (happening.kind === "answering-again") await order("DELETE", "/faults");
      else
        await order(
          "PUT",
          "/records",
          happening.record(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)),
        );
    },
    request: async (login, { id, version }, stepId, reason) => {
      await clientOf(login).requestStep({ caseId: id, stepId, version, body: { reason } });
    },
    pay: async (login, caseId) => {
      const client = clientOf(login);
      const { bills } = await client.listBills({ caseId });
      // A wallet takes its time to tell us; nobody pays twice meanwhile.
      const open = bills.filter(({ id, status }) => status === "open" && !paid.has(id));
      for (const { id, taxpayer = "" } of open) {
        // The sellers have Alipay, the buyers WeChat.
        const wallet = taxpayer.startsWith("seller") ? "alipay" : "wechat";
        const { payment } = await client.payBill({ caseId, billId: id, body: { wallet, scene: "qr" } });
        if (payment.offer?.kind !== "qr") continue;
        const scanned = { wallet: wallet === "alipay" ? "alipay" : "wechat-pay", content: payment.offer.content };
        await order("POST", "/payments", scanned);
        paid.add(id);
      }
      return open.length;
    },
    wait: () => sleep(pauseMilliseconds),
  };
};

/** Somebody else may have been faster; one looks again. */
const unlessOvertaken = async (request: () => Promise<unknown>): Promise<void> => {
  try {
    await request();
  } catch (error) {
    if (error instanceof ApiProblem && ["case-changed", "step-not-waiting", "case-closed"].includes(error.code)) return;
    throw error;
  }
};

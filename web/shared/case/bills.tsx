import { useMutation, useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import type { ReplyOf } from "../api/call-api.ts";
import { useClient } from "../client.tsx";
import { useSpeech } from "../texts/language.tsx";
import { Button } from "../ui/button.tsx";
import { day, money } from "../ui/format.ts";
import { ProblemNotice } from "../ui/problem.tsx";
import { PaymentUnderWay } from "./payment-under-way.tsx";
import { useStepUp } from "./use-step-up.ts";

export type Bill = ReplyOf<"listBills">["bills"][number];

/** `h5`: the wallet on this very phone. `qr`: a code that a phone scans from a kiosk's screen. */
export type Scene = "h5" | "qr";

const wallets = [
  { id: "wechat", name: { zh: "微信支付", en: "WeChat Pay" } },
  { id: "alipay", name: { zh: "支付宝", en: "Alipay" } },
] as const;

/** The reader's bills, asked for again while something may happen to them. */
export const useBills = (caseId: string, isWanted = true) => {
  const { callApi } = useClient();
  return useQuery({
    queryKey: ["bills", caseId],
    queryFn: () => callApi("listBills", { caseId }),
    enabled: isWanted,
    refetchInterval: ({ state }) => (state.data?.bills.some(({ status }) => status === "open") ? 1500 : 4000),
  });
};

/** What the reader has to pay in this case, and what they have paid. */
export const Bills = ({ caseId, scene }: { readonly caseId: string; readonly scene: Scene }) => {
  const { data, error } = useBills(caseId);
  if (!data) return <ProblemNotice error={error} />;
  return data.bills
    .filter(({ status }) => status !== "cancelled")
    .map((bill) => <BillCard key={bill.id} bill={bill} scene={scene} />);
};

const BillCard = ({ bill, scene }: { readonly bill: Bill; readonly scene: Scene }) => {
  const { say } = useSpeech();
  const underWay = bill.payments.find(({ status }) => status === "open");
  return (
    <section className="card bill" aria-labelledby={`bill-${bill.id}`} data-status={bill.status}>
      <h2 id={`bill-${bill.id}`}>
        {bill.isOwn ? say({ zh: "缴款单", en: "Your bill" }) : say({ zh: "代他人缴款", en: "Paying for another" })}
      </h2>
      <p className="sum">
        <span>{say(bill.words)}</span>
        <strong>{money(bill.total)}</strong>
      </p>
      <ul className="tax-lines">
        {bill.items.map(({ tax, name, amount }) => (
          <li key={tax} className="bill-line">
            <span className="tax-name">{say(name)}</span>
            <span className="tax-amount">{money(amount)}</span>
          </li>
        ))}
        {bill.lateDays > 0 && (
          <li className="bill-line">
            <span className="tax-name">
              {say({ zh: `滞纳金(${bill.lateDays} 天)`, en: `Late payment, ${bill.lateDays} days` })}
            </span>
            <span className="tax-amount">{money(bill.surcharge)}</span>
          </li>
        )}
      </ul>
      {bill.status === "open" && bill.payBy && (
        <p>
          <small>{say({ zh: `请于 ${day(bill.payBy, "zh")} 前缴纳`, en: `Pay by ${day(bill.payBy, "en")}` })}</small>
        </p>
      )}
      {bill.status === "open" &&
        (underWay ? <PaymentUnderWay bill={bill} payment={underWay} /> : <Ways bill={bill} scene={scene} />)}
      {bill.status === "paid" && (
        <p className="notice good">
          <CircleCheck aria-hidden />
          <span>{say({ zh: "已缴清", en: "Paid" })}</span>
        </p>
      )}
      {bill.refunds.map(({ words, amount, requestedAt }) => (
        <p key={requestedAt}>
          {say(words)} {money(amount)}
        </p>
      ))}
    </section>
  );
};

const Ways = ({ bill, scene }: { readonly bill: Bill; readonly scene: Scene }) => {
  const { say } = useSpeech();
  const { callApi, queries } = useClient();
  const stepUp = useStepUp();
  const paying = useMutation({
    mutationFn: (wallet: "wechat" | "alipay") =>
      callApi("payBill", { caseId: bill.caseId, billId: bill.id, body: { wallet, scene } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["bills", bill.caseId] }),
    onError: stepUp,
  });
  return (
    <>
      <ProblemNotice error={paying.error} />
      <div className="ways">
        {wallets.map(({ id, name }) => (
          <Button key={id} kind="primary" onClick={() => paying.mutate(id)} isBusy={paying.isPending}>
            {say(name)}
          </Button>
        ))}
      </div>
    </>
  );
};

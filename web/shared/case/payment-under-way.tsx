import { useMutation, useQuery } from "@tanstack/react-query";
import { useClient } from "../client.tsx";
import { useSpeech } from "../texts/language.tsx";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { QrCode } from "../ui/qr-code.tsx";
import type { Bill } from "./bills.tsx";

type Payment = Bill["payments"][number];

/** A payment that has begun: where to pay, and the way back out of it. */
export const PaymentUnderWay = ({ bill, payment }: { readonly bill: Bill; readonly payment: Payment }) => {
  const { say } = useSpeech();
  const { callApi, queries, readConfig } = useClient();
  const { data: config } = useQuery({ queryKey: ["config"], queryFn: readConfig });
  const refresh = () => queries.invalidateQueries({ queryKey: ["bills", bill.caseId] });
  const leaving = useMutation({
    mutationFn: () => callApi("abandonPayment", { caseId: bill.caseId, billId: bill.id, paymentId: payment.id }),
    onSuccess: refresh,
  });
  const name =
    payment.wallet === "wechat" ? say({ zh: "微信支付", en: "WeChat Pay" }) : say({ zh: "支付宝", en: "Alipay" });
  const { offer } = payment;
  const content = offer?.kind === "qr" ? offer.content : offer?.kind === "page" ? offer.url : undefined;
  return (
    <div className="under-way" role="status">
      <p>
        <strong>{say({ zh: `等待您在${name}中付款`, en: `Waiting for you to pay in ${name}` })}</strong>
      </p>
      {offer?.kind === "qr" && (
        <QrCode
          content={offer.content}
          label={say({ zh: `用${name}扫描此码付款`, en: `Scan this code with ${name} to pay` })}
        />
      )}
      {config?.isSandbox && content !== undefined ? (
        <PayInSandbox wallet={payment.wallet} content={content} onPaid={refresh} />
      ) : (
        offer?.kind === "page" && (
          <a className="button primary" href={offer.url} rel="noreferrer">
            {say({ zh: `打开${name}`, en: `Open ${name}` })}
          </a>
        )
      )}
      <ProblemNotice error={leaving.error} />
      <Button kind="quiet" onClick={() => leaving.mutate()} isBusy={leaving.isPending}>
        {say({ zh: "不付了,换一种方式", en: "Leave it and pay another way" })}
      </Button>
    </div>
  );
};

interface PayInSandboxProps {
  readonly wallet: string;
  readonly content: string;
  readonly onPaid: () => void;
}

/** On an engineer's machine nobody has a wallet: the sandbox's own payer scans and pays. */
const PayInSandbox = ({ wallet, content, onPaid }: PayInSandboxProps) => {
  const { say } = useSpeech();
  const scanning = useMutation({
    mutationFn: async () => {
      const answer = await fetch("/sandbox/payments", {
        method: "POST",
        body: JSON.stringify({ wallet: sandboxWallet(wallet), content }),
      });
      if (!answer.ok) throw new Error(`The sandbox's wallet answered ${answer.status}`);
    },
    onSuccess: onPaid,
  });
  return (
    <div className="sandbox">
      <Button kind="primary" onClick={() => scanning.mutate()} isBusy={scanning.isPending}>
        {say({ zh: "沙箱:模拟钱包付款", en: "Sandbox: pay with the pretended wallet" })}
      </Button>
      {scanning.error && <ProblemNotice error={scanning.error} />}
    </div>
  );
};

const sandboxWallet = (wallet: string): string => (wallet === "wechat" ? "wechat-pay" : wallet);

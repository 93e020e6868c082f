import type { ReplyOf } from "../../shared/api/call-api.ts";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Panel } from "../parts/panel.tsx";
import { StateTag, type Tone } from "../parts/tag.tsx";
import { groups } from "../parts/value.tsx";

type Day = ReplyOf<"getReconciliation">["days"][number];

export const wayNames: Readonly<Record<Day["wallet"], { readonly zh: string; readonly en: string }>> = {
  wechat: { zh: "微信支付", en: "WeChat Pay" },
  alipay: { zh: "支付宝", en: "Alipay" },
  bank: { zh: "银行扣款", en: "Bank debit" },
};

const states: Readonly<Record<Day["status"], { readonly tone: Tone; readonly zh: string; readonly en: string }>> = {
  closed: { tone: "good", zh: "相符", en: "agrees" },
  differs: { tone: "bad", zh: "有差异", en: "differs" },
  "not-available": { tone: "wait", zh: "账单未出", en: "no account yet" },
};

/** Day by day and wallet by wallet: both sums, and whether they are the same to the fen. */
export const AccountDays = ({ days }: { readonly days: readonly Day[] }) => {
  const { say } = useSpeech();
  return (
    <Panel title={<Say zh="每日对账" en="Day by day" />}>
      {days.length === 0 ? (
        <p className="empty">
          <Say zh="还没有对过账的日子。" en="No day has been reconciled yet." />
        </p>
      ) : (
        <DataTable
          rows={days}
          keyOf={({ wallet, day }) => `${wallet} ${day}`}
          columns={[
            { name: { zh: "日期", en: "Day" }, cell: ({ day }) => day },
            { name: { zh: "渠道", en: "Through" }, cell: ({ wallet }) => say(wayNames[wallet]) },
            { name: { zh: "笔数", en: "Lines" }, isNumber: true, cell: ({ lines }) => lines },
            {
              name: { zh: "支付机构(元)", en: "The wallet (yuan)" },
              isNumber: true,
              cell: ({ theirs }) => groups(theirs),
            },
            { name: { zh: "我方账簿(元)", en: "Our ledger (yuan)" }, isNumber: true, cell: ({ ours }) => groups(ours) },
            {
              name: { zh: "结果", en: "Outcome" },
              cell: ({ status }) => <StateTag tone={states[status].tone}>{say(states[status])}</StateTag>,
            },
          ]}
        />
      )}
    </Panel>
  );
};

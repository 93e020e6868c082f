import type { ReplyOf } from "../../shared/api/call-api.ts";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Panel } from "../parts/panel.tsx";
import { Scrolls } from "../parts/scrolls.tsx";
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
        <Scrolls>
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">
                  <Say zh="日期" en="Day" />
                </th>
                <th scope="col">
                  <Say zh="渠道" en="Through" />
                </th>
                <th scope="col" className="number">
                  <Say zh="笔数" en="Lines" />
                </th>
                <th scope="col" className="number">
                  <Say zh="支付机构(元)" en="The wallet (yuan)" />
                </th>
                <th scope="col" className="number">
                  <Say zh="我方账簿(元)" en="Our ledger (yuan)" />
                </th>
                <th scope="col">
                  <Say zh="结果" en="Outcome" />
                </th>
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr key={`${day.wallet} ${day.day}`}>
                  <th scope="row">{day.day}</th>
                  <td>{say(wayNames[day.wallet])}</td>
                  <td className="number">{day.lines}</td>
                  <td className="number">{groups(day.theirs)}</td>
                  <td className="number">{groups(day.ours)}</td>
                  <td>
                    <StateTag tone={states[day.status].tone}>{say(states[day.status])}</StateTag>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
    </Panel>
  );
};

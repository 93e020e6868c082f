import { makeCode } from "../../../shared/certificates/code.ts";
import type { ScreenName } from "../../../web/mobile/paths.ts";
import type { Named } from "./inspect.ts";

/** As a code should be, and nobody's. */
const noSuchCode = makeCode("the secret of no bureau", "a certificate that never was");

/** A screen as its address brings it, and what a screen reader calls its main controls, in Chinese and in English. */
interface Look {
  /** Its address, where the path has a part to fill in. */
  readonly at?: string;
  /** What its picture is called, where no story takes a better one. */
  readonly picture?: string;
  readonly names: readonly Named[];
}

/** What there is at the foot of every screen. */
export const everywhere: readonly Named[] = [
  ["navigation", "主导航", "Main"],
  ["link", "首页", "Home"],
  ["link", "我的办件", "My cases"],
  ["link", "我的", "Me"],
];

/** What went wrong is read out at once. */
export const said: Named = ["alert", "", ""];

/** Every screen of the router: one that is missing here does not compile. */
export const looksOf = (caseId: string): Readonly<Record<ScreenName, Look>> => ({
  home: {
    names: [
      ["link", /二手房交易缴税/, /Tax on a second-hand home/],
      ["link", /新办企业开业/, /Register a new business/],
      ["link", /先算一算税/, /Estimate the tax/],
      ["link", /证明查验/, /Check a certificate/],
    ],
  },
  start: {
    at: "/start/second-hand-housing",
    names: [
      ["textbox", /合同/, /ontract/],
      ["button", "开始办理", "Begin"],
    ],
  },
  estimate: {
    names: [
      ["textbox", /成交价格/, /Price/],
      ["group", /买方/, /buyer/i],
      ["button", "计算", "Compute"],
    ],
  },
  cases: { names: [["link", /新办/, /business|taxpayer/i]] },
  case: {
    at: `/cases/${caseId}`,
    names: [
      ["progressbar", "已完成的步骤", "Steps completed"],
      ["button", "同意并确认", "Agree and confirm"],
      ["link", "消息与通知", "Messages"],
      ["link", "我的授权", "My authorisations"],
      ["link", "委托他人代办", "Let somebody act for me"],
    ],
  },
  messages: { at: `/cases/${caseId}/messages`, names: [["link", /回到办件/, /Back to the case/]] },
  authorisations: { at: `/cases/${caseId}/authorisations`, names: [["heading", "我的授权", "My authorisations"]] },
  delegations: {
    at: `/cases/${caseId}/delegations`,
    names: [
      ["textbox", "受托人姓名", "Whom you let act"],
      ["radio", "居民身份证", "Resident identity card"],
      ["checkbox", "缴纳税款", "pay the taxes"],
      ["group", "期限", "For"],
      ["button", "委托", "Let them act"],
    ],
  },
  // A code that was used, or never was one: said in words, with what to do next.
  take: { at: "/take/ABCD2345", picture: "phone-take", names: [said] },
  accessLog: { names: [["heading", "谁看过我的信息", "Who saw my data"]] },
  subjectNotice: { at: `/access-log/${caseId}`, names: [["link", "打开办件", "Open the case"]] },
  mine: {
    names: [
      ["link", /谁看过我的信息/, /Who saw my data/],
      ["link", /企业档案/, /A company's file/],
      ["button", "退出登录", "Log out"],
    ],
  },
  companyFile: {
    names: [
      ["textbox", "统一社会信用代码", "Unified social credit code"],
      ["button", "打开档案", "Open the file"],
    ],
  },
  checkCertificate: {
    picture: "phone-check",
    names: [
      ["textbox", "防伪码", "The code"],
      ["button", "查验", "Check"],
    ],
  },
  certificate: {
    picture: "phone-not-ours",
    at: `/certificates/${noSuchCode}`,
    names: [said, ["textbox", "查验另一份证明", "Check another one"]],
  },
});

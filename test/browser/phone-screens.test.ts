import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { crowdLogin } from "../../infra/local/sandbox/population/crowd.ts";
import { crowdCreditCode } from "../../infra/local/sandbox/population/crowd-companies.ts";
import { makeCode } from "../../shared/certificates/code.ts";
import { paths, type ScreenName } from "../../web/mobile/paths.ts";
import type { ReplyOf } from "../../web/shared/api/call-api.ts";
import { inspect } from "./support/inspect.ts";
import { type Person, phone, sharedBrowser } from "./support/person.ts";
import { everywhere, looksOf, said } from "./support/phone-looks.ts";
import { clientOf } from "./support/queued-cases.ts";

const { window } = sharedBrowser();
const shared = inject("shared");

const login = crowdLogin("founder", 21);

// Generous for a busy machine; nothing waits so long when all is well.
describe("every screen of the phone, in both languages", { timeout: 900_000 }, () => {
  let person: Person;
  let caseId: string;

  beforeAll(async () => {
    const api = await clientOf(shared, login);
    const opened = await api.openCase({
      idempotencyKey: "phone-screens",
      body: {
        packageId: "new-taxpayer",
        opening: { creditCode: crowdCreditCode(21) },
        consents: { dataSharing: true },
      },
    });
    caseId = opened.id;
    person = await window(phone);
    await person.open("/#/mine");
    await inspect(person, "phone-login-first", { names: [["button", "登录", "Log in"]] });
    await person.tap("登录");
    await person.logIn(login);
    await person.page.getByRole("button", { name: "退出登录" }).waitFor();
  }, 300_000);
  afterAll(async () => person?.close());

  test.each(Object.keys(paths) as ScreenName[])("%s", async (name) => {
    const { at = paths[name], picture, names } = looksOf(caseId)[name];
    expect(at).not.toContain(":");
    await person.open(`/#${at}`);
    await person.page.locator("h1").waitFor();
    await person.page.locator(".loading").waitFor({ state: "hidden" });
    await inspect(person, picture ?? name, {
      names: [...everywhere, ...names],
      isPictured: picture !== undefined,
    });
    // What scrolls is between the head and the foot, never the page with them.
    const height = await person.page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    expect(height, "pixels that the page is too long").toBeLessThanOrEqual(0);
  });

  test("what went wrong and what is empty", async () => {
    await person.open("/#/cases/no-such-case");
    await person.page.getByRole("alert").waitFor();
    await inspect(person, "phone-problem", { names: [said] });
    await person.open("/#/company-file");
    await person.type("统一社会信用代码", "123");
    await person.tap("打开档案");
    await person.page.getByRole("alert").first().waitFor();
    await inspect(person, "a number refused", { isPictured: false });
  });

  test("how long it takes, once enough have been through it to know", async () => {
    const minute = 60_000;
    const known: ReplyOf<"getExpectedTime"> = {
      packageId: "second-hand-housing",
      from: "2026-10-25",
      to: "2026-11-23",
      expected: {
        usuallyMilliseconds: 38 * minute,
        almostAlwaysMilliseconds: 180 * minute,
        ownMilliseconds: 2 * minute,
        cases: 412,
      },
    };
    // Twenty cases must be done before the API says so: more than a test can wait for.
    await person.page.route("**/expected-time", (route) => route.fulfill({ json: known }));
    await person.open("/#/start/second-hand-housing");
    await person.sees(/半数办件在38分钟内办结/);
    await inspect(person, "phone-expected-time");
  });

  test("a promise that was not kept; a question that somebody who acts for another was not given", async () => {
    let isOwn = true;
    // Hours would have to pass.
    await person.page.route(`**/v1/cases/${caseId}`, async (route) => {
      const answer = await route.fetch();
      if (!answer.ok()) return route.fulfill({ response: answer });
      const view = (await answer.json()) as ReplyOf<"getCase">;
      const words = {
        zh: "等待申请人答复,已超过 11月20日 18:00 的期限",
        en: "waiting for Applicant, overdue since 2026-11-20 18:00",
      };
      const questions = view.questions.map((question) => ({ ...question, mayAnswer: isOwn }));
      const steps = view.steps.map((step) => (step.status === "waiting" ? { ...step, isOverdue: true, words } : step));
      return route.fulfill({ response: answer, json: { ...view, steps, questions } });
    });
    await person.open(`/#/cases/${caseId}`);
    await inspect(person, "phone-late", { names: [["region", "超过期限", "Late"]] });
    await person.page.getByRole("button", { name: "同意并确认" }).waitFor();
    isOwn = false;
    await person.sees("委托给您的事项不含这一步，由委托人本人办理。");
    expect(await person.page.getByRole("button", { name: "同意并确认" }).count()).toBe(0);
    await inspect(person, "a question for somebody else", { isPictured: false });
    // The case is asked for again and again; what is under way ends first.
    await person.page.unrouteAll({ behavior: "wait" });
  });

  test("a certificate that was taken back", async () => {
    const revoked: ReplyOf<"lookUpCertificate"> = {
      kind: "deed-tax",
      title: "契税完税证明",
      number: "契完 例税单〔2026〕000001号",
      office: "国家税务总局柳州市税务局",
      issuedOn: "2026-11-23",
      validTo: "2026-12-13",
      status: "revoked",
      revocation: { at: "2026-11-23T02:00:00.000Z", reason: "corrected" },
      keyId: "a-key",
    };
    // It takes a sale that is paid, corrected and paid anew.
    await person.page.route("**/v1/certificates/*", (route) => route.fulfill({ json: revoked }));
    await person.open(`/#/certificates/${makeCode("the secret of no bureau", "one that was")}`);
    await inspect(person, "phone-revoked", { names: [["heading", "证明查验", "Check a certificate"]] });
    await person.sees("已作废");
    await person.page.unroute("**/v1/certificates/*");
  });

  test("somebody whom a record names in the case of others is told why, and objects", async () => {
    const officeName = { zh: "国家税务总局柳州市税务局", en: "the Liuzhou tax bureau" };
    const notice: ReplyOf<"getSubjectNotice"> = {
      caseId,
      matter: { zh: "存量房交易税费", en: "Second-hand housing tax" },
      controller: { id: "liuzhou", name: officeName },
      purpose: { zh: "核对卖方的婚姻状况和家庭住房", en: "To check the seller's marriage and the family's homes" },
      legalBasis: { zh: "个人信息保护法第四十四条", en: "Personal Information Protection Law, art. 44" },
      records: [
        {
          id: "marriage",
          authority: { id: "civil-affairs", name: { zh: "民政局", en: "civil affairs" } },
          record: { zh: "婚姻登记", en: "marriage register" },
          items: [],
          isHeldBack: false,
        },
      ],
      mayObject: true,
      objectionMeans: {
        zh: "税务人员核实前,不使用这些记录。",
        en: "The records are not used until an officer has examined them.",
      },
      objections: [],
    };
    const objected: typeof notice = {
      ...notice,
      mayObject: false,
      records: notice.records.map((record) => ({ ...record, isHeldBack: true })),
      objections: [
        {
          at: "2026-11-23T02:00:00.000Z",
          reason: "我们去年已经离婚。",
          state: "examined",
          words: { zh: "税务人员正在核实", en: "An officer is examining it" },
          answers: [],
        },
      ],
    };
    // The rules of it are tried with the API; here is what the phone makes of its answers.
    await person.page.route("**/subject-notice", (route) => route.fulfill({ json: notice }));
    await person.page.route("**/objection", (route) => route.fulfill({ json: objected }));
    await person.open(`/#/access-log/${caseId}`);
    await person.page.getByRole("textbox", { name: /理由/ }).waitFor();
    await inspect(person, "phone-objection", {
      names: [
        ["textbox", /理由/, /Why/],
        ["button", "提出异议", "Object"],
      ],
    });
    await person.type(/理由/, "我们去年已经离婚。");
    await person.tap("提出异议");
    await person.sees("税务人员正在核实");
    await inspect(person, "an objection made", { isPictured: false });
  });

  test("nothing was complained of", () => {
    expect(person.complaints).toEqual([]);
  });
});

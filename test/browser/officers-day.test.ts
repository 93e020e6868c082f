import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { personOf } from "../../infra/local/sandbox/population/people.ts";
import type { Client } from "../../shared/api/client.ts";
import type { CaseView } from "../../shared/api/resources/case.ts";
import { aDifference } from "./support/a-difference.ts";
import { findingsOf } from "./support/findings.ts";
import { takePicture } from "./support/inspect.ts";
import { chooseCase, tabTo } from "./support/keyboard.ts";
import { desktop, type Person, sharedBrowser } from "./support/person.ts";
import { clientOf, queuedFamily } from "./support/queued-cases.ts";

const { window } = sharedBrowser();
const shared = inject("shared");

/** Everything after the log-in is done with the keyboard: there is no click in this file. */
describe("an officer's day at the console", () => {
  let officer: Person;
  let api: Client;
  let conflict: CaseView;
  let price: CaseView;
  let widow: CaseView;
  let absent: CaseView;

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await officer.page.keyboard.press(key);
  };
  const write = async (text: string): Promise<void> => officer.page.keyboard.insertText(text);
  /** The reason that is asked for, and off. */
  const decideBecause = async (reason: string): Promise<void> => {
    await tabTo(officer.page, "textarea");
    await write(reason);
    await press("Control+Enter");
  };
  /** axe finds nothing in what is open now, in either language; a picture of each where they are wanted. */
  const inBothLanguages = async (name: string): Promise<void> => {
    for (const language of ["zh", "en"] as const) {
      expect(await findingsOf(officer.page), `${name} ${language}`).toEqual([]);
      await takePicture(officer.page, `console-${name}-${language}`);
      await officer.page
        .getByRole("button", { name: language === "zh" ? "English" : "中文", exact: true, includeHidden: true })
        .evaluate((button: HTMLElement) => button.click());
    }
  };
  const toQueue = async (caseId: string): Promise<void> => {
    await press("g", "q");
    await chooseCase(officer.page, caseId);
  };

  beforeAll(async () => {
    api = await clientOf(shared, "officer-lin");
    [conflict, price, widow, absent] = await Promise.all([
      queuedFamily(shared, "records-conflict"),
      queuedFamily(shared, "price-reason-accepted"),
      queuedFamily(shared, "widow-with-inheritance"),
      queuedFamily(shared, "spouse-absent"),
    ]);
    officer = await window(desktop);
    await officer.open("/console/");
    await officer.page.getByRole("button", { name: "用工作账号登录" }).focus();
    await press("Enter");
    await officer.logIn("officer-lin");
    await officer.page.locator(".queue-row").first().waitFor();
  }, 400_000);
  afterAll(async () => officer?.close());

  test("takes a conflict in hand, with both records side by side", async () => {
    await toQueue(conflict.id);
    await officer.sees("1 处不一致");
    const row = officer.page.locator(".comparison .differs");
    expect(await row.innerText()).toContain("份额");
    await inBothLanguages("conflict");
    await press("c");
    await officer.page.getByText("我已受理", { exact: true }).first().waitFor();
    const { questions } = await api.getCase({ caseId: conflict.id });
    expect(questions[0]?.forOfficer?.claim).toBe("reader");
  });

  test("sees one masked name in full, for a reason; the value is nowhere else, and goes away", async () => {
    const { name } = personOf("seller-he");
    expect(await officer.page.locator("body").innerText()).not.toContain(name);
    await press("2");
    await officer.page.locator(".facts").first().waitFor();
    const names = officer.page.locator("button.masked", { hasText: name.slice(0, 1) });
    for (let guard = 0; guard < 60; guard += 1) {
      await tabTo(officer.page, "button.masked");
      if (await names.first().evaluate((element) => element === document.activeElement)) break;
    }
    await press("Enter");
    await officer.sees("当事人会看到您为什么查看");
    await tabTo(officer.page, "dialog input[type=text]");
    await write("两处记录不一致,需核对姓名");
    await press("Enter");
    await officer.page.locator(".unmasked-value").waitFor();
    expect(await officer.page.locator(".unmasked-value").innerText()).toBe(name);
    await press("Escape");
    await officer.page.locator("dialog").waitFor({ state: "detached" });
    expect(await officer.page.locator("body").innerText()).not.toContain(name);
    const seller = await clientOf(shared, "seller-he");
    const { entries } = await seller.getAccessLog();
    expect(entries.find(({ does }) => does === "unmasks")).toMatchObject({ note: "两处记录不一致,需核对姓名" });
  });

  test("refuses what the records do not bear out, in words that the person reads", async () => {
    await press("1", "r");
    await officer.page.locator("textarea").waitFor();
    await expect.poll(() => officer.page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
    await write("登记簿上另有共有人,请先由全体共有人签约。");
    await press("Control+Enter");
    await officer.page.locator(".case .state-tag", { hasText: "不予办理" }).first().waitFor();
    // The case is closed once everything else in it has come to its end.
    await expect.poll(async () => (await api.getCase({ caseId: conflict.id })).status).toBe("refused");
    const { steps } = await api.getCase({ caseId: conflict.id });
    expect(steps.find(({ id }) => id === "record-check")).toMatchObject({ status: "refused", code: "officer-refused" });
  });

  test("settles a price dispute, both prices and what they cost before their eyes", async () => {
    await toQueue(price.id);
    await officer.sees("低 16.7%");
    await officer.sees("屋面长期漏水,有维修记录");
    await press("a");
    await expect.poll(() => officer.page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("combobox");
    await press("ArrowDown", "Enter");
    await decideBecause("有维修记录,理由正当。");
    await officer.page.getByText("没有等待税务人员的事项").waitFor();
    const { facts } = await api.getCase({ caseId: price.id });
    expect(facts.find(({ id }) => id === "priceReview")?.value).toBe("reason-accepted");
  });

  test("sends an answer back with the field marked", async () => {
    await toQueue(widow.id);
    await press("b");
    await expect.poll(() => officer.page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("checkbox");
    await press("Space");
    await decideBecause("请核对继承房屋的套数。");
    await officer.page.getByText("没有等待税务人员的事项").waitFor();
    const { questions } = await (await clientOf(shared, "widow-cen")).getCase({ caseId: widow.id });
    expect(questions[0]?.marked).toMatchObject({ reason: "请核对继承房屋的套数。" });
  });

  test("opens a case that was taken back: in which role and why, and that their look is noted", async () => {
    const opener = await clientOf(shared, "widow-cen");
    const reason = "改由子女另行办理";
    const { version } = await opener.getCase({ caseId: widow.id });
    await opener.withdrawCase({ caseId: widow.id, version, idempotencyKey: "taken-back-1", body: { reason } });
    await press("/");
    await officer.page.locator("#case-number").waitFor();
    await tabTo(officer.page, "#case-number");
    await write(widow.id);
    await press("Enter");
    await officer.page.locator(".taken-back", { hasText: `由卖方撤回。理由：${reason}` }).waitFor();
    await officer.sees("您查看本件已记入查阅记录");
    await officer.page.locator(".case-head").evaluate((head) => head.scrollIntoView());
    await inBothLanguages("taken-back");
  });

  test("takes a step over from a colleague, with a reason", async () => {
    const supervisor = await clientOf(shared, "supervisor-qiu");
    const [question] = absent.questions;
    await supervisor.claimStep({ caseId: absent.id, stepId: question?.stepId ?? "", version: absent.version });
    await toQueue(absent.id);
    await officer.page.locator(".panel-tags .state-tag", { hasText: "同事已受理" }).waitFor();
    await press("t");
    await officer.page.locator("dialog textarea").waitFor();
    await inBothLanguages("take-over");
    await tabTo(officer.page, "dialog textarea");
    await write("同事休假");
    await press("Control+Enter");
    await officer.sees(/由同事处接手.理由.同事休假/);
    const { questions } = await api.getCase({ caseId: absent.id });
    expect(questions[0]?.forOfficer).toMatchObject({ claim: "reader", takenFrom: { reason: "同事休假" } });
  });

  test("decides in the place of a rule", async () => {
    await press("4");
    await officer.page.getByRole("button", { name: "由我判定" }).first().waitFor();
    await tabTo(officer.page, "[role=tabpanel] button");
    await press("Enter");
    await decideBecause("已调阅合同原件,与登记一致。");
    await officer.page
      .getByText(/另行判定/)
      .first()
      .waitFor();
    const { decisions } = await api.getCase({ caseId: absent.id });
    expect(decisions.some(({ takenOverAt }) => takenOverAt !== undefined)).toBe(true);
  });

  test("settles a difference between a wallet's account and the ledger as it is proposed", async () => {
    const { orderNumber } = await aDifference(shared.whereabouts, absent);
    await press("g", "d");
    const row = officer.page.locator(".difference", { hasText: orderNumber });
    await row.waitFor();
    await inBothLanguages("differences");
    for (let guard = 0; guard < 20; guard += 1) {
      await press("j");
      if (await row.evaluate((element) => element === document.activeElement)) break;
    }
    await press("Tab", "Enter");
    await row.waitFor({ state: "detached" });
    const { differences } = await api.getReconciliation();
    expect(differences.filter((each) => each.orderNumber === orderNumber)).toEqual([]);
  });

  test("answers the objection of somebody whom a record names: who is masked, and what was found leaves the case", async () => {
    const spouse = await clientOf(shared, "spouse-nong");
    const reason = "我没有同意使用我的婚姻登记";
    await spouse.objectToRecords({ caseId: absent.id, idempotencyKey: "objection-1", body: { reason } });
    await toQueue(absent.id);
    await officer.page.locator(".objection", { hasText: reason }).waitFor();
    expect(await officer.page.locator("body").innerText()).not.toContain(personOf("spouse-nong").name);
    await inBothLanguages("objection");
    await press("r");
    await expect.poll(() => officer.page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
    await write("记录不再使用,请当事人另行提供证明。");
    await press("Control+Enter");
    await officer.page.locator(".case .state-tag", { hasText: "不予办理" }).first().waitFor();
    const { facts } = await api.getCase({ caseId: absent.id });
    expect(facts.map(({ id }) => id)).not.toContain("sellerMarriages");
  });

  test("looks at speed, at the map of a package, and at who answers", async () => {
    await press("g", "s");
    await officer.page.locator(".counts").waitFor();
    await press("g", "m");
    await officer.page.locator(".package-map .node").first().waitFor();
    await press("g", "a");
    await officer.sees("部门状态");
    await officer.page.locator(".authority-card").first().waitFor();
  });

  test("finds every key on `?`, and may turn single keys off", async () => {
    await press("g", "q", "?");
    await officer.page.locator("dialog").waitFor();
    const listed = await officer.page.locator("dialog .shortcuts").allInnerTexts();
    expect(listed.join("\n")).toMatch(/下一件[\s\S]*下一件未受理的/);
    await tabTo(officer.page, "dialog input[type=checkbox]");
    await press("Space", "Escape");
    const before = officer.page.url();
    await press("g", "s");
    expect(officer.page.url()).toBe(before);
    await press("?");
    await tabTo(officer.page, "dialog input[type=checkbox]");
    await press("Space", "Escape");
    await press("g", "s");
    await officer.page.waitForURL(/#\/speed$/);
  });

  test("and nothing was complained of", () => {
    expect(officer.complaints).toEqual([]);
  });
});

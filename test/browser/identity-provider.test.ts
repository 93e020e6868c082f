import { readFile } from "node:fs/promises";
import { expect, inject, test } from "vitest";
import { crowdLogin } from "../../infra/local/sandbox/population/crowd.ts";
import { keyboardOf } from "./support/by-keyboard.ts";
import { findingsOf } from "./support/findings.ts";
import { overflowAtTwiceTheSize, takePicture } from "./support/inspect.ts";
import { type Person, phone, sharedBrowser } from "./support/person.ts";

const { window } = sharedBrowser();
const { issuer } = inject("shared");

const look = async ({ page }: Person, name: string): Promise<void> => {
  if (process.env.SCREENSHOTS !== undefined) await bringChineseFace(page);
  await takePicture(page, name);
  expect(await findingsOf(page), name).toEqual([]);
  expect(await overflowAtTwiceTheSize(page), `${name} at 200 %`).toEqual([]);
};

/** For pictures on a machine that has no Chinese face: the provider's pages bring none, as everybody's own phone has one. */
const bringChineseFace = async (page: Person["page"]): Promise<void> => {
  const font = await readFile(
    new URL(import.meta.resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf")),
  );
  await page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (each) => each.charCodeAt(0));
    document.fonts.add(await new FontFace("Brought", bytes).load());
    document.body.style.fontFamily = "Brought";
  }, font.toString("base64"));
};

/** A kiosk asks for a log-in (RFC 8628). @returns the code that it shows */
const kioskAsks = async (): Promise<string> => {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { device_authorization_endpoint: address } = (await answer.json()) as Record<string, string>;
  const started = await fetch(address ?? "", {
    method: "POST",
    body: new URLSearchParams({ client_id: "one-window-kiosk", scope: "openid cases", max_age: "300" }),
  });
  return ((await started.json()) as { readonly user_code: string }).user_code;
};

test.each(["zh", "en"] as const)(
  "the pages of the identity provider, by keyboard alone, in %s",
  async (language) => {
    const login = crowdLogin("founder", language === "zh" ? 22 : 23);
    const person = await window(phone, { locale: language === "zh" ? "zh-CN" : "en-GB" });
    const { page } = person;
    const hands = keyboardOf(page);
    const say = (zh: string, en: string): string => (language === "zh" ? zh : en);
    await person.open("/#/cases");
    if (language === "en") await person.tap("English");
    await hands.press("button", say("登录", "Log in"));
    await page.locator("button[name=login]").first().waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(say("zh-CN", "en"));
    await look(person, `login-${language}`);

    await page
      .locator("button[name=login]")
      .first()
      .evaluate((button, value) => button.setAttribute("value", value), login);
    await hands.goToThis(page.locator("button[name=login]").first());
    await page.keyboard.press("Enter");
    await hands.type(say("验证码", "Code"), "000000");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    await look(person, `second-factor-${language}`);
    await hands.logIn(login);
    await page.getByRole("heading", { name: say("我的办件", "My cases") }).waitFor();

    // A kiosk is let in from the phone, and the phone says in which language.
    await page.goto(`${issuer}/device?ui_locales=${language}`);
    await look(person, `device-${language}`);
    await page.goto(`${issuer}/device?user_code=${await kioskAsks()}&ui_locales=${language}`);
    await page.locator("button.main").waitFor();
    await look(person, `device-confirm-${language}`);
    await hands.goToThis(page.locator("button.main"));
    await page.keyboard.press("Enter");
    await page.locator("h1").waitFor();
    await person.close();
  },
  300_000,
);

import { expect, inject } from "vitest";
import { findInhabitant } from "../../../infra/local/identity-provider/tokens.ts";
import { type Jwk, proofOf, readDeviceKey } from "../../../shared/api/client/device-proof.ts";
import { type Person, passIdentityProvider } from "./person.ts";

const shared = inject("shared");
const kioskId = "kiosk-hall-1";

/** On their phone, somebody confirms the code that the kiosk shows; whoever logged in there just now is not asked again. */
const confirmOnPhone = async ({ page }: Person, code: string, login: string): Promise<void> => {
  await page.goto(`${shared.issuer}/device?user_code=${code}`);
  await page.locator("button.main").click();
  const done = page.getByText(/已登录自助终端/);
  const asked = page.locator("button[name=login], input[name=code]").first();
  await done.or(asked).first().waitFor();
  if (await asked.isVisible()) await passIdentityProvider(page, login);
  await done.waitFor();
};

/** The code on the kiosk's screen, confirmed on the phone. */
export const scanWithPhone = async (machine: Person, hand: Person, login: string): Promise<void> => {
  const code = await machine.page.getByTestId("user-code").textContent();
  await confirmOnPhone(hand, code ?? "", login);
};

/**
 * The identity provider answers the kiosk's next question for a token as if somebody had confirmed on a phone, and had
 * logged in there so long ago: nobody can wait a quarter of an hour in a test, and none ends in mid-test on a slow machine.
 */
export const confirmedLongAgo = async (machine: Person, login: string, loggedInSecondsAgo: number): Promise<void> => {
  const minted = await fetch(`${shared.issuer}/sandbox/tokens`, {
    method: "POST",
    body: JSON.stringify({ login, kiosk: kioskId, loggedInSecondsAgo }),
  });
  const { access_token } = (await minted.json()) as { readonly access_token: string };
  const said = Buffer.from(JSON.stringify({ sub: login, name: findInhabitant(login)?.name })).toString("base64url");
  await machine.page.route(
    `${shared.issuer}/token`,
    (route) =>
      route.fulfill({
        json: { access_token, id_token: `x.${said}.x`, expires_in: 3600 },
        headers: { "access-control-allow-origin": "*" },
      }),
    { times: 1 },
  );
};

export const putCard = async ({ page }: Person, name: string): Promise<void> => {
  await page.getByLabel("证件上的姓名").fill(name);
  await page.getByRole("button", { name: "放上身份证" }).click();
};

/** Each token that this kiosk has sent. */
export const tokensOf = ({ page }: Person): ReadonlySet<string> => {
  const tokens = new Set<string>();
  page.on("request", (request) => {
    const { authorization, dpop } = request.headers();
    if (authorization !== undefined && dpop !== undefined) tokens.add(authorization.replace(/^Bearer /, ""));
  });
  return tokens;
};

/** The API refuses this token even with a proof by the kiosk's own key: the session was ended, not left to run out. */
export const expectSessionEnded = async (token: string): Promise<void> => {
  const { key } = (await (await fetch(`${shared.issuer}/sandbox/kiosks/${kioskId}`)).json()) as { readonly key: Jwk };
  const url = `${shared.apiUrl}/v1/cases`;
  const ask = async (): Promise<string | number | undefined> => {
    const dpop = await proofOf(await readDeviceKey(key), { method: "GET", url, token });
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}`, dpop } });
    return answer.ok ? answer.status : ((await answer.json()) as { readonly code?: string }).code;
  };
  const { exp } = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as {
    readonly exp: number;
  };
  // On a very slow machine its five minutes are over by now, and the door does not look whether it was ended before.
  if (exp * 1000 > Date.now() + 60_000) await expect.poll(ask, { timeout: 45_000 }).toBe("session-ended");
  else expect(await ask()).not.toBe(200);
};

/**
 * At this kiosk idle time passes only when it is told to: however slow a machine, nobody is sent away in mid-test.
 * @returns lets so many milliseconds pass in which nobody touches anything
 */
export const idleTime = async ({ page }: Person): Promise<(milliseconds: number) => Promise<void>> => {
  await page.addInitScript(() => {
    let passed = 0;
    performance.now = () => passed;
    addEventListener("time-passes", (event) => {
      passed += (event as CustomEvent<number>).detail;
    });
  });
  return (milliseconds) =>
    page.evaluate((detail) => void dispatchEvent(new CustomEvent("time-passes", { detail })), milliseconds);
};

/** A kiosk as the next person finds it: storage, caches, address, document and history hold none of these words. */
export const expectNothingLeft = async ({ page }: Person, words: readonly string[]): Promise<void> => {
  await page.getByRole("button", { name: /新办企业开业/ }).waitFor();
  const left = await page.evaluate(async () => ({
    session: Object.keys(sessionStorage),
    local: Object.keys(localStorage),
    caches: await caches.keys(),
    databases: await indexedDB.databases(),
    cookies: document.cookie,
    address: location.href,
    steps: history.length,
  }));
  const address = `${shared.apiUrl}/kiosk/`;
  expect(left).toMatchObject({ session: [], local: [], caches: [], databases: [], cookies: "", address });
  const nowhere = async (): Promise<void> => {
    const text = await page.evaluate(() => document.documentElement.outerHTML);
    for (const word of words) expect(text).not.toContain(word);
  };
  await nowhere();
  // Back in the history is the same empty page, or none of ours.
  await page.goBack();
  await nowhere();
  await page.goForward().catch(() => {});
  await nowhere();
};

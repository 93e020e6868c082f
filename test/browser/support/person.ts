import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import type { Shared } from "./global-setup.ts";

export const phone = { width: 390, height: 844 } as const;
export const kiosk = { width: 1080, height: 1920 } as const;
export const desktop = { width: 1440, height: 900 } as const;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The world that a window looks at; by default the one that all tests share. */
export type Where = Pick<Shared, "apiUrl" | "issuer">;

/** What a window looks at, and in which language its device is set. */
interface Setting {
  readonly where?: Where;
  readonly locale?: "zh-CN" | "en-GB";
}

/** The browser of all tests; each person gets a window of their own in it, with storage of its own. */
export const sharedBrowser = (): { readonly window: (size: Size, setting?: Setting) => Promise<Person> } => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.connect(inject("shared").browserEndpoint);
  });
  afterAll(async () => {
    await browser.close();
  });
  return { window: (size, setting) => openWindow(browser, size, setting) };
};

/** Somebody before a screen: what they tap and type is counted. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly counted: { taps: number; typed: number };
  /** What the browser complained of: broken scripts, refused loads. */
  readonly complaints: string[];
  open(path: string): Promise<void>;
  /** Taps what has this name, once it is there. */
  tap(name: string | RegExp): Promise<void>;
  type(label: string | RegExp, text: string): Promise<void>;
  sees(text: string | RegExp): Promise<void>;
  /** Goes through the identity provider's pages as this inhabitant; its taps are not the product's. */
  logIn(login: string): Promise<void>;
  close(): Promise<void>;
}

const openWindow = async (browser: Browser, viewport: Size, setting: Setting = {}): Promise<Person> => {
  const { where = inject("shared"), locale = "zh-CN" } = setting;
  const { apiUrl, issuer } = where;
  const context = await browser.newContext({ viewport, locale, timezoneId: "Asia/Shanghai" });
  // How long a state may take to come on a machine that does much else beside; nothing waits so long when all is well.
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  const counted = { taps: 0, typed: 0 };
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // A refusal of the API is an answer, and the page shows it.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      complaints.push(message.text());
    }
  });
  const tappable = (name: string | RegExp): Locator =>
    page
      .getByRole("button", { name })
      .or(page.getByRole("link", { name }))
      .or(page.getByRole("radio", { name }))
      .first();
  return {
    page,
    context,
    counted,
    complaints,
    open: async (path) => {
      await page.goto(`${apiUrl}${path}`);
    },
    tap: async (name) => {
      counted.taps += 1;
      await tappable(name).click();
    },
    type: async (label, text) => {
      counted.typed += 1;
      await page.getByLabel(label).first().fill(text);
    },
    sees: async (text) => {
      await page.getByText(text).first().waitFor();
    },
    logIn: async (login) => {
      await page.waitForURL((url) => url.href.startsWith(issuer));
      await passIdentityProvider(page, login);
      await page.waitForURL((url) => url.href.startsWith(apiUrl));
    },
    close: () => context.close(),
  };
};

/**
 * Chooses the person, and types the code that a text message would bring, as often as it is asked. The page lists those
 * who have a name of their own; one of the crowd is let in by the same form.
 */
export const passIdentityProvider = async (page: Page, login: string): Promise<void> => {
  const choice = page.locator("button[name=login]").first();
  const code = page.locator("input[name=code]");
  await choice.or(code).first().waitFor();
  if (await choice.isVisible()) {
    await choice.evaluate((button, value) => button.setAttribute("value", value), login);
    await choice.click();
  }
  await code.waitFor();
  await code.fill((await page.locator("code").first().textContent()) ?? "");
  await page.locator("button.main").click();
};

import type { Configuration, KoaContextWithOIDC } from "oidc-provider";
import { preferredLanguage } from "../../../../shared/api/language.ts";
import type { Language } from "../../../../shared/kernel/text.ts";
import { escapeHtml, page } from "./page.ts";

type Features = NonNullable<Configuration["features"]>;

/** `ui_locales` of the request goes before what the browser prefers (OpenID Connect Core, 3.1.2.1). */
export const languageOf = (uiLocales: unknown, acceptLanguage: string | undefined): Language =>
  preferredLanguage(typeof uiLocales === "string" ? uiLocales.replaceAll(" ", ",") : acceptLanguage);

const languageIn = (context: KoaContextWithOIDC): Language =>
  languageOf(context.oidc.params?.ui_locales, context.get("accept-language"));

/** Leaving: a client that shows the ID token speaks for its person, so nobody is asked again. */
export const logoutPages: Features["rpInitiatedLogout"] = {
  logoutSource: (context, form) => {
    const language = languageIn(context);
    const { title, ask, go } = logoutWords[language];
    const asked = `<p>${ask}</p>${form}<button class="main" form="op.logoutForm" name="logout" value="yes" autofocus>${go}</button>`;
    const isAsked = context.oidc.params?.id_token_hint === undefined;
    const sent = `<script>document.querySelector("button.main").click()</script>`;
    context.body = page({ language, title, main: isAsked ? asked : asked + sent });
  },
  postLogoutSuccessSource: (context) => {
    const language = languageIn(context);
    const { done } = logoutWords[language];
    context.body = page({ language, title: done, main: "" });
  },
};

const logoutWords = {
  zh: { title: "退出登录", ask: "确定要退出吗？", go: "退出", done: "已退出登录" },
  en: { title: "Log out", ask: "Do you want to log out?", go: "Log out", done: "You are logged out" },
} as const;

/** On the person's own phone: which kiosk may act for them now (RFC 8628). */
export const devicePages = {
  userCodeInputSource: (context: KoaContextWithOIDC, form: string, _out?: unknown, error?: Error) => {
    const language = languageIn(context);
    const { title, label, go, wrong } = deviceWords[language];
    context.body = page({
      language,
      title,
      main: `${error ? `<p class="error" role="alert">${wrong}</p>` : ""}<label id="code-label">${label}</label>
${form.replace('placeholder="Enter code"', 'aria-labelledby="code-label"')}<button class="main" form="op.deviceInputForm">${go}</button>`,
    });
  },
  userCodeConfirmSource: (
    context: KoaContextWithOIDC,
    form: string,
    _client: unknown,
    _device: unknown,
    userCode: string,
  ) => {
    const language = languageIn(context);
    const { confirmTitle, confirm, yes, no } = deviceWords[language];
    context.body = page({
      language,
      title: confirmTitle,
      main: `<p>${confirm}</p><p><code>${escapeHtml(userCode)}</code></p>${form}
<button class="main" form="op.deviceConfirmForm" autofocus>${yes}</button>
<p><button form="op.deviceConfirmForm" name="abort" value="yes">${no}</button></p>`,
    });
  },
  successSource: (context: KoaContextWithOIDC) => {
    const language = languageIn(context);
    context.body = page({ language, title: deviceWords[language].done, main: `<p>${deviceWords[language].goOn}</p>` });
  },
};

const deviceWords = {
  zh: {
    title: "登录自助终端",
    label: "请输入终端屏幕上的代码",
    go: "下一步",
    wrong: "代码不正确或已失效，请重新输入。",
    confirmTitle: "确认登录自助终端",
    confirm: "终端屏幕上显示的是这个代码吗？确认后，您可在该终端上办理，数分钟后自动退出。",
    yes: "是，登录该终端",
    no: "不是，取消",
    done: "已登录自助终端",
    goOn: "请在终端上继续办理。",
  },
  en: {
    title: "Log in at a kiosk",
    label: "Enter the code that the kiosk shows",
    go: "Next",
    wrong: "This code is wrong or no longer valid. Please enter it again.",
    confirmTitle: "Confirm your login at the kiosk",
    confirm: "Does the kiosk show this code? If you confirm, you can go on there; it logs you out after a few minutes.",
    yes: "Yes, log me in there",
    no: "No, cancel",
    done: "You are logged in at the kiosk",
    goOn: "Please go on at the kiosk.",
  },
} as const;

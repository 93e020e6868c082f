import type { Language } from "../../../../shared/kernel/text.ts";
import { escapeHtml, page } from "./page.ts";

const words = {
  zh: {
    title: "二次验证",
    why: "签署、付款等操作前，请再次确认是您本人。",
    message: "沙箱短信（未真正发送）：您的验证码是",
    label: "验证码（6 位数字）",
    go: "确认",
    wrong: "验证码不正确，请重新输入。",
  },
  en: {
    title: "Second factor",
    why: "Before you sign or pay, please confirm once more that it is you.",
    message: "Sandbox text message (not really sent): your code is",
    label: "Code (6 digits)",
    go: "Confirm",
    wrong: "That is not the code. Please enter it again.",
  },
} as const;

export interface SecondFactorPage {
  readonly uid: string;
  readonly login: string;
  readonly name: string;
  readonly code: string;
  readonly language: Language;
  readonly wasWrong?: boolean;
}

/** The code that a text message would bring stands on the page itself; typed wrong, it is refused all the same. */
export const secondFactorPage = ({ uid, login, name, code, language, wasWrong = false }: SecondFactorPage): string => {
  const { title, why, message, label, go, wrong } = words[language];
  return page({
    language,
    title,
    main: `<p><strong lang="zh-CN">${escapeHtml(name)}</strong> <small>${escapeHtml(login)}</small></p>
<p>${why}</p>
<p class="note">${message} <code>${code}</code></p>
<form method="post" action="/login/${encodeURIComponent(uid)}">
<input type="hidden" name="login" value="${escapeHtml(login)}">
<label for="code">${label}</label>
<input id="code" name="code" inputmode="numeric" pattern="[0-9]{6}" maxlength="6" autocomplete="one-time-code" required autofocus${wasWrong ? ' aria-invalid="true" aria-describedby="wrong"' : ""}>
${wasWrong ? `<p id="wrong" class="error" role="alert">${wrong}</p>` : ""}
<button class="main">${go}</button>
</form>`,
  });
};

import type { Language } from "../../../../shared/kernel/text.ts";

export interface Page {
  readonly language: Language;
  readonly title: string;
  /** Markup of ours; whatever came from outside is escaped in it already. */
  readonly main: string;
}

/** One frame for all pages of the sandbox's identity provider: readable by eye, by ear and by keyboard alone. */
export const page = ({ language, title, main }: Page): string => `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
  :root { color-scheme: light }
  * { box-sizing: border-box }
  body { margin: 0; color: #14202e; background: #f4f6f9; font: 1rem/1.6 system-ui, -apple-system, "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; overflow-wrap: anywhere }
  header { display: flex; flex-wrap: wrap; gap: .25rem .6rem; align-items: center; padding: .75rem 1rem; background: #fff; border-bottom: 1px solid #d5dce6; font-weight: 700 }
  header b { display: grid; place-items: center; width: 1.9rem; height: 1.9rem; color: #fff; background: #0b4f9e; border-radius: .5rem }
  header small { margin-left: auto; padding: .1rem .7rem; color: #7a4a00; background: #fdf3e1; border-radius: 1rem; font-weight: 600 }
  main { max-width: 40rem; margin: 0 auto; padding: 1.25rem 1rem 2.5rem }
  h1 { margin: .25rem 0 .75rem; font-size: 1.6rem; line-height: 1.3 } h2 { font-size: 1.1rem; margin: 1.75rem 0 .5rem }
  ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem }
  button, input { width: 100%; min-height: 3.25rem; padding: .5rem 1rem; font: inherit; border-radius: .8rem }
  button { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; align-content: center; color: inherit; background: #fff; border: 1px solid #d5dce6; text-align: left; cursor: pointer }
  button:hover { background: #e8f0fa }
  button span { font-weight: 600 }
  input { max-width: 24rem; color: inherit; background: #fff; border: 1.5px solid #6b7a90; font-size: 1.1rem }
  button.main { justify-content: center; margin-top: 1rem; color: #fff; background: #0b4f9e; border-color: #0b4f9e; font-size: 1.1rem; font-weight: 600 }
  button.main:hover { background: #083a75 }
  :focus-visible { outline: 3px solid #0b4f9e; outline-offset: 2px }
  label { display: block; margin: 1rem 0 .3rem; font-weight: 600 }
  small, .note { color: #48566a } .error { color: #a3121f; font-weight: 600 }
  code { font: 600 1.5rem/1.4 ui-monospace, monospace; letter-spacing: .12em }
</style>
</head>
<body>
<header><b aria-hidden="true">窗</b>${language === "zh" ? "一窗" : "One Window"}<small>${language === "zh" ? "沙箱" : "Sandbox"}</small></header>
<main>
<h1>${title}</h1>
${main}
</main></body>
</html>
`;

const marks: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] as string);

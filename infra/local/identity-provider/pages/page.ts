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
  body { font: 1rem/1.6 system-ui, "Noto Sans SC", sans-serif; color: #1a1a1a; background: #fff; margin: 0 }
  main { max-width: 42rem; margin: 2rem auto; padding: 0 1rem }
  h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin: 1.5rem 0 .25rem }
  ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .4rem }
  button, input { font: inherit; min-height: 2.75rem; border: 1px solid #595959; border-radius: .4rem; padding: .4rem .9rem }
  button { width: 100%; text-align: left; background: #fff; color: inherit; cursor: pointer }
  button:hover { background: #eef4fb }
  button.main { background: #0b57a4; border-color: #0b57a4; color: #fff; text-align: center; margin-top: 1rem }
  button.main:hover { background: #084482 }
  :focus-visible { outline: 3px solid #0b57a4; outline-offset: 2px }
  label { display: block; margin: 1rem 0 .25rem; font-weight: 600 }
  small, .note { color: #4d4d4d } .error { color: #a4000f; font-weight: 600 }
  code { font-size: 1.4rem; letter-spacing: .15em }
</style>
</head>
<body><main>
<h1>${title}</h1>
${main}
</main></body>
</html>
`;

const marks: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] as string);

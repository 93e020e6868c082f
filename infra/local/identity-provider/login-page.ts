import { inhabitants } from "../sandbox/population/people.ts";
import type { Inhabitant } from "../sandbox/population/person.ts";

/** The sandbox's login: no password, only the choice of who one is. */
export const loginPage = (uid: string): string => `<!doctype html>
<html lang="zh">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>一窗 · 沙箱登录</title>
<style>
  body { font: 16px/1.6 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem }
  button { font: inherit; display: block; width: 100%; margin: .3rem 0; padding: .5rem 1rem; text-align: left; cursor: pointer }
  small { color: #666 }
</style>
<h1>一窗 · 沙箱登录</h1>
<p>这里的人都是虚构的,请选择要扮演的人。<br><small>Sandbox: everybody here is invented. Choose who you are.</small></p>
<form method="post" action="/login/${encodeURIComponent(uid)}">
${inhabitants.map(button).join("\n")}
</form>
</html>
`;

// Names and logins come from our own list, which holds nothing that HTML would take for markup.
const button = ({ login, name, roles, realNameLevel }: Inhabitant): string => {
  const role = roles.includes("officer") ? "税务人员" : `实名等级 ${realNameLevel}`;
  return `<button name="login" value="${login}">${name} <small>${login} · ${role}</small></button>`;
};

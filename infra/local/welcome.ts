import { inhabitants } from "./sandbox/population/people.ts";
import type { LocalWorld } from "./world.ts";

/** What `npm start` says once everything runs. */
export const welcome = ({ apiUrl, issuer, controlUrl }: LocalWorld, folder: string): string => `
一窗 / One Window runs on this machine. Ctrl-C ends it and leaves nothing running.

  Mobile   手机       ${apiUrl}/
  Kiosk    自助终端   ${apiUrl}/kiosk/
  Console  工作台     ${apiUrl}/console/

At each, choose one of the invented people; no password. Good ones to begin with:
  founder-zhong    registers the new company with all fifteen tasks
  seller-wei, seller-qin, buyer-huang, buyer-liang    sell and buy a home: contract LZ-CLF-000101
  officer-lin      decides at the console what needs a person

  API                ${apiUrl}
  OpenAPI            ${apiUrl}/openapi.json
  Identity provider  ${issuer}
  Sandbox control    ${controlUrl}
  Data               ${folder} (delete it to begin anew)

Without a login:
  curl ${apiUrl}/v1/packages

As somebody (see the list below):
  TOKEN=$(curl -s ${issuer}/sandbox/tokens/founder-zhong)
  curl -H "authorization: Bearer $TOKEN" ${apiUrl}/v1/cases

Everybody here is invented:
${logins("residents", (roles) => roles.includes("resident"))}
${logins("staff", (roles) => !roles.includes("resident"))}
`;

const width = 112;

const logins = (title: string, fits: (roles: readonly string[]) => boolean): string => {
  const lines = [`  ${title}:`];
  for (const { login, roles } of inhabitants) {
    if (!fits(roles)) continue;
    const last = lines.at(-1) as string;
    if (last.length + login.length + 1 > width) lines.push(`    ${login}`);
    else lines[lines.length - 1] = `${last} ${login}`;
  }
  return lines.join("\n");
};

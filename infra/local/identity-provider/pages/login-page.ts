import type { Language } from "../../../../shared/kernel/text.ts";
import { inhabitants } from "../../sandbox/population/people.ts";
import type { Inhabitant } from "../../sandbox/population/person.ts";
import { escapeHtml, page } from "./page.ts";

const words = {
  zh: {
    title: "您是哪一位？",
    intro: "这里的人都是虚构的。请选择您要扮演的人，无需密码。",
    staff: "税务人员",
    people: "纳税人",
    levels: { 1: "已注册", 2: "已核验证件", 3: "已核验人脸" },
  },
  en: {
    title: "Who are you?",
    intro: "Everybody here is invented. Choose who you are; there is no password.",
    staff: "Tax office staff",
    people: "Taxpayers",
    levels: { 1: "registered", 2: "document checked", 3: "face checked" },
  },
} as const;

/** The sandbox's login: no password, only the choice of who one is. Staff come first at the console. */
export const loginPage = (uid: string, language: Language, isForStaff: boolean): string => {
  const { title, intro, staff, people } = words[language];
  const isStaff = ({ roles }: Inhabitant): boolean => !roles.includes("resident");
  const groups = [
    group(staff, inhabitants.filter(isStaff), language),
    group(
      people,
      inhabitants.filter((person) => !isStaff(person)),
      language,
    ),
  ];
  return page({
    language,
    title,
    main: `<p>${intro}</p>
<form method="post" action="/login/${encodeURIComponent(uid)}">
${(isForStaff ? groups : groups.toReversed()).join("\n")}
</form>`,
  });
};

const group = (title: string, members: readonly Inhabitant[], language: Language): string =>
  `<h2>${title}</h2>\n<ul>\n${members.map((person) => button(person, language)).join("\n")}\n</ul>`;

const button = ({ login, name, roles, realNameLevel }: Inhabitant, language: Language): string => {
  const standing = roles.includes("resident") ? words[language].levels[realNameLevel] : roles.join(", ");
  return `<li><button name="login" value="${login}"><span lang="zh-CN">${escapeHtml(name)}</span> <small>${login} · ${standing}</small></button></li>`;
};

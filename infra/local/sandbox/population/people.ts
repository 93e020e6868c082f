import { type CrowdLogin, crowd } from "./crowd.ts";
import { newcomerPeople } from "./newcomer-people.ts";
import { type Inhabitant, inhabitant } from "./person.ts";
import { streetPeople } from "./street-people.ts";

/**
 * Everybody in the sandbox, shared by all its authorities and by the identity provider. All invented: given names begin
 * with 例 ("example"), identity numbers have a district code that does not exist.
 */
const named = {
  // --- Companies and shops
  /** Legal representative of the plain small company. */
  "founder-zhong": inhabitant({ login: "founder-zhong", name: "钟例新", birthday: "1986-03-12", sex: "f", serial: 1 }),
  /** Finance head and tax handler of the plain small company. */
  "accountant-bei": inhabitant({
    login: "accountant-bei",
    name: "贝例算",
    birthday: "1990-07-21",
    sex: "m",
    serial: 2,
  }),
  /** Sole proprietor of a noodle shop. */
  "owner-long": inhabitant({ login: "owner-long", name: "龙例螺", birthday: "1978-11-05", sex: "m", serial: 3 }),
  /** Owner of a building company. */
  "builder-gan": inhabitant({ login: "builder-gan", name: "甘例筑", birthday: "1981-01-30", sex: "m", serial: 4 }),
  /** Legal representative who is tied to an abnormal household. */
  "founder-tao": inhabitant({ login: "founder-tao", name: "陶例异", birthday: "1975-09-09", sex: "m", serial: 5 }),
  /** Has registered, but never passed a face check. */
  "founder-yu": inhabitant({
    login: "founder-yu",
    name: "于例面",
    birthday: "1994-04-18",
    sex: "f",
    serial: 6,
    realNameLevel: 2,
  }),
  /** Founder who comes with a foreign passport. */
  "founder-smith": inhabitant({
    login: "founder-smith",
    name: "SMITH EXAMPLE",
    birthday: "1983-02-14",
    sex: "m",
    serial: 7,
    idType: "passport",
    idNumber: "X0000007",
    realNameLevel: 2,
  }),
  ...newcomerPeople,

  // --- Plain sale: a couple sells their only home, a couple buys their first
  "seller-wei": inhabitant({ login: "seller-wei", name: "韦例安", birthday: "1969-05-17", sex: "m", serial: 11 }),
  "seller-qin": inhabitant({ login: "seller-qin", name: "覃例宁", birthday: "1971-08-02", sex: "f", serial: 12 }),
  "buyer-huang": inhabitant({ login: "buyer-huang", name: "黄例明", birthday: "1991-10-23", sex: "m", serial: 13 }),
  "buyer-liang": inhabitant({ login: "buyer-liang", name: "梁例月", birthday: "1993-12-01", sex: "f", serial: 14 }),

  // --- Sold again within two years: one seller, one buyer, neither ever married
  "seller-mo": inhabitant({ login: "seller-mo", name: "莫例迁", birthday: "1988-02-28", sex: "f", serial: 21 }),
  "buyer-lu": inhabitant({ login: "buyer-lu", name: "陆例初", birthday: "1996-09-15", sex: "m", serial: 22 }),

  // --- Sellers with two homes in Guangxi, buyers with a child and one home in the city
  "seller-tan": inhabitant({ login: "seller-tan", name: "谭例双", birthday: "1973-03-03", sex: "m", serial: 31 }),
  "seller-luo": inhabitant({ login: "seller-luo", name: "罗例对", birthday: "1974-06-16", sex: "f", serial: 32 }),
  "buyer-lan": inhabitant({ login: "buyer-lan", name: "蓝例阔", birthday: "1980-01-20", sex: "m", serial: 33 }),
  "buyer-shi": inhabitant({ login: "buyer-shi", name: "石例堂", birthday: "1982-04-04", sex: "f", serial: 34 }),
  "child-lan": inhabitant({
    login: "child-lan",
    name: "蓝例苗",
    birthday: "2019-06-01",
    sex: "f",
    serial: 35,
    realNameLevel: 1,
  }),

  // --- The register names an owner whom the contract does not
  "seller-he": inhabitant({ login: "seller-he", name: "何例歧", birthday: "1966-07-07", sex: "m", serial: 41 }),
  "owner-deng": inhabitant({ login: "owner-deng", name: "邓例缺", birthday: "1968-10-10", sex: "f", serial: 42 }),
  "buyer-feng": inhabitant({ login: "buyer-feng", name: "冯例等", birthday: "1989-05-25", sex: "f", serial: 43 }),

  // --- A seller whose wife is not a party
  "seller-su": inhabitant({ login: "seller-su", name: "苏例独", birthday: "1977-12-12", sex: "m", serial: 51 }),
  "spouse-nong": inhabitant({ login: "spouse-nong", name: "农例远", birthday: "1979-02-02", sex: "f", serial: 52 }),
  "buyer-ou": inhabitant({ login: "buyer-ou", name: "欧例候", birthday: "1992-08-08", sex: "m", serial: 53 }),

  // --- A divorced seller; a buyer who married abroad and has no record here
  "seller-pan": inhabitant({ login: "seller-pan", name: "潘例离", birthday: "1970-01-15", sex: "f", serial: 61 }),
  "buyer-xie": inhabitant({ login: "buyer-xie", name: "谢例归", birthday: "1985-11-11", sex: "m", serial: 62 }),
  "divorced-ning": inhabitant({ login: "divorced-ning", name: "宁例别", birthday: "1968-04-04", sex: "m", serial: 63 }),

  ...streetPeople,

  // --- Staff
  /** Works at the desk that decides what machines may not. */
  "officer-lin": inhabitant({
    login: "officer-lin",
    name: "林例窗",
    birthday: "1984-06-06",
    sex: "f",
    serial: 91,
    roles: ["officer"],
    office: "liuzhou",
  }),
  /** Supervises the desk. */
  "supervisor-qiu": inhabitant({
    login: "supervisor-qiu",
    name: "邱例督",
    birthday: "1972-10-01",
    sex: "m",
    serial: 92,
    roles: ["officer", "supervisor"],
    office: "liuzhou",
  }),
  /** Answers the telephone of 12366, for any office. */
  "hotline-ban": inhabitant({
    login: "hotline-ban",
    name: "班例答",
    birthday: "1995-05-05",
    sex: "f",
    serial: 93,
    roles: ["hotline"],
    office: "guangxi",
  }),
  /** Looks at figures and records of access, never at cases. */
  "auditor-yan": inhabitant({
    login: "auditor-yan",
    name: "严例审",
    birthday: "1976-11-30",
    sex: "f",
    serial: 94,
    roles: ["auditor"],
    office: "liuzhou",
  }),
  /** An officer of another office. */
  "officer-mei": inhabitant({
    login: "officer-mei",
    name: "梅例邻",
    birthday: "1987-08-18",
    sex: "f",
    serial: 95,
    roles: ["officer"],
    office: "guilin",
  }),
} as const satisfies Record<string, Inhabitant>;

export type Login = keyof typeof named | CrowdLogin;

export const people: Readonly<Record<Login, Inhabitant>> = { ...crowd, ...named };

/** Those who have a story of their own; the crowd only comes in numbers. */
export const inhabitants: readonly Inhabitant[] = Object.values(named);

/** @throws Error for a number beyond the crowd */
export const personOf = (login: Login): Inhabitant => {
  const person = people[login];
  if (!person) throw new Error(`nobody has the login ${login}`);
  return person;
};

/** What an authority writes of a person in its records. */
export const nameAndNumber = (login: Login) => {
  const { name, idType, idNumber } = personOf(login);
  return { name, idType, idNumber };
};

import { type Inhabitant, inhabitant } from "./person.ts";

/** People of the seeded companies besides those of `people.ts`. */
export const newcomerPeople = {
  /** Legal representative of the company whose licence record is incomplete. */
  "founder-min": inhabitant({ login: "founder-min", name: "闵例缺", birthday: "1987-05-09", sex: "f", serial: 101 }),
  /** Legal representative of the company without an account. */
  "founder-kang": inhabitant({ login: "founder-kang", name: "康例户", birthday: "1992-02-11", sex: "m", serial: 102 }),
  /** Legal representative of the company whose account bears another name. */
  "founder-ren": inhabitant({ login: "founder-ren", name: "任例名", birthday: "1979-08-23", sex: "m", serial: 103 }),
  /** Manages a branch in the city of its head office. */
  "manager-jin": inhabitant({ login: "manager-jin", name: "金例近", birthday: "1985-12-30", sex: "f", serial: 104 }),
  /** Manages a branch of a head office elsewhere. */
  "manager-yin": inhabitant({ login: "manager-yin", name: "尹例远", birthday: "1983-07-14", sex: "m", serial: 105 }),
  /** Heads a cooperative. */
  "chair-wen": inhabitant({ login: "chair-wen", name: "温例社", birthday: "1970-04-02", sex: "f", serial: 106 }),
  /** Resident legal representative of a foreign-invested company. */
  "director-lai": inhabitant({ login: "director-lai", name: "赖例资", birthday: "1976-01-27", sex: "m", serial: 107 }),
  /** Owner of a petrol station. */
  "owner-you": inhabitant({ login: "owner-you", name: "尤例油", birthday: "1980-10-18", sex: "m", serial: 108 }),
  /** Legal representative of a company that is registered already. */
  "founder-jiu": inhabitant({ login: "founder-jiu", name: "居例旧", birthday: "1974-06-25", sex: "f", serial: 109 }),
  /** Legal representative of a brewery, which owes consumption tax. */
  "brewer-mi": inhabitant({ login: "brewer-mi", name: "米例酿", birthday: "1982-09-03", sex: "m", serial: 110 }),
} as const satisfies Record<string, Inhabitant>;

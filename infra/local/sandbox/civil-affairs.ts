import type { SandboxAuthority, SeedRecord } from "./authority.ts";
import { answer, loginOf, PersonsAsked, queryDesk } from "./desk.ts";
import type { Marriage } from "./population/housing/records.ts";
import { housingRecords } from "./population/housing/stories.ts";
import { type Login, nameAndNumber } from "./population/people.ts";

const stateOf = ({ since, ended, couple }: Marriage, person: Login) => {
  const spouse = couple.find((login) => login !== person) ?? person;
  if (ended) return { state: ended.by === "divorce" ? "divorced" : "widowed", since: ended.on };
  return { state: "married", since, spouse: nameAndNumber(spouse) };
};

/** The marriage register. It keeps one state per person, and says so when it knows nothing of somebody. */
export const civilAffairs: SandboxAuthority = {
  id: "civil-affairs",
  seed: (today): SeedRecord[] => {
    const { marriages, neverMarried } = housingRecords(today);
    return [
      ...neverMarried.map((login) => ({ kind: "marriage", key: login, record: { state: "never-registered" } })),
      ...marriages.flatMap((marriage) =>
        marriage.couple.map((login) => ({ kind: "marriage", key: login, record: stateOf(marriage, login) })),
      ),
    ];
  },
  desks: {
    marriages: queryDesk(
      PersonsAsked,
      ({ persons }, office) =>
        answer({
          records: persons.map((person) => {
            const login = loginOf(person);
            const record = login && office.read<Record<string, unknown>>("marriage", login);
            return { idType: person.idType, idNumber: person.idNumber, ...(record ?? { state: "not-found" }) };
          }),
        }),
      // The first person's record does not fit the other's: what one says of a marriage, the other denies.
      {
        contradicting: (body) => ({
          records: (body.records as Record<string, unknown>[]).map((record, index) =>
            index === 0
              ? { idType: record.idType, idNumber: record.idNumber, state: "divorced", since: "2020-02-20" }
              : record,
          ),
        }),
      },
    ),
  },
};

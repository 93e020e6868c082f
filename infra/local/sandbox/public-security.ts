import type { SandboxAuthority } from "./authority.ts";
import { answer, loginOf, PersonsAsked, queryDesk } from "./desk.ts";
import { housingRecords } from "./population/housing/stories.ts";
import { type Login, nameAndNumber, people, personOf } from "./population/people.ts";

interface Household {
  readonly child: Login;
  readonly parents: readonly Login[];
}

/** Household and identity records of the police. */
export const publicSecurity: SandboxAuthority = {
  id: "public-security",
  seed: (today) => [
    ...housingRecords(today).children.map((record) => ({ kind: "child", key: record.child, record })),
    ...(Object.keys(people) as Login[]).map((login) => ({
      kind: "face-check",
      key: login,
      record: { isPassed: personOf(login).realNameLevel === 3 },
    })),
  ],
  desks: {
    household: queryDesk(PersonsAsked, ({ persons }, office) => {
      const eighteenYearsAgo = `${Number(office.today.slice(0, 4)) - 18}${office.today.slice(4)}`;
      return answer({
        persons: persons.map((person) => {
          const parent = loginOf(person);
          return {
            idType: person.idType,
            idNumber: person.idNumber,
            minorChildren: office
              .list<Household>("child")
              .filter(({ parents }) => parent !== undefined && parents.includes(parent))
              .map(({ child }) => ({ ...nameAndNumber(child), birthDate: personOf(child).birthday }))
              .filter(({ birthDate }) => birthDate > eighteenYearsAgo),
          };
        }),
      });
    }),
    "verify-identities": queryDesk(PersonsAsked, ({ persons }, office) =>
      answer({
        persons: persons.map((person) => {
          const login = loginOf(person);
          const check = login && office.read<{ isPassed: boolean }>("face-check", login);
          return {
            idType: person.idType,
            idNumber: person.idNumber,
            isVerified: check?.isPassed === true,
            ...(check?.isPassed === true && { verifiedOn: office.today }),
          };
        }),
      }),
    ),
  },
};

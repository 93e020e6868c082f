import { z } from "zod";
import type { SandboxAuthority } from "./authority.ts";
import {
  actDesk,
  answer,
  isSamePerson,
  liesIn,
  PersonsInDivisionsAsked,
  queryDesk,
  recordOrNotFound,
  withShares,
} from "./desk.ts";
import type { Unit } from "./population/housing/records.ts";
import { housingRecords } from "./population/housing/stories.ts";

/** A unit as the register keeps it, under its number. */
export const registered = ({ owners, ...unit }: Unit) => ({
  acquisition: { mode: "purchase" },
  restrictions: [],
  ...unit,
  division: unit.unitNumber.slice(0, 6),
  owners: withShares(owners),
});

type RegisteredUnit = ReturnType<typeof registered>;

const Transfer = z.looseObject({ contractNumber: z.string(), unitNumber: z.string() });

/** The real-estate register: who owns what, since when, under which burdens. */
export const propertyRegistry: SandboxAuthority = {
  id: "property-registry",
  seed: (today) =>
    housingRecords(today).units.map((unit) => ({ kind: "unit", key: unit.unitNumber, record: registered(unit) })),
  desks: {
    unit: queryDesk(
      z.looseObject({ unitNumber: z.string() }),
      ({ unitNumber }, office) => recordOrNotFound(office.read<RegisteredUnit>("unit", unitNumber)),
      // Says that it belongs to somebody whom no contract names.
      {
        contradicting: (unit) => ({
          ...unit,
          owners: [{ name: "例外人", idType: "resident-id", idNumber: "450299196001010011", share: "1" }],
        }),
      },
    ),
    "tax-cleared": actDesk(Transfer, ({ contractNumber }, office) => {
      const acknowledgement = office.number("例不动产税");
      office.write("clearance", contractNumber, { acknowledgement });
      return answer({ acknowledgement, receivedOn: office.today });
    }),
    registration: actDesk(Transfer, ({ contractNumber, unitNumber }, office) => {
      if (!office.read("clearance", contractNumber)) {
        return {
          kind: "refusal",
          code: "taxes-open",
          zh: "未查询到完税信息",
          en: "The taxes are not known to be settled",
        };
      }
      const unit = office.read<RegisteredUnit>("unit", unitNumber);
      if (unit?.restrictions.some((restriction) => restriction === "seizure")) {
        return {
          kind: "refusal",
          code: "seized",
          zh: "房屋已查封,不予办理转移登记",
          en: "The home is seized: it cannot be transferred",
        };
      }
      // A story's turn: buyer and seller have taken their contract back before it is registered.
      if (office.read("contract-taken-back", contractNumber)) {
        const later = { result: "cancelled", cancelledOn: office.today };
        return { kind: "pending", later, afterMilliseconds: 1000 };
      }
      const certificateNumber = office.number("例不动产权");
      return {
        kind: "pending",
        later: { result: "registered", certificateNumber, registeredOn: office.today },
        afterMilliseconds: 1000,
      };
    }),
    homes: queryDesk(PersonsInDivisionsAsked, ({ persons, divisions }, office) => {
      const units = office.list<RegisteredUnit>("unit");
      return answer({
        persons: persons.map((person) => ({
          idType: person.idType,
          idNumber: person.idNumber,
          homes: units
            .filter(({ division }) => divisions.some((area) => liesIn(division, area)))
            .filter(({ use, owners }) => use === "housing" && owners.some((owner) => isSamePerson(owner, person)))
            .map(({ unitNumber, division, use }) => ({ unitNumber, division, use })),
        })),
      });
    }),
  },
};

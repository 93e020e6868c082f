import { z } from "zod";
import type { SandboxAuthority } from "./authority.ts";
import {
  answer,
  isSamePerson,
  liesIn,
  PersonsInDivisionsAsked,
  queryDesk,
  recordOrNotFound,
  withShares,
} from "./desk.ts";
import type { Contract } from "./population/housing/records.ts";
import { housingRecords } from "./population/housing/stories.ts";
import { nameAndNumber } from "./population/people.ts";

/** A contract as the housing department keeps it, under its number. */
export const kept = ({ sellers, buyers, ...contract }: Contract) => ({
  status: "signed",
  ...contract,
  sellers: withShares(sellers),
  buyers: withShares(buyers),
});

interface KeptPresale {
  readonly unitNumber: string;
  readonly buyers: readonly { readonly idType: string; readonly idNumber: string }[];
}

/** The housing department: contracts of sale signed online, of existing homes and off-plan. */
export const housingContracts: SandboxAuthority = {
  id: "housing-contracts",
  seed: (today) => {
    const { contracts, presales } = housingRecords(today);
    return [
      ...contracts.map((contract) => ({ kind: "contract", key: contract.contractNumber, record: kept(contract) })),
      ...presales.map(({ unitNumber, buyers }) => ({
        kind: "presale",
        key: unitNumber,
        record: { unitNumber, buyers: buyers.map(nameAndNumber) },
      })),
    ];
  },
  desks: {
    contract: queryDesk(z.looseObject({ contractNumber: z.string() }), ({ contractNumber }, office) =>
      recordOrNotFound(office.read("contract", contractNumber)),
    ),
    "presale-homes": queryDesk(PersonsInDivisionsAsked, ({ persons, divisions }, office) => {
      const presales = office
        .list<KeptPresale>("presale")
        .filter(({ unitNumber }) => divisions.some((area) => liesIn(unitNumber.slice(0, 6), area)));
      return answer({
        persons: persons.map((person) => ({
          idType: person.idType,
          idNumber: person.idNumber,
          homes: presales
            .filter(({ buyers }) => buyers.some((buyer) => isSamePerson(buyer, person)))
            .map(({ unitNumber }) => ({ unitNumber, division: unitNumber.slice(0, 6), use: "housing" })),
        })),
      });
    }),
  },
};

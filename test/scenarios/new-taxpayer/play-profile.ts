import { accountOf } from "../../../infra/local/sandbox/bank.ts";
import { desks } from "../../../infra/local/sandbox/desks.ts";
import { type Company, companies } from "../../../infra/local/sandbox/population/companies.ts";
import type { Case } from "../../../shared/cases/case.ts";
import { newcomerTown, type Town } from "../../packages/new-taxpayer/newcomer-town.ts";
import { kinds } from "./kinds.ts";
import { limits } from "./limits.ts";
import type { Profile } from "./profile.ts";
import { simplifiedItems } from "./simplified-items.ts";

export const profiles = [...kinds, ...limits, ...simplifiedItems];

const seeded = (authority: string, kind: string, key: string, today: string): Record<string, unknown> => {
  const records = desks.filter(({ id }) => id === authority).flatMap((desk) => desk.seed?.(today) ?? []);
  const found = records.find((each) => each.kind === kind && each.key === key);
  return (found?.record ?? {}) as Record<string, unknown>;
};

const arrange = (town: Town, { company, licence, account, hasDevice }: Profile, today: string) => {
  const { creditCode } = companies[company];
  if (licence) {
    const record = { ...seeded("market-regulation", "licence", creditCode, today), ...licence };
    town.change("market-regulation", { kind: "licence", key: creditCode, record });
  }
  if (account) {
    const record = { ...accountOf(companies[company] as Company, today), ...account };
    town.change("bank", { kind: "account", key: creditCode, record });
  }
  if (hasDevice) town.change("core-tax", { kind: "device", key: creditCode, record: { deviceNumber: "EX-DEVICE" } });
};

/** Plays a profile up to the applicant's confirmation, in a town of its own. */
export const playProfile = async (profile: Profile): Promise<{ readonly town: Town; readonly confirmed: Case }> => {
  const today = profile.on ?? "2026-11-23";
  const town = newcomerTown(today);
  arrange(town, profile, today);
  const opened = await town.open(profile.company);
  if (profile.company === "already-registered") return { town, confirmed: opened };
  const applicant = companies[profile.company].legalRepresentative;
  return { town, confirmed: await town.answer(opened, "confirm-form", applicant, profile.wishes ?? {}) };
};

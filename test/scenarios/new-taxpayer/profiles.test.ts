import { describe, expect, test } from "vitest";
import { accountOf } from "../../../infra/local/sandbox/bank.ts";
import { desks } from "../../../infra/local/sandbox/desks.ts";
import { type Company, companies } from "../../../infra/local/sandbox/population/companies.ts";
import { newcomerTown, type Town } from "../../packages/new-taxpayer/newcomer-town.ts";
import { finish, standingsOf } from "../../packages/new-taxpayer/standings.ts";
import { kinds } from "./kinds.ts";
import { limits } from "./limits.ts";
import type { Profile } from "./profile.ts";
import { simplifiedItems } from "./simplified-items.ts";

const profiles = [...kinds, ...limits, ...simplifiedItems];

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

test("there are more than forty profiles, each once", () => {
  expect(new Set(profiles.map(({ profile }) => profile)).size).toBe(profiles.length);
  expect(profiles.length).toBeGreaterThanOrEqual(40);
});

describe.each(profiles)("$profile", (profile) => {
  const today = profile.on ?? "2026-11-23";
  const applicant = companies[profile.company].legalRepresentative;

  const confirmed = async (town: Town) => {
    arrange(town, profile, today);
    const opened = await town.open(profile.company);
    if (profile.company === "already-registered") return opened;
    return town.answer(opened, "confirm-form", applicant, profile.wishes ?? {});
  };

  test(`${profile.tasks} - ${profile.why}`, async () => {
    const town = newcomerTown(today);
    expect(standingsOf(await confirmed(town))).toBe(profile.tasks);
    expect(town.faults).toEqual([]);
  });

  test("everything that waits is done once its people have done their part", async () => {
    const town = newcomerTown(today);
    const ended = await finish(town, await confirmed(town), applicant);
    expect(standingsOf(ended)).toBe(profile.tasks.replaceAll(/[OTBotb]/g, "A"));
    expect(ended.status).not.toBe("open");
    expect(ended.due).toBeUndefined();
  });
});

import { describe, expect, test } from "vitest";
import { companies } from "../../../infra/local/sandbox/population/companies.ts";
import { finish, standingsOf } from "../../packages/new-taxpayer/standings.ts";
import { playProfile, profiles } from "./play-profile.ts";

test("there are more than forty profiles, each once", () => {
  expect(new Set(profiles.map(({ profile }) => profile)).size).toBe(profiles.length);
  expect(profiles.length).toBeGreaterThanOrEqual(40);
});

describe.each(profiles)("$profile", (profile) => {
  test(`${profile.tasks} - ${profile.why}`, async () => {
    const { town, confirmed } = await playProfile(profile);
    expect(standingsOf(confirmed)).toBe(profile.tasks);
    expect(town.faults).toEqual([]);
  });

  test("everything that waits is done once its people have done their part", async () => {
    const { town, confirmed } = await playProfile(profile);
    const ended = await finish(town, confirmed, companies[profile.company].legalRepresentative);
    expect(standingsOf(ended)).toBe(profile.tasks.replaceAll(/[OTBotb]/g, "A"));
    expect(ended.status).not.toBe("open");
    expect(ended.due).toBeUndefined();
  });
});

import { general, ordinary, type Profile, paper, simplified, special } from "./profile.ts";

const company = "plain-company";
const building = "building-company";

/** The simplified method by item and date, and the building company that needs almost every task. */
export const simplifiedItems: readonly Profile[] = [
  //                                                           1 2 3 4 5 6 7 8 9 10 11 12 13 14 15
  // --- Building company: simplified method by item and date (MOF STA Announcement [2026] No. 10)
  {
    profile: "building, labour-only, paper",
    company: building,
    wishes: { ...simplified("construction-labour-only"), ...paper(special(25, 100_000), ordinary(50, 100_000)) },
    tasks: "A A A A A A A A A - A A A A A",
    why: "fourteen of the fifteen tasks",
  },
  {
    profile: "building, ordinary paper only",
    company: building,
    wishes: { ...general, ...paper(ordinary(50, 100_000)) },
    tasks: "A A A A A A A A - - A A - A A",
    why: "12 need not follow 8 without special invoices",
  },
  {
    profile: "old project begun on 2016-04-30",
    company: building,
    wishes: simplified("construction-old-project", { contractBegunOn: "2016-04-30" }),
    tasks: "A A A A A A A A A - A - A - -",
    why: "the last day of old projects",
  },
  {
    profile: "old project begun on 2016-05-01",
    company: building,
    wishes: simplified("construction-old-project", { contractBegunOn: "2016-05-01" }),
    tasks: "A A A A A A A A R - A - A - -",
    why: "one day late",
  },
  {
    profile: "old project without its date",
    company: building,
    wishes: simplified("construction-old-project"),
    tasks: "A A A A A A A A R - A - A - -",
    why: "the day decides, so it must be said",
  },
  {
    profile: "employer-supplied, 2025-12-31",
    company: building,
    on: "2025-12-31",
    wishes: simplified("construction-employer-supplied"),
    tasks: "A A A A A A A A A - A - A - -",
    why: "the last day of a new election",
  },
  {
    profile: "employer-supplied, 2026-01-01",
    company: building,
    on: "2026-01-01",
    wishes: simplified("construction-employer-supplied"),
    tasks: "A A A A A A A A R - A - A - -",
    why: "stopped; only projects that use it go on",
  },
  {
    profile: "labour-only, 2027-12-31",
    company: building,
    on: "2027-12-31",
    wishes: simplified("construction-labour-only"),
    tasks: "A A A A A A A A A - A - A - -",
    why: "the last day of the announcement",
  },
  {
    profile: "labour-only, 2028-01-01",
    company: building,
    on: "2028-01-01",
    wishes: simplified("construction-labour-only"),
    tasks: "A A A A A A A A O - A - A - -",
    why: "no law of that day is known: an officer judges, the machine does not guess",
  },
  {
    profile: "simplified method of a small-scale taxpayer",
    company: building,
    wishes: { simplifiedMethodWish: { item: "construction-labour-only" } },
    tasks: "A A A A A A A - R - A - A - -",
    why: "the applicant must be general",
  },
  {
    profile: "simplified method of another industry",
    company,
    wishes: simplified("construction-labour-only"),
    tasks: "A A A A A A A A R - A - A - -",
    why: "a software company builds nothing",
  },
  {
    profile: "simplified until a day short of 36 months",
    company: building,
    wishes: simplified("construction-labour-only", { from: "2026-11-01", until: "2029-10-30" }),
    tasks: "A A A A A A A A R - A - A - -",
    why: "36 months end on 2029-10-31",
  },
  {
    profile: "simplified for 36 months",
    company: building,
    wishes: simplified("construction-labour-only", { from: "2026-11-01", until: "2029-10-31" }),
    tasks: "A A A A A A A A A - A - A - -",
    why: "exactly the lock",
  },
  {
    profile: "tap water, 2025-12-31",
    company,
    on: "2025-12-31",
    licence: { industryCode: "4610" },
    wishes: simplified("tap-water"),
    tasks: "A A A A A A A A A - A - A - -",
    why: "an item of the old list",
  },
  {
    profile: "tap water, 2026-01-01",
    company,
    on: "2026-01-01",
    licence: { industryCode: "4610" },
    wishes: simplified("tap-water"),
    tasks: "A A A A A A A A O - A - A - -",
    why: "whether the old list survives was not read: an officer judges",
  },
];

import { general, ordinary, type Profile, paper, quota, special } from "./profile.ts";

const company = "plain-company";

/** Both sides of every limit and date, in both regimes. */
export const limits: readonly Profile[] = [
  //                                                           1 2 3 4 5 6 7 8 9 10 11 12 13 14 15
  // --- General status: above 5,000,000 in twelve months (STA Announcement [2026] No. 2)
  {
    profile: "sales of exactly 5,000,000",
    company,
    wishes: { salesSoFar: "5000000.00" },
    tasks: "A A A A A A A - - - A - A - -",
    why: "the standard must be exceeded",
  },
  {
    profile: "sales of 5,000,000.01",
    company,
    wishes: { salesSoFar: "5000000.01" },
    tasks: "A A A A A A A A - - A - A - -",
    why: "above the standard: a duty",
  },
  // --- Digital quota: 100,000 small-scale, 7,500,000 general (parameters)
  {
    profile: "small-scale, quota of 100,000",
    company,
    wishes: quota(100_000),
    tasks: "A A A A A A A - - - A - A - -",
    why: "the first quota itself",
  },
  {
    profile: "small-scale, quota of 100,000.01",
    company,
    wishes: quota(100_000.01),
    tasks: "A A A A A A A - - - A - O - -",
    why: "above the first quota an officer decides",
  },
  {
    profile: "general, quota of 7,500,000",
    company,
    wishes: { ...general, ...quota(7_500_000) },
    tasks: "A A A A A A A A - - A - A - -",
    why: "the first quota itself",
  },
  {
    profile: "general, quota of 7,500,000.01",
    company,
    wishes: { ...general, ...quota(7_500_000.01) },
    tasks: "A A A A A A A A - - A - O - -",
    why: "above the first quota an officer decides",
  },
  // --- Paper: special 25 of 100,000, ordinary 50 of 100,000 (STA Announcement [2018] No. 29)
  {
    profile: "ordinary: 50 of 100,000",
    company,
    hasDevice: true,
    wishes: paper(ordinary(50, 100_000)),
    tasks: "A A A A A A A - - - A A - A A",
    why: "within the first limits; no special invoices, so no 13",
  },
  {
    profile: "ordinary: 51",
    company,
    hasDevice: true,
    wishes: paper(ordinary(51, 100_000)),
    tasks: "A A A A A A A - - - A O - o o",
    why: "one more than the first limit",
  },
  {
    profile: "ordinary: of 100,000.01",
    company,
    hasDevice: true,
    wishes: paper(ordinary(50, 100_000.01)),
    tasks: "A A A A A A A - - - A O - o o",
    why: "above the first limit",
  },
  {
    profile: "special, small-scale: 25 of 100,000",
    company,
    hasDevice: true,
    wishes: paper(special(25, 100_000)),
    tasks: "A A A A A A A - - - A A A A A",
    why: "within the first limits; 100,000 itself is within",
  },
  {
    profile: "special: 26",
    company,
    hasDevice: true,
    wishes: paper(special(26, 100_000)),
    tasks: "A A A A A A A - - - A O o o o",
    why: "the number is 12's, and 13 follows 12",
  },
  {
    profile: "special: of 100,000.01",
    company,
    hasDevice: true,
    wishes: paper(special(25, 100_000.01)),
    tasks: "A A A A A A A - - - A A O o o",
    why: "the amount is an administrative licence, 13",
  },
  {
    profile: "special: 26 of 100,000.01",
    company,
    hasDevice: true,
    wishes: paper(special(26, 100_000.01)),
    tasks: "A A A A A A A - - - A O o o o",
    why: "first 12, then 13",
  },
  {
    profile: "paper without a device",
    company,
    wishes: paper(ordinary(10, 10_000)),
    tasks: "A A A A A A A - - - A A - T t",
    why: "the device is the taxpayer's to fetch",
  },
  {
    profile: "paper to be fetched at the counter",
    company,
    hasDevice: true,
    wishes: { paperInvoiceWish: { lines: [ordinary(10, 10_000)], delivery: "counter" } },
    tasks: "A A A A A A A - - - A A - A T",
    why: "the taxpayer collects",
  },
  // --- Regimes by date: digital from 2024-12-01
  {
    profile: "2024-11-30, no paper asked",
    company,
    on: "2024-11-30",
    tasks: "A A A A A A A - - - A - - - -",
    why: "the last day of the tax-control regime: invoices only on request",
  },
  {
    profile: "2024-11-30, special invoices",
    company,
    on: "2024-11-30",
    hasDevice: true,
    wishes: { ...general, ...paper(special(25, 100_000)) },
    tasks: "A A A A A A A A - - A A A A A",
    why: "tax-control with all its tasks; 12 follows 8",
  },
  {
    profile: "2024-12-01",
    company,
    on: "2024-12-01",
    tasks: "A A A A A A A - - - A - A - -",
    why: "the first day of digital invoices for everybody",
  },
];

import { eachOf, type Fake } from "./fake.ts";

export const civilAffairs: Fake = (records) => ({
  "civil-affairs/marriages": (asked: never) => ({
    records: eachOf(asked, { state: records().spouse ? "widowed" : "never-registered", since: "2020-01-01" }),
  }),
});

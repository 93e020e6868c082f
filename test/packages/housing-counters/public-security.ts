import { eachOf, type Fake } from "./fake.ts";

export const publicSecurity: Fake = () => ({
  "public-security/household": (asked: never) => ({ persons: eachOf(asked, { minorChildren: [] }) }),
});

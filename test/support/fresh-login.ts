import type { Instant } from "../../shared/kernel/instant.ts";
import type { Login } from "../../shared/people/authentication.ts";

/** With a second factor, and fresh whatever a test's clock says. */
export const freshLogin: Login = { hasSecondFactor: true, at: "9999-12-31T23:59:59.000Z" as Instant };

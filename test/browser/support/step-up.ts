import type { Page } from "playwright-core";
import { describeProblem } from "../../../shared/api/problems.ts";

/** The next change is refused as it would be a quarter of an hour after the log-in: with the demand for a new second factor. */
export const demandSecondFactorOnce = async (page: Page): Promise<void> => {
  let isDemanded = false;
  await page.route(
    (url) => /\/v1\/cases\/.+/.test(url.pathname),
    (route) => {
      if (isDemanded || route.request().method() !== "POST") return route.fallback();
      isDemanded = true;
      return route.fulfill({
        status: 401,
        contentType: "application/problem+json",
        body: JSON.stringify(
          describeProblem("step-up-required", "zh", {
            data: { stepUp: { acr: "urn:one-window:acr:two-factor", maxAgeSeconds: 0 } },
          }),
        ),
      });
    },
  );
};

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const standard = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds against WCAG 2.2 AA on a page as it stands: which rule, and where. */
export const findingsOf = async (page: Page): Promise<readonly string[]> => {
  // "Legacy" asks for no second page to put frames together; ours have none, and each look takes half the time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(standard).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(" ")}`));
};

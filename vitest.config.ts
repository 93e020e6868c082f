import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Both cores are shared with the hosts that some tests start; more workers only make them wait for each other.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: "product", include: ["test/**/*.test.ts"], exclude: ["test/browser/**"] },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          // One world and one browser for all of them.
          globalSetup: "test/browser/support/global-setup.ts",
        },
      },
    ],
  },
});

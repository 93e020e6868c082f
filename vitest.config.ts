import { defineConfig } from "vitest/config";
import { compileCacheFolder } from "./infra/local/compile-cache.ts";

// For the workers, and for every process that a test starts.
process.env.NODE_COMPILE_CACHE ??= compileCacheFolder;

export default defineConfig({
  test: {
    // Both cores are shared with the hosts that some tests start; more workers only make them wait for each other.
    maxWorkers: 2,
    // Whatever comes by stream, bus, timer or process is waited for, on a machine several times slower than the one it was
    // written on, too. A limit is only there to end what would never end.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
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

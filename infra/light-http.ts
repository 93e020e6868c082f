import http from "node:http";
import type { Plugin } from "esbuild";

/**
 * Gives bundles `node:http` without what it drags along. To import it as an ES module, node reads every property of it once,
 * and three of them (`WebSocket`, `CloseEvent`, `MessageEvent`) load the whole of undici when they are read: a fifth of a
 * cold start (measured), for classes that nobody here uses.
 */
export const lightHttp: Plugin = {
  name: "light-http",
  setup(build) {
    build.onResolve({ filter: /^(node:)?http$/ }, () => ({ path: "node:http", namespace, sideEffects: false }));
    build.onLoad({ filter: /./, namespace }, () => ({
      contents: `const http = process.getBuiltinModule("node:http");
        export default http;
        export const { ${plainNames.join(", ")} } = http;`,
    }));
  },
};

const namespace = "light-http";

const plainNames = Object.entries(Object.getOwnPropertyDescriptors(http))
  .filter(([, property]) => "value" in property)
  .map(([name]) => name)
  .sort();

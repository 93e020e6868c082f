import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import type { Plugin } from "esbuild";
import type { FunctionDescription } from "../functions/functions.ts";

const require = createRequire(import.meta.url);

/** Files that a bundle needs beside its code, by what its function's description says that it carries. */
const carried = {
  "certificate-font": [
    "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
    "harfbuzzjs/dist/harfbuzz-subset.wasm",
  ],
} as const satisfies Record<NonNullable<FunctionDescription["carries"]>, readonly string[]>;

/** What is put beside a bundle: names and contents. */
export const filesCarriedBy = ({ carries }: Pick<FunctionDescription, "carries">) =>
  (carries === undefined ? [] : carried[carries]).map((path) => ({
    name: basename(path),
    contents: readFileSync(require.resolve(path)),
  }));

/** Gives `require` and the bundle's own folder to CommonJS code in an ES module. */
export const carryingBanner =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url); const __carried = import.meta.dirname + "/";';

/**
 * Lets the font cutter find its HarfBuzz beside the bundle, and leaves the converters of web fonts out: a TrueType font
 * stays one.
 */
export const fontCutter: Plugin = {
  name: "font-cutter",
  setup(build) {
    build.onLoad({ filter: /node_modules\/subset-font\/index\.js$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const asked = "require.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')";
      if (!source.includes(asked)) throw new Error("subset-font finds its HarfBuzz in another way than before");
      return { contents: source.replace(asked, '__carried + "harfbuzz-subset.wasm"'), loader: "js" };
    });
    build.onResolve({ filter: /^fontverter$/ }, () => ({ path: "fontverter", namespace: "font-cutter" }));
    build.onLoad({ filter: /.*/, namespace: "font-cutter" }, () => ({
      contents: 'exports.detectFormat = () => "sfnt"; exports.convert = async (font) => font;',
      loader: "js",
    }));
  },
};

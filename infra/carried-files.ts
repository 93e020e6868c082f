import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
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

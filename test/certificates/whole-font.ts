import { readFile } from "node:fs/promises";
import fontkit from "@pdf-lib/fontkit";

/** The font of certificates before anything is cut from it, read by another reader than ours. */
export const wholeFont = async () =>
  fontkit.create(
    await readFile(
      new URL(import.meta.resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf")),
    ),
  );

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type OpenFont, openFont } from "../../shared/certificates/font-cutter.ts";

/** The font of certificates, open: its ten megabytes and the HarfBuzz that cuts them. */
export const openCertificateFont = async (): Promise<OpenFont> => {
  const [font, harfbuzz] = await Promise.all([
    readCarried("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
    readCarried("harfbuzzjs/dist/harfbuzz-subset.wasm"),
  ]);
  return openFont({ font, harfbuzz });
};

/** A package's file: beside the bundle where it was put by `infra/carried-files.ts`, else from its package. */
const readCarried = async (path: string): Promise<Buffer> => {
  try {
    return await readFile(new URL(`./${basename(path)}`, import.meta.url));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return readFile(new URL(import.meta.resolve(path)));
  }
};

import { readFile } from "node:fs/promises";

const fontPackage = "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf";

/** The font of certificates: beside the bundle where it was put by `infra/carried-files.ts`, else from its package. */
export const readCertificateFont = async (): Promise<Uint8Array> => {
  const beside = new URL("./NotoSansSC_400Regular.ttf", import.meta.url);
  try {
    return await readFile(beside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return readFile(new URL(import.meta.resolve(fontPackage)));
  }
};

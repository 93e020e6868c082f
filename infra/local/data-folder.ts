import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import { LocalProblem } from "./local-problem.ts";

/** Makes the folder that everything of one local world lies in. Who may use it is settled by the table's lock. */
export const prepareDataFolder = async (folder: string): Promise<string> => {
  const absolute = resolve(folder);
  try {
    await mkdir(absolute, { recursive: true });
    return absolute;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason =
      code === "EEXIST" || code === "ENOTDIR" ? "a file stands in its place" : (cause as NodeJS.ErrnoException).message;
    throw new LocalProblem(
      `The data folder ${absolute} cannot be made: ${reason}. Choose another one: npm start -- --data other-folder`,
      { cause },
    );
  }
};

const Secret = z.string().regex(/^[\w-]{43}$/);

/** The bureau's secret of this folder: made once, because the keys of people and cases hang on it. */
export const bureauSecret = (folder: string): Promise<string> =>
  keptIn(`${folder}/bureau-secret`, Secret, async () => randomBytes(32).toString("base64url"));

const SigningKey = z.string().startsWith("-----BEGIN PRIVATE KEY-----");

/** The key of this folder that signs certificates: made once, because what it signed is checked with it for ever. */
export const signingKey = (folder: string): Promise<string> =>
  keptIn(`${folder}/signing-key`, SigningKey, async () =>
    generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  );

/** Reads what an earlier start left in a file, or makes it now. The file is complete or not there. */
export const keptIn = async <Value>(
  path: string,
  schema: z.ZodType<Value>,
  make: () => Promise<Value>,
): Promise<Value> => {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw broken(path, error);
  });
  if (text === undefined) {
    const made = await make();
    await replaceFile(path, JSON.stringify(made, null, 2));
    return made;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw broken(path, cause);
  }
};

export const replaceFile = async (path: string, content: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, content, { mode: 0o600 });
  await rename(`${path}.new`, path);
};

const broken = (path: string, cause: unknown): LocalProblem =>
  new LocalProblem(
    `${path} cannot be read. Delete the data folder around it (${dirname(path)}) and start again: ` +
      "it holds only invented people and their cases.",
    { cause },
  );

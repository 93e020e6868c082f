import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { keyItemKey } from "../../shared/people/keys/key-store.ts";
import type { PersonKey } from "../../shared/people/person-key.ts";
import { itemsFile, Manifest, manifestFile } from "../local/backup/backup.ts";
import { itemOf, lineOf } from "../local/backup/item-line.ts";

/**
 * Takes a person's keys out of a backup, as they were taken out of the table: what the backup holds of them is read by
 * nobody then. Items and manifest are written beside the old ones and take their place at once; harmless when repeated.
 * @returns how many keys the backup held
 */
export const eraseFromBackup = async (folder: string, person: PersonKey): Promise<number> => {
  const { pk } = keyItemKey(person);
  const manifest = Manifest.parse(JSON.parse(await readFile(join(folder, manifestFile), "utf8")));
  const hash = createHash("sha256");
  let keys = 0;
  const fresh = await open(join(folder, `${itemsFile}.new`), "w");
  const input = createReadStream(join(folder, itemsFile));
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const item = line.includes(pk) ? itemOf(line) : undefined;
    const isTheirs = item?.pk?.S === pk;
    if (isTheirs) keys += Object.keys(item?.wrapped?.M ?? {}).length;
    const kept = isTheirs && item ? lineOf({ ...item, wrapped: { M: {} } }) : line;
    hash.update(`${kept}\n`);
    await fresh.write(`${kept}\n`);
  }
  await fresh.close();
  const sha256 = hash.digest("hex");
  await writeFile(join(folder, `${manifestFile}.new`), `${JSON.stringify({ ...manifest, sha256 }, undefined, 2)}\n`);
  await rename(join(folder, `${itemsFile}.new`), join(folder, itemsFile));
  await rename(join(folder, `${manifestFile}.new`), join(folder, manifestFile));
  return keys;
};

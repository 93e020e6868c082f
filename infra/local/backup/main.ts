// npm run backup -- export backups/monday --for "the monthly drill"     every item of the local world's table
// npm run backup -- import backups/monday     into an empty table of a world that does not run
// --data .data     the world's folder
import { copyFile, mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { defaultFolder, giveUp, readParameters } from "../command-line.ts";
import { localClient } from "../dynamodb/create-table.ts";
import { startTable } from "../dynamodb/dynalite.ts";
import { tableName } from "../environment.ts";
import { LocalProblem } from "../local-problem.ts";
import { exportTable, importTable } from "./backup.ts";
import { demandPurpose, markCopy, markOf } from "./copy-mark.ts";

const usage =
  'npm run backup -- export FOLDER --for "WHY" | import FOLDER  [--data .data]     while the local world is stopped';

const main = async (): Promise<void> => {
  const { values, positionals } = readParameters(
    { allowPositionals: true, options: { data: { type: "string", default: defaultFolder }, for: { type: "string" } } },
    usage,
  );
  const [what, folder] = positionals;
  if ((what !== "export" && what !== "import") || folder === undefined) throw new LocalProblem(usage);
  const purpose = what === "export" ? demandPurpose(values.for) : undefined;
  const data = resolve(values.data);
  await mkdir(join(data, "table"), { recursive: true });
  // The table's lock refuses a world that runs.
  const table = await startTable({ folder: join(data, "table"), port: 0, tableName });
  const client = localClient(table.endpoint);
  try {
    const run = what === "export" ? exportTable : importTable;
    const manifest = await run(client, tableName, resolve(folder));
    const mark =
      purpose === undefined
        ? await markOf(resolve(folder), manifest)
        : await markCopy(resolve(folder), manifest, purpose);
    // Sealed items are worth nothing without the key that sealed them. On AWS it has a backup of its own.
    const [from, to] = what === "export" ? [data, resolve(folder)] : [resolve(folder), data];
    await copyFile(join(from, "bureau-secret"), join(to, "bureau-secret")).catch((cause: unknown) => {
      throw new LocalProblem(`${from} has no secret of a bureau: no world was ever started there.`, { cause });
    });
    const { items, takenAt } = manifest;
    console.log(`${what}: ${items} items, taken at ${takenAt}${mark ? ` by ${mark.by} for: ${mark.for}` : ""}`);
  } finally {
    client.destroy();
    await table.close();
  }
};

main().catch(giveUp);

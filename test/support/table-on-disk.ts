import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LocalTable, startTable } from "../../infra/local/dynamodb/dynalite.ts";

/** The name of a test's own table. */
export const tableName = "one-window";

export interface TableOnDisk extends LocalTable {
  /** Where it lies, with room for more. Gone when it closes. */
  readonly folder: string;
}

/** An empty table of a test's own, with its indexes. */
export const tableOnDisk = async (): Promise<TableOnDisk> => {
  const folder = await mkdtemp(join(tmpdir(), "one-window-"));
  const table = await startTable({ folder, tableName });
  const close = async (): Promise<void> => {
    await table.close();
    await rm(folder, { recursive: true });
  };
  return { ...table, folder, close };
};

// A process of its own that serves the table of a folder, for tests that kill it. Ends with whoever started it.
import { startTable } from "../../../infra/local/dynamodb/dynalite.ts";

const table = await startTable({ folder: process.argv[2] as string, tableName: "one-window" });
console.log(table.endpoint);
process.stdin.resume().on("end", () => process.exit());

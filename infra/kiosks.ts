// npm run kiosks -- FILE --table NAME: what a bureau's file says of its kiosks is what holds from now on.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KioskFile, registerKiosks } from "./register-kiosks.ts";

const usage = "npm run kiosks -- FILE --table NAME [--endpoint URL]   (FILE: see infra/README.md)";
const { values, positionals } = parseArgs({
  options: { table: { type: "string" }, endpoint: { type: "string" } },
  allowPositionals: true,
});
const [file] = positionals;
if (file === undefined || values.table === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const kiosks = KioskFile.parse(JSON.parse(readFileSync(file, "utf8")));
  const client = new DynamoDBClient(values.endpoint === undefined ? {} : { endpoint: values.endpoint });
  await registerKiosks(client, values.table, kiosks);
  console.log(`${kiosks.length} kiosks registered in ${values.table}`);
}

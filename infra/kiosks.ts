// npm run kiosks -- FILE --table NAME: what a bureau's file says of its kiosks is what holds from now on.
import { readFileSync } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { giveUp, parametersOf } from "./local/command-line.ts";
import { LocalProblem } from "./local/local-problem.ts";
import { KioskFile, registerKiosks } from "./register-kiosks.ts";

const usage = "npm run kiosks -- FILE --table NAME [--endpoint URL]   (FILE: see infra/README.md)";
const options = { table: { type: "string" }, endpoint: { type: "string" } } as const;
const { values, positionals } = parametersOf({ options, allowPositionals: true }, usage);
const [file] = positionals;
if (file === undefined || values.table === undefined) giveUp(new LocalProblem(usage));
else {
  const kiosks = KioskFile.parse(JSON.parse(readFileSync(file, "utf8")));
  const client = new DynamoDBClient(values.endpoint === undefined ? {} : { endpoint: values.endpoint });
  await registerKiosks(client, values.table, kiosks);
  console.log(`${kiosks.length} kiosks registered in ${values.table}`);
}

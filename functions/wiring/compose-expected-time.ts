import { packagesOf } from "../../shared/packages/index.ts";
import { dynamodbFigureStore } from "../../shared/speed/dynamodb-figure-store.ts";
import { CommonEnvironment, TableEnvironment } from "./environment.ts";
import { systemClock } from "./system-clock.ts";
import { tableClient } from "./table-client.ts";
import type { ExpectedTimeWorld } from "./worlds.ts";

/** What the expected times take: the figures, and nothing about anybody. */
export const composeExpectedTime = (environment: NodeJS.ProcessEnv = process.env): ExpectedTimeWorld => {
  const { LOCALITY } = CommonEnvironment.parse(environment);
  const table = TableEnvironment.parse(environment);
  return {
    figures: dynamodbFigureStore(tableClient(table), table.TABLE_NAME),
    packages: packagesOf(LOCALITY),
    clock: systemClock,
    office: LOCALITY,
  };
};

import { expect, test } from "vitest";
import { type FunctionDescription, functions } from "../../functions/functions.ts";
import * as accessLog from "../../functions/http/access-log/handler.ts";
import * as authorisations from "../../functions/http/authorisations/handler.ts";
import * as billPaying from "../../functions/http/bill-paying/handler.ts";
import * as billReading from "../../functions/http/bill-reading/handler.ts";
import * as caseChanging from "../../functions/http/case-changing/handler.ts";
import * as caseReading from "../../functions/http/case-reading/handler.ts";
import * as caseSharing from "../../functions/http/case-sharing/handler.ts";
import * as catalogue from "../../functions/http/catalogue/handler.ts";
import * as certificates from "../../functions/http/certificates/handler.ts";
import * as documents from "../../functions/http/documents/handler.ts";
import * as expectedTime from "../../functions/http/expected-time/handler.ts";
import * as reconciliation from "../../functions/http/reconciliation/handler.ts";
import * as speedReading from "../../functions/http/speed-reading/handler.ts";
import * as walletNotices from "../../functions/http/wallet-notices/handler.ts";
import type { Contract } from "../../shared/api/contract.ts";
import { contracts } from "../../shared/api/contracts/index.ts";
import { routes } from "../../shared/api/routes.ts";

/** What each function's module really serves, by the name under which it deploys. */
const served: Readonly<Record<string, readonly { readonly contract: Contract }[]>> = {
  catalogue: catalogue.endpoints,
  "expected-time": expectedTime.endpoints,
  "speed-reading": speedReading.endpoints,
  "case-reading": caseReading.endpoints,
  "case-changing": caseChanging.endpoints,
  "case-sharing": caseSharing.endpoints,
  "access-log": accessLog.endpoints,
  authorisations: authorisations.endpoints,
  "bill-reading": billReading.endpoints,
  "bill-paying": billPaying.endpoints,
  "wallet-notices": walletNotices.endpoints,
  reconciliation: reconciliation.endpoints,
  certificates: certificates.endpoints,
  documents: documents.endpoints,
};

test("each function serves the routes of its description, under their contracts", () => {
  const described = Object.entries<FunctionDescription>(functions).flatMap(([name, { trigger }]) =>
    trigger.kind === "http" ? [[name, trigger.routes] as const] : [],
  );
  expect(Object.fromEntries(described)).toEqual(
    Object.fromEntries(Object.entries(served).map(([name, endpoints]) => [name, endpoints.map(nameOf)])),
  );
  for (const { contract } of Object.values(served).flat()) expect(contract).toBe(contracts[contract.name]);
});

test("every route is served by one function", () => {
  const all = Object.values(served).flat().map(nameOf);
  expect(all.toSorted()).toEqual(Object.keys(routes).toSorted());
});

const nameOf = ({ contract }: { readonly contract: Contract }): string => contract.name;

import * as z from "zod";
import type { Contract, LazySchema } from "./contract.ts";
import { contracts } from "./contracts/index.ts";
import { parametersOf } from "./openapi/parameters.ts";
import { problemResponses } from "./openapi/problem-responses.ts";
import { gatewayNote, security, securitySchemes } from "./openapi/security.ts";
import { problemCodes } from "./problems.ts";
import { AccessCheckView, AccessLogPage, UnmaskedView, UnmaskingRequest } from "./resources/access-log.ts";
import { AuthorisationList, AuthorisationView } from "./resources/authorisation.ts";
import { BillView, PaymentView } from "./resources/bill.ts";
import { CasePage, CaseView, TimelineView } from "./resources/case.ts";
import { CertificateKeyList, CertificateView, CompanyFileView, DocumentList } from "./resources/certificate.ts";
import { FormView, PackageList, PackageView } from "./resources/package.ts";
import { Problem } from "./resources/problem.ts";
import { ReconciliationView } from "./resources/reconciliation.ts";
import * as requests from "./resources/requests.ts";
import * as sharing from "./resources/sharing.ts";
import { ExpectedTimeView, SpeedView } from "./resources/speed.ts";
import { StepView } from "./resources/step.ts";
import { type RouteName, routes } from "./routes.ts";

type Json = Record<string, unknown>;

let document: Json | undefined;

/** The description of the API, made once from the very schemas by which requests are parsed and replies are made. */
export const openApiDocument = () => {
  document ??= describeApi();
  return document as Json & { readonly openapi: "3.1.0" };
};

/** Schemas that have a name of their own in the document. */
const namedSchemas: Readonly<Record<string, LazySchema>> = {
  Problem,
  PackageList,
  Package: PackageView,
  Form: FormView,
  Case: CaseView,
  CasePage,
  Step: StepView,
  Timeline: TimelineView,
  Authorisation: AuthorisationView,
  AuthorisationList,
  AccessLogPage,
  AccessCheck: AccessCheckView,
  Unmasking: UnmaskingRequest,
  Unmasked: UnmaskedView,
  Opening: requests.OpeningRequest,
  Answer: requests.AnswerRequest,
  Decision: requests.DecisionRequest,
  Withdrawal: requests.WithdrawalRequest,
  Delegation: sharing.DelegationRequest,
  Delegations: sharing.DelegationList,
  Speed: SpeedView,
  Bill: BillView,
  Payment: PaymentView,
  Reconciliation: ReconciliationView,
  ExpectedTime: ExpectedTimeView,
  Certificate: CertificateView,
  CertificateKeys: CertificateKeyList,
  Documents: DocumentList,
  CompanyFile: CompanyFileView,
  HousingFacts: contracts.estimateHousingTax.body,
  Assessment: contracts.estimateHousingTax.reply,
};

const describeApi = (): Json => ({
  openapi: "3.1.0",
  info: {
    title: "一窗 One Window",
    version: "1",
    description: gatewayNote,
  },
  jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
  servers: [{ url: "/" }],
  paths: pathsOf((Object.keys(routes) as RouteName[]).map((name) => contracts[name])),
  components: {
    schemas: {
      ...Object.fromEntries(Object.entries(namedSchemas).map(([name, schema]) => [name, schemaOf(schema, ioOf(name))])),
      ProblemCode: { type: "string", enum: problemCodes },
    },
    securitySchemes,
  },
});

const inputs: ReadonlySet<string> = new Set([
  "Opening",
  "Answer",
  "Decision",
  "Withdrawal",
  "Delegation",
  "HousingFacts",
]);
const ioOf = (name: string) => (inputs.has(name) ? "input" : "output");

const pathsOf = (all: readonly Contract[]): Json => {
  const paths: Record<string, Json> = {};
  for (const contract of all) {
    const { path, method } = contract.route;
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(contract) };
  }
  return paths;
};

const operationOf = (contract: Contract): Json => ({
  operationId: contract.name,
  summary: contract.summary.en,
  description: contract.summary.zh,
  ...security(contract.route),
  parameters: parametersOf(contract),
  ...(contract.bodyIs !== "none" && {
    requestBody: {
      required: contract.bodyIs === "required" || contract.bodyIs === "bytes",
      content:
        contract.bodyIs === "bytes"
          ? { "*/*": { schema: { type: "string", format: "binary" } } }
          : { "application/json": { schema: referenceTo(contract.body, "input") } },
    },
  }),
  responses: {
    ...Object.fromEntries(contract.statuses.map(({ status, means }) => [status, replyOf(contract, means)])),
    ...(contract.route.method === "GET" && { 304: { description: "Not changed since the ETag in If-None-Match" } }),
    ...problemResponses(contract),
  },
});

const replyOf = (contract: Contract, description: string): Json => ({
  description,
  headers: {
    ETag: { schema: { type: "string" }, description: "For If-None-Match, and If-Match where a version counts" },
  },
  content:
    contract.replyIs === "bytes"
      ? { "*/*": { schema: { type: "string", format: "binary" } } }
      : {
          "application/json": { schema: referenceTo(contract.reply, "output") },
          ...Object.fromEntries(contract.otherTypes.map((type) => [type, { schema: { type: "string" } }])),
        },
});

const referenceTo = (schema: LazySchema, io: "input" | "output"): Json => {
  const name = Object.entries(namedSchemas).find(([, each]) => each === schema)?.[0];
  return name ? { $ref: `#/components/schemas/${name}` } : schemaOf(schema, io);
};

const schemaOf = (schema: LazySchema, io: "input" | "output"): Json => {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema(), { io, unrepresentable: "any", reused: "inline" });
  return json;
};

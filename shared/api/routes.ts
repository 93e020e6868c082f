/**
 * The one list of routes. CDK, the local host, the OpenAPI document and the tests read it; nobody writes a path twice.
 *
 * `access` says who may call: `public` (no token), `person` (any logged-in person; whether the case is theirs is the
 * action's question), `officer` (staff), `authority` (a callback that carries its own token, or a wallet's notice
 * that carries its signature). Which roles, and which
 * relations to a case, says its row in `shared/people/policy.ts`; without one a route does not compile.
 */
export const routes = {
  getOpenApi: { method: "GET", path: "/openapi.json", access: "public" },
  getHealth: { method: "GET", path: "/v1/health", access: "public" },
  listPackages: { method: "GET", path: "/v1/packages", access: "public" },
  getPackage: { method: "GET", path: "/v1/packages/{packageId}", access: "public" },
  getPackageForm: { method: "GET", path: "/v1/packages/{packageId}/form", access: "public" },
  getExpectedTime: { method: "GET", path: "/v1/packages/{packageId}/expected-time", access: "public" },
  estimateHousingTax: { method: "POST", path: "/v1/housing/estimates", access: "public" },
  openCase: { method: "POST", path: "/v1/cases", access: "person" },
  listCases: { method: "GET", path: "/v1/cases", access: "person" },
  getCase: { method: "GET", path: "/v1/cases/{caseId}", access: "person" },
  getTimeline: { method: "GET", path: "/v1/cases/{caseId}/timeline", access: "person" },
  getMessages: { method: "GET", path: "/v1/cases/{caseId}/messages", access: "person" },
  markMessagesRead: { method: "POST", path: "/v1/cases/{caseId}/messages/read", access: "person" },
  answerStep: { method: "POST", path: "/v1/cases/{caseId}/steps/{stepId}/answer", access: "person" },
  saveDraft: { method: "POST", path: "/v1/cases/{caseId}/steps/{stepId}/draft", access: "person" },
  listAuthorisations: { method: "GET", path: "/v1/cases/{caseId}/authorisations", access: "person" },
  withdrawAuthorisation: {
    method: "POST",
    path: "/v1/cases/{caseId}/authorisations/{stepId}/withdrawal",
    access: "person",
  },
  getSubjectNotice: { method: "GET", path: "/v1/cases/{caseId}/subject-notice", access: "person" },
  objectToRecords: { method: "POST", path: "/v1/cases/{caseId}/objection", access: "person" },
  requestStep: { method: "POST", path: "/v1/cases/{caseId}/steps/{stepId}/request", access: "person" },
  withdrawCase: { method: "POST", path: "/v1/cases/{caseId}/withdrawal", access: "person" },
  rateCase: { method: "POST", path: "/v1/cases/{caseId}/satisfaction", access: "person" },
  getAccessLog: { method: "GET", path: "/v1/access-log", access: "person" },
  checkAccessLog: { method: "GET", path: "/v1/access-log/check", access: "officer" },
  unmaskField: { method: "POST", path: "/v1/cases/{caseId}/unmasking", access: "officer" },
  giveDelegation: { method: "POST", path: "/v1/cases/{caseId}/delegations", access: "person" },
  listDelegations: { method: "GET", path: "/v1/cases/{caseId}/delegations", access: "person" },
  endDelegation: {
    method: "POST",
    path: "/v1/cases/{caseId}/delegations/{delegationId}/end",
    access: "person",
  },
  assistPerson: { method: "POST", path: "/v1/cases/{caseId}/assistance", access: "officer" },
  handOver: { method: "POST", path: "/v1/cases/{caseId}/handovers", access: "person" },
  redeemHandover: { method: "POST", path: "/v1/handovers/redemption", access: "person" },
  endSession: { method: "POST", path: "/v1/sessions/end", access: "person" },
  listQueue: { method: "GET", path: "/v1/queue", access: "officer" },
  listAuthorities: { method: "GET", path: "/v1/authorities", access: "officer" },
  claimStep: { method: "POST", path: "/v1/cases/{caseId}/steps/{stepId}/claim", access: "officer" },
  decideStep: { method: "POST", path: "/v1/cases/{caseId}/steps/{stepId}/decision", access: "officer" },
  takeOverDecision: { method: "POST", path: "/v1/cases/{caseId}/steps/{stepId}/takeover", access: "officer" },
  getSpeed: { method: "GET", path: "/v1/speed", access: "officer" },
  listBills: { method: "GET", path: "/v1/cases/{caseId}/bills", access: "person" },
  getBill: { method: "GET", path: "/v1/cases/{caseId}/bills/{billId}", access: "person" },
  payBill: { method: "POST", path: "/v1/cases/{caseId}/bills/{billId}/payments", access: "person" },
  abandonPayment: {
    method: "POST",
    path: "/v1/cases/{caseId}/bills/{billId}/payments/{paymentId}/abandonment",
    access: "person",
  },
  receiveWalletNotice: { method: "POST", path: "/v1/payments/notices/{wallet}", access: "authority" },
  getReconciliation: { method: "GET", path: "/v1/reconciliation", access: "officer" },
  repairDifference: { method: "POST", path: "/v1/reconciliation/differences/{differenceId}/repair", access: "officer" },
  lookUpCertificate: { method: "GET", path: "/v1/certificates/{code}", access: "public", mostPerSecond: 20 },
  fetchCertificate: { method: "GET", path: "/v1/certificates/{code}/file", access: "public", mostPerSecond: 20 },
  listCertificateKeys: { method: "GET", path: "/v1/certificate-keys", access: "public" },
  listDocuments: { method: "GET", path: "/v1/cases/{caseId}/documents", access: "person" },
  getDocument: { method: "GET", path: "/v1/cases/{caseId}/documents/{documentId}", access: "person" },
  // A company's number goes in the body: addresses are logged on the way.
  readCompanyFile: { method: "POST", path: "/v1/company-file", access: "person" },
  getCompanyDocument: { method: "POST", path: "/v1/company-file/documents/{documentId}", access: "person" },
  receiveCallback: { method: "POST", path: "/v1/callbacks/{caseId}/{stepId}", access: "authority" },
} as const satisfies Record<string, Route>;

export interface Route {
  readonly method: "GET" | "POST";
  readonly path: `/${string}`;
  readonly access: "public" | "person" | "officer" | "authority";
  /** How many calls of everybody together are let through, where that is fewer than of other open routes. */
  readonly mostPerSecond?: number;
}

export type RouteName = keyof typeof routes;

/** API Gateway's name of a route: `GET /v1/cases/{caseId}`. */
export const routeKey = (route: Route): string => `${route.method} ${route.path}`;

/** Whether the gateway demands a valid access token before the function is called. */
export const needsToken = (route: Route): boolean => route.access === "person" || route.access === "officer";

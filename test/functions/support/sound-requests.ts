import type { RouteName } from "../../../shared/api/routes.ts";
import type { Case } from "../../../shared/cases/case.ts";
import type { HousingFactsJson } from "../../../shared/tax/facts.ts";
import { aCaller, anAuditor, anOfficer } from "../../support/test-world.ts";
import type { TestRequest } from "./call.ts";
import { aCode, aCreditCode, aDocumentId } from "./certificates.ts";
import { testBillId, testDifferenceId } from "./money.ts";
import { aBystander, aHandoverCode } from "./opened-cases.ts";

export const aSale: HousingFactsJson = {
  filingDate: "2026-03-02",
  property: { division: "450203", use: "housing", areaSquareMetres: "88.00" },
  sale: { declaredPrice: "600000.00", contractDate: "2026-03-01" },
  acquisition: { mode: "purchase", titleDate: "2010-05-06", deedTaxDate: "2010-05-05", price: "300000.00" },
  sellers: [{ id: "seller", share: "1", family: "sellers" }],
  buyers: [{ id: "buyer", share: "1", family: "buyers" }],
  families: [
    { id: "sellers", marriage: "single", children: [], homes: [] },
    { id: "buyers", marriage: "single", children: [], homes: [] },
  ],
};

/** A request of each route that is taken: one case waits for its applicant at `confirm`, one for an officer, one is over. */
export const soundRequests = (
  asking: Case,
  queued: Case,
  over: Case = asking,
): Readonly<Record<RouteName, TestRequest>> => ({
  getOpenApi: {},
  getHealth: {},
  listPackages: {},
  getPackage: { path: { packageId: "test" } },
  getPackageForm: { path: { packageId: "test" } },
  getExpectedTime: { path: { packageId: "test" } },
  estimateHousingTax: { body: aSale },
  openCase: { body: { packageId: "test", opening: { code: "C-2" }, consents: { dataSharing: true } } },
  listCases: { query: { limit: "5" } },
  getCase: { path: { caseId: asking.id } },
  getTimeline: { path: { caseId: asking.id } },
  getMessages: { path: { caseId: asking.id } },
  markMessagesRead: { path: { caseId: asking.id }, body: { upTo: 1 } },
  rateCase: { path: { caseId: over.id }, body: { score: 5 } },
  answerStep: {
    path: { caseId: asking.id, stepId: "confirm" },
    headers: { "if-match": `"${asking.version}"` },
    body: { answers: { wish: "nothing" }, activeMilliseconds: 1200 },
  },
  saveDraft: {
    path: { caseId: asking.id, stepId: "confirm" },
    headers: { "if-match": `"${asking.version}"` },
    body: { answers: { wish: "not" } },
  },
  listAuthorisations: { path: { caseId: asking.id } },
  withdrawAuthorisation: { path: { caseId: asking.id, stepId: "opening" } },
  getSubjectNotice: { caller: aBystander, path: { caseId: asking.id } },
  objectToRecords: {
    caller: aBystander,
    path: { caseId: asking.id },
    body: { reason: "nobody asked me whether I am a partner" },
  },
  requestStep: {
    path: { caseId: asking.id, stepId: "review" },
    headers: { "if-match": `"${asking.version}"` },
    body: { reason: "the licence has another name" },
  },
  withdrawCase: {
    path: { caseId: asking.id },
    headers: { "if-match": `"${asking.version}"` },
    body: { reason: "another time" },
  },
  getAccessLog: { query: { limit: "5" } },
  checkAccessLog: { caller: anAuditor() },
  unmaskField: {
    caller: anOfficer(),
    path: { caseId: queued.id },
    body: { fact: "account", reason: "correction", note: "the bank asks" },
  },
  giveDelegation: {
    path: { caseId: asking.id },
    headers: { "if-match": `"${asking.version}"` },
    body: {
      delegate: { name: "agent two", idType: "other", idNumber: "test-agent-two" },
      scopes: ["read", "answer"],
      until: "2030-02-28T00:00:00.000Z",
    },
  },
  listDelegations: { path: { caseId: asking.id } },
  endDelegation: {
    path: { caseId: asking.id, delegationId: "a-mandate" },
    headers: { "if-match": `"${asking.version}"` },
    body: {},
  },
  assistPerson: {
    caller: anOfficer(),
    path: { caseId: asking.id },
    headers: { "if-match": `"${asking.version}"` },
    body: { presence: { kind: "document", idType: "other", idNumber: aCaller().person.idNumber } },
  },
  handOver: { path: { caseId: asking.id }, body: {} },
  redeemHandover: { body: { code: aHandoverCode } },
  endSession: { body: {} },
  listQueue: { caller: anOfficer(), query: { limit: "5" } },
  listAuthorities: { caller: anOfficer() },
  claimStep: {
    caller: anOfficer(),
    path: { caseId: queued.id, stepId: "quota" },
    headers: { "if-match": `"${queued.version}"` },
    body: {},
  },
  decideStep: {
    caller: anOfficer(),
    path: { caseId: queued.id, stepId: "quota" },
    headers: { "if-match": `"${queued.version}"` },
    body: { approved: true, reason: "as declared" },
  },
  takeOverDecision: {
    caller: anOfficer(),
    path: { caseId: queued.id, stepId: "desk" },
    headers: { "if-match": `"${queued.version}"` },
    body: { reason: "seen at the counter", results: { desk: "5" } },
  },
  getSpeed: { caller: anOfficer(), query: { from: "2030-01-01", to: "2030-01-31", by: "step,channel" } },
  listBills: { path: { caseId: asking.id } },
  getBill: { path: { caseId: asking.id, billId: testBillId } },
  payBill: { path: { caseId: asking.id, billId: testBillId }, body: { wallet: "wechat", scene: "qr" } },
  abandonPayment: { path: { caseId: asking.id, billId: testBillId, paymentId: "1" } },
  // Forged, which is the wallet's own business and no problem of a caller's.
  receiveWalletNotice: { caller: "nobody", path: { wallet: "alipay" }, text: "sign=eA%3D%3D&sign_type=RSA2" },
  getReconciliation: { caller: anOfficer() },
  repairDifference: { caller: anOfficer(), path: { differenceId: testDifferenceId } },
  lookUpCertificate: { path: { code: aCode } },
  fetchCertificate: { path: { code: aCode } },
  listCertificateKeys: {},
  listDocuments: { path: { caseId: asking.id } },
  getDocument: { path: { caseId: asking.id, documentId: aDocumentId } },
  readCompanyFile: { body: { creditCode: aCreditCode } },
  getCompanyDocument: { path: { documentId: aDocumentId }, body: { creditCode: aCreditCode } },
  receiveCallback: { caller: aCaller(), path: { caseId: queued.id, stepId: "agreement" }, body: { agreement: "A-2" } },
});

/**
 * Who may do what: one row per route, read by the code for every request and tried cell by cell by a test
 * (`npm run policy` prints it). A route without a row does not compile; a row without a route neither.
 */

/** What a token can say that somebody is. Staff hold duties; a resident is anybody who acts for themselves. */
export const roles = ["resident", "officer", "supervisor", "hotline", "auditor"] as const;
export type Role = (typeof roles)[number];

/**
 * What somebody is to one case. `opener` and `party` (with a role in it: buyer, seller, applicant and whoever a record
 * names to act for them); `officer`: staff of its office; `hotline`: whoever answers the telephone, for any office;
 * `delegate`: whom one of its people, or their presence at a counter, has let in. `subject`: whom a record names, and who
 * is none of its people, an absent spouse for example: where no row says so, they are strangers to it.
 */
export type Relation = "opener" | "party" | "officer" | "hotline" | "delegate" | "subject";

/** What a delegate may have been given. */
export const scopes = ["read", "answer", "sign", "pay"] as const;
export type Scope = (typeof scopes)[number];

export interface Rule {
  /** `anybody` needs no token; `authorities` carry the secret of one late answer or notice; else a token with one of these. */
  readonly callers: "anybody" | "authorities" | readonly Role[];
  /** Where it is about one case: who may. Others of its people are told so; a stranger learns nothing of it. */
  readonly relations?: readonly Relation[];
  /** What somebody who acts for another must have been given; absent: nobody can do it for another. */
  readonly scope?: Scope;
  /** What its people are told who may not; `not-your-case` unless something says more. */
  readonly refusal?: string;
}

const anybody: Rule = { callers: "anybody" };
const authorities: Rule = { callers: "authorities" };
const people = ["resident", "officer"] as const;
const desk = ["officer"] as const;
const its = ["opener", "party", "officer"] as const;

export const policy = {
  getOpenApi: anybody,
  getHealth: anybody,
  listPackages: anybody,
  getPackage: anybody,
  getPackageForm: anybody,
  getExpectedTime: anybody,
  estimateHousingTax: anybody,
  openCase: { callers: ["resident"] },
  listCases: { callers: people },
  getCase: { callers: ["resident", "officer", "hotline"], relations: [...its, "hotline", "delegate"], scope: "read" },
  getMessages: { callers: people, relations: its },
  markMessagesRead: { callers: people, relations: its },
  getTimeline: { callers: ["resident", "officer", "hotline"], relations: [...its, "hotline"], scope: "read" },
  answerStep: { callers: people, relations: ["opener", "party"], scope: "answer", refusal: "not-your-step" },
  saveDraft: { callers: people, relations: ["opener", "party"], scope: "answer", refusal: "not-your-step" },
  // Each sees and withdraws their own alone; the guardian's answer is the guardian's own.
  listAuthorisations: { callers: people, relations: ["opener", "party"] },
  withdrawAuthorisation: { callers: people, relations: ["opener", "party"] },
  // For whom a record names by the way; the case's own people authorise, withdraw and correct.
  getSubjectNotice: { callers: ["resident"], relations: ["subject"], refusal: "belongs-to-case" },
  objectToRecords: { callers: ["resident"], relations: ["subject"], refusal: "belongs-to-case" },
  requestStep: { callers: people, relations: ["opener", "party"], refusal: "not-your-step" },
  withdrawCase: { callers: people, relations: ["opener"] },
  // Officers are not asked, and nobody answers for another.
  rateCase: { callers: people, relations: ["opener", "party"] },
  getAccessLog: { callers: roles },
  checkAccessLog: { callers: ["auditor", "supervisor"] },
  unmaskField: { callers: desk, relations: ["officer"] },
  giveDelegation: { callers: people, relations: ["opener", "party"] },
  listDelegations: { callers: people, relations: [...its, "delegate"] },
  endDelegation: { callers: people, relations: [...its, "delegate"] },
  assistPerson: { callers: desk, relations: ["officer"] },
  handOver: { callers: people, relations: ["opener", "party"] },
  redeemHandover: { callers: ["resident"] },
  endSession: { callers: roles },
  listQueue: { callers: desk },
  listAuthorities: { callers: desk },
  claimStep: { callers: desk, relations: ["officer"] },
  decideStep: { callers: desk, relations: ["officer"] },
  takeOverDecision: { callers: desk, relations: ["officer"] },
  getSpeed: { callers: ["officer", "supervisor", "auditor"] },
  // Whoever may pay for another sees what there is to pay.
  listBills: { callers: people, relations: its, scope: "pay" },
  getBill: { callers: people, relations: its, scope: "pay" },
  // Which bill of the case is somebody's to pay is the bill's own question; an officer helps at the counter.
  payBill: { callers: people, relations: its, scope: "pay" },
  abandonPayment: { callers: people, relations: its, scope: "pay" },
  lookUpCertificate: anybody,
  fetchCertificate: anybody,
  listCertificateKeys: anybody,
  // Which document of the case concerns somebody is the document's own question.
  listDocuments: { callers: people, relations: its },
  getDocument: { callers: people, relations: its },
  // Whose company it is says the register, at that moment; an officer has the company's cases.
  readCompanyFile: { callers: ["resident"] },
  getCompanyDocument: { callers: ["resident"] },
  receiveWalletNotice: authorities,
  getReconciliation: { callers: desk },
  repairDifference: { callers: desk },
  receiveCallback: authorities,
} as const satisfies Readonly<Record<string, Rule>>;

export type PolicyRoute = keyof typeof policy;

/** Whether somebody with these roles may call a route at all. */
export const mayCall = (rule: Rule, held: readonly Role[]): boolean =>
  typeof rule.callers === "string" || held.some((role) => rule.callers.includes(role));

/** Whether one of these relations to a case opens a route about it. */
export const mayTouch = (rule: Rule, held: readonly Relation[]): boolean =>
  (rule.relations ?? its).some((relation) => held.includes(relation));

import { checkAccessLog } from "../../../functions/http/access-log/check-access-log.ts";
import { getAccessLog } from "../../../functions/http/access-log/get-access-log.ts";
import { unmaskField } from "../../../functions/http/access-log/unmask-field.ts";
import { getSubjectNotice } from "../../../functions/http/authorisations/get-subject-notice.ts";
import { listAuthorisations } from "../../../functions/http/authorisations/list-authorisations.ts";
import { objectToRecords } from "../../../functions/http/authorisations/object-to-records.ts";
import { withdrawAuthorisation } from "../../../functions/http/authorisations/withdraw-authorisation.ts";
import { abandonPayment } from "../../../functions/http/bill-paying/abandon-payment.ts";
import { payBill } from "../../../functions/http/bill-paying/pay-bill.ts";
import { getBill } from "../../../functions/http/bill-reading/get-bill.ts";
import { listBills } from "../../../functions/http/bill-reading/list-bills.ts";
import { answerStep } from "../../../functions/http/case-changing/answer-step.ts";
import { claimStep } from "../../../functions/http/case-changing/claim-step.ts";
import { decideStep } from "../../../functions/http/case-changing/decide-step.ts";
import { openCase } from "../../../functions/http/case-changing/open-case.ts";
import { receiveCallback } from "../../../functions/http/case-changing/receive-callback.ts";
import { requestStep } from "../../../functions/http/case-changing/request-step.ts";
import { saveDraft } from "../../../functions/http/case-changing/save-draft.ts";
import { takeOverDecision } from "../../../functions/http/case-changing/take-over-decision.ts";
import { withdrawCase } from "../../../functions/http/case-changing/withdraw-case.ts";
import { getCase } from "../../../functions/http/case-reading/get-case.ts";
import { getMessages } from "../../../functions/http/case-reading/get-messages.ts";
import { getTimeline } from "../../../functions/http/case-reading/get-timeline.ts";
import { listAuthorities } from "../../../functions/http/case-reading/list-authorities.ts";
import { listCases } from "../../../functions/http/case-reading/list-cases.ts";
import { listQueue } from "../../../functions/http/case-reading/list-queue.ts";
import { assistPerson } from "../../../functions/http/case-sharing/assist-person.ts";
import { endDelegation } from "../../../functions/http/case-sharing/end-delegation.ts";
import { endSession } from "../../../functions/http/case-sharing/end-session.ts";
import { giveDelegation } from "../../../functions/http/case-sharing/give-delegation.ts";
import { handOver } from "../../../functions/http/case-sharing/hand-over.ts";
import { listDelegations } from "../../../functions/http/case-sharing/list-delegations.ts";
import { markMessagesRead } from "../../../functions/http/case-sharing/mark-messages-read.ts";
import { rateCase } from "../../../functions/http/case-sharing/rate-case.ts";
import { redeemHandover } from "../../../functions/http/case-sharing/redeem-handover.ts";
import { estimateHousingTax } from "../../../functions/http/catalogue/estimate-housing-tax.ts";
import { getHealth } from "../../../functions/http/catalogue/get-health.ts";
import { getOpenApi } from "../../../functions/http/catalogue/get-open-api.ts";
import { getPackage } from "../../../functions/http/catalogue/get-package.ts";
import { getPackageForm } from "../../../functions/http/catalogue/get-package-form.ts";
import { listPackages } from "../../../functions/http/catalogue/list-packages.ts";
import { fetchCertificate } from "../../../functions/http/certificates/fetch-certificate.ts";
import { listCertificateKeys } from "../../../functions/http/certificates/list-certificate-keys.ts";
import { lookUpCertificate } from "../../../functions/http/certificates/look-up-certificate.ts";
import { getCompanyDocument } from "../../../functions/http/documents/get-company-document.ts";
import { getDocument } from "../../../functions/http/documents/get-document.ts";
import { listDocuments } from "../../../functions/http/documents/list-documents.ts";
import { readCompanyFile } from "../../../functions/http/documents/read-company-file.ts";
import { getExpectedTime } from "../../../functions/http/expected-time/get-expected-time.ts";
import { getReconciliation } from "../../../functions/http/reconciliation/get-reconciliation.ts";
import { repairDifference } from "../../../functions/http/reconciliation/repair-difference.ts";
import { getSpeed } from "../../../functions/http/speed-reading/get-speed.ts";
import { receiveWalletNotice } from "../../../functions/http/wallet-notices/receive-wallet-notice.ts";
import type { AnyEndpoint } from "../../../functions/wiring/endpoint.ts";
import type {
  CatalogueWorld,
  ChangingWorld,
  CheckingWorld,
  DocumentsWorld,
  PayingWorld,
  SharingWorld,
  SpeedReadingWorld,
} from "../../../functions/wiring/worlds.ts";
import type { RouteName } from "../../../shared/api/routes.ts";
import { memoryFigureStore } from "../../../shared/speed/memory-figure-store.ts";
import { liuzhou } from "../../../shared/tax/localities/index.ts";
import { type TestWorld, testWorld } from "../../support/test-world.ts";
import { testCertificates } from "./certificates.ts";
import { testMoney } from "./money.ts";
import { withBystander } from "./opened-cases.ts";

export type EndpointWorld = ChangingWorld &
  CatalogueWorld &
  SpeedReadingWorld &
  PayingWorld &
  SharingWorld &
  CheckingWorld &
  DocumentsWorld;

/** Every endpoint, in a world that has what each of them needs. */
export const endpoints: Readonly<Record<RouteName, AnyEndpoint<EndpointWorld>>> = {
  getOpenApi,
  getHealth,
  listPackages,
  getPackage,
  getPackageForm,
  getExpectedTime,
  estimateHousingTax,
  openCase,
  listCases,
  getCase,
  getTimeline,
  getMessages,
  markMessagesRead,
  requestStep,
  answerStep,
  saveDraft,
  withdrawCase,
  rateCase,
  listAuthorisations,
  withdrawAuthorisation,
  getSubjectNotice,
  objectToRecords,
  getAccessLog,
  checkAccessLog,
  unmaskField,
  giveDelegation,
  listDelegations,
  endDelegation,
  assistPerson,
  handOver,
  redeemHandover,
  endSession,
  listQueue,
  listAuthorities,
  claimStep,
  decideStep,
  takeOverDecision,
  getSpeed,
  listBills,
  getBill,
  payBill,
  abandonPayment,
  receiveWalletNotice,
  getReconciliation,
  repairDifference,
  lookUpCertificate,
  fetchCertificate,
  listCertificateKeys,
  listDocuments,
  getDocument,
  readCompanyFile,
  getCompanyDocument,
  receiveCallback,
};

/** A world of the test package, and what was written to its store. */
export const watchedWorld = (): {
  world: TestWorld & EndpointWorld & ReturnType<typeof testCertificates>;
  writes: string[];
} => {
  const plain = testWorld();
  withBystander(plain.authorities);
  const world = {
    ...plain,
    locality: liuzhou,
    figures: memoryFigureStore(),
    ...testMoney(),
    ...testCertificates(),
  };
  const writes: string[] = [];
  const watch =
    <Inputs extends unknown[], Output>(name: string, write: (...inputs: Inputs) => Output) =>
    (...inputs: Inputs): Output => {
      writes.push(name);
      return write(...inputs);
    };
  const { create, replace, link, writeDocument } = world.cases;
  const cases = {
    ...world.cases,
    create: watch("create", create),
    replace: watch("replace", replace),
    link: watch("link", link),
    writeDocument: watch("writeDocument", writeDocument),
  };
  return { world: { ...world, cases }, writes };
};

/**
 * Every screen of the phone, by its address behind `#`. The router takes them from here, and so does the test that looks
 * at each of them: a screen that is not looked at does not compile.
 */
export const paths = {
  home: "/",
  start: "/start/:packageId",
  estimate: "/estimate",
  cases: "/cases",
  case: "/cases/:caseId",
  messages: "/cases/:caseId/messages",
  authorisations: "/cases/:caseId/authorisations",
  delegations: "/cases/:caseId/delegations",
  take: "/take/:code",
  accessLog: "/access-log",
  subjectNotice: "/access-log/:caseId",
  mine: "/mine",
  companyFile: "/company-file",
  checkCertificate: "/certificates",
  certificate: "/certificates/:code",
} as const;

export type ScreenName = keyof typeof paths;

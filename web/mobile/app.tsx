import { type ComponentType, lazy, Suspense } from "react";
import { HashRouter, Route, Routes } from "react-router";
import { Frame } from "./frame.tsx";
import { paths, type ScreenName } from "./paths.ts";
import { HomeScreen } from "./screens/home.tsx";
import "../shared/theme/elements.css";
import "./mobile.css";

const CertificateScreen = lazy(() => import("./screens/certificate.tsx"));

/** The first look needs one of them; the others are loaded when they are looked at. */
const screens: Readonly<Record<ScreenName, ComponentType>> = {
  home: HomeScreen,
  start: lazy(() => import("./screens/start.tsx")),
  estimate: lazy(() => import("./screens/estimate.tsx")),
  cases: lazy(() => import("./screens/cases.tsx")),
  case: lazy(() => import("./screens/case.tsx")),
  messages: lazy(() => import("./screens/messages.tsx")),
  authorisations: lazy(() => import("./screens/authorisations.tsx")),
  delegations: lazy(() => import("./screens/delegations.tsx")),
  take: lazy(() => import("./screens/take.tsx")),
  accessLog: lazy(() => import("./screens/access-log.tsx")),
  subjectNotice: lazy(() => import("./screens/subject-notice.tsx")),
  mine: lazy(() => import("./screens/mine.tsx")),
  companyFile: lazy(() => import("./screens/company-file.tsx")),
  checkCertificate: CertificateScreen,
  certificate: CertificateScreen,
};

export const App = () => (
  <HashRouter>
    <Frame>
      <Suspense fallback={<p className="loading" aria-busy="true" />}>
        <Routes>
          {(Object.keys(screens) as ScreenName[]).map((name) => {
            const Screen = screens[name];
            return <Route key={name} path={paths[name]} element={<Screen />} />;
          })}
          <Route path="*" element={<HomeScreen />} />
        </Routes>
      </Suspense>
    </Frame>
  </HashRouter>
);

import { lazy, Suspense } from "react";
import { HashRouter, Route, Routes } from "react-router";
import { Frame } from "./frame.tsx";
import { HomeScreen } from "./screens/home.tsx";
import "../shared/theme/elements.css";
import "./mobile.css";

// The first look needs none of these.
const StartScreen = lazy(() => import("./screens/start.tsx"));
const CasesScreen = lazy(() => import("./screens/cases.tsx"));
const CaseScreen = lazy(() => import("./screens/case.tsx"));
const MessagesScreen = lazy(() => import("./screens/messages.tsx"));
const TakeScreen = lazy(() => import("./screens/take.tsx"));
const AuthorisationsScreen = lazy(() => import("./screens/authorisations.tsx"));
const AccessLogScreen = lazy(() => import("./screens/access-log.tsx"));
const EstimateScreen = lazy(() => import("./screens/estimate.tsx"));
const MineScreen = lazy(() => import("./screens/mine.tsx"));

export const App = () => (
  <HashRouter>
    <Frame>
      <Suspense fallback={<p className="loading" aria-busy="true" />}>
        <Routes>
          <Route path="/" element={<HomeScreen />} />
          <Route path="/start/:packageId" element={<StartScreen />} />
          <Route path="/estimate" element={<EstimateScreen />} />
          <Route path="/cases" element={<CasesScreen />} />
          <Route path="/cases/:caseId" element={<CaseScreen />} />
          <Route path="/cases/:caseId/messages" element={<MessagesScreen />} />
          <Route path="/cases/:caseId/authorisations" element={<AuthorisationsScreen />} />
          <Route path="/take/:code" element={<TakeScreen />} />
          <Route path="/access-log" element={<AccessLogScreen />} />
          <Route path="/mine" element={<MineScreen />} />
          <Route path="*" element={<HomeScreen />} />
        </Routes>
      </Suspense>
    </Frame>
  </HashRouter>
);

import { StyleProvider } from "@ant-design/cssinjs";
import { ConfigProvider } from "antd";
import { lazy, type ReactNode, Suspense } from "react";
import { createHashRouter, Navigate, RouterProvider } from "react-router";
import { useSession } from "../shared/client.tsx";
import { Loading } from "./parts/loading.tsx";
import { Welcome } from "./parts/welcome.tsx";
import { type PlaceId, places } from "./places.ts";
import { QueueScreen } from "./queue/queue-screen.tsx";
import { Shell } from "./shell.tsx";
import { theme } from "./theme/theme.ts";

// What an officer opens now and then comes when it is opened; the queue and its cases are there at once.
const SpeedScreen = lazy(() => import("./speed/speed-screen.tsx"));
const MapScreen = lazy(() => import("./map/map-screen.tsx"));
const DifferencesScreen = lazy(() => import("./money/differences-screen.tsx"));
const AuditScreen = lazy(() => import("./audit/audit-screen.tsx"));
const AuthoritiesScreen = lazy(() => import("./authorities/authorities-screen.tsx"));

const screens: Readonly<Record<PlaceId, ReactNode>> = {
  queue: <QueueScreen list="officer" />,
  overdue: <QueueScreen list="overdue" />,
  differences: <DifferencesScreen />,
  authorities: <AuthoritiesScreen />,
  speed: <SpeedScreen />,
  map: <MapScreen />,
  audit: <AuditScreen />,
};

const router = createHashRouter([
  {
    element: <Shell />,
    children: [
      ...places.map(({ id, path }) => ({ path, element: screens[id] })),
      { path: "*", element: <Navigate to="/queue" replace /> },
    ],
  },
]);

// antd would write its styles into the page; they are a file already, and what it writes goes nowhere.
const nowhere = document.createElement("div");

export const App = () => {
  const session = useSession();
  return (
    <StyleProvider container={nowhere}>
      <ConfigProvider theme={{ ...theme, zeroRuntime: true }}>
        <div className="desk">
          {session ? (
            <Suspense fallback={<Loading />}>
              <RouterProvider router={router} />
            </Suspense>
          ) : (
            <Welcome />
          )}
        </div>
      </ConfigProvider>
    </StyleProvider>
  );
};

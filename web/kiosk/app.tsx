import { useState } from "react";
import { useClient, useSession } from "../shared/client.tsx";
import { Say, useSpeech } from "../shared/texts/language.tsx";
import type { KioskDevices } from "./devices/devices.ts";
import type { SandboxHands } from "./devices/sandbox-devices.ts";
import { IdleWatch } from "./idle-watch.tsx";
import { SandboxPanel } from "./sandbox-panel.tsx";
import { CardScreen } from "./screens/card.tsx";
import { CaseScreen } from "./screens/case.tsx";
import { CasesScreen } from "./screens/cases.tsx";
import { LoginScreen } from "./screens/login.tsx";
import { StartScreen } from "./screens/start.tsx";
import { WelcomeScreen, type Wish } from "./screens/welcome.tsx";
import { wipe } from "./wipe.ts";
import "../shared/theme/elements.css";
import "./kiosk.css";

interface AppProps {
  readonly devices: KioskDevices;
  readonly hands: SandboxHands | undefined;
  readonly issuer: string;
}

/** Few big steps. Where one is stands in memory alone: no address and no history ever names a case. */
export const App = ({ devices, hands, issuer }: AppProps) => {
  const client = useClient();
  const session = useSession();
  const { language, setLanguage } = useSpeech();
  const [wish, setWish] = useState<Wish>();
  const [isChecked, setChecked] = useState(false);
  const [caseId, setCaseId] = useState<string>();
  const leave = (): void => void wipe(client);
  const screen = () => {
    if (wish === undefined) return <WelcomeScreen onWish={setWish} />;
    if (!session) return <LoginScreen issuer={issuer} deviceKey={devices.key} onLeave={leave} />;
    if (!isChecked) return <CardScreen devices={devices} onMatch={() => setChecked(true)} onLeave={leave} />;
    if (caseId !== undefined) return <CaseScreen caseId={caseId} devices={devices} />;
    if (wish === "continue") return <CasesScreen onCase={setCaseId} />;
    return <StartScreen packageId={wish} onCase={setCaseId} />;
  };
  return (
    <>
      <header className="bar">
        <p className="brand">
          <span className="mark" aria-hidden>
            窗
          </span>
          <Say zh="一窗 自助办税" en="One Window" />
        </p>
        <div className="bar-tools">
          <button
            type="button"
            lang={language === "zh" ? "en" : "zh-CN"}
            onClick={() => setLanguage(language === "zh" ? "en" : "zh")}
          >
            {language === "zh" ? "English" : "中文"}
          </button>
          {wish !== undefined && (
            <button type="button" className="leave" onClick={leave}>
              <Say zh="结束并清除" en="End and erase" />
            </button>
          )}
        </div>
      </header>
      <main>{screen()}</main>
      {wish !== undefined && <IdleWatch onIdle={leave} />}
      {hands && <SandboxPanel hands={hands} />}
    </>
  );
};

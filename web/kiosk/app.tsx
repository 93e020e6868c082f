import { useCallback, useState } from "react";
import { useClient, useSession } from "../shared/client.tsx";
import { Say, useSpeech } from "../shared/texts/language.tsx";
import { subjectOf } from "./device-flow.ts";
import type { KioskDevices } from "./devices/devices.ts";
import type { SandboxHands } from "./devices/sandbox-devices.ts";
import { IdleWatch } from "./idle-watch.tsx";
import { SandboxPanel } from "./sandbox-panel.tsx";
import { CardScreen } from "./screens/card.tsx";
import { CaseScreen } from "./screens/case.tsx";
import { CasesScreen } from "./screens/cases.tsx";
import { FarewellScreen } from "./screens/farewell.tsx";
import { LoginScreen } from "./screens/login.tsx";
import { StartScreen } from "./screens/start.tsx";
import { WelcomeScreen, type Wish } from "./screens/welcome.tsx";
import type { StepUp } from "./step-up.ts";
import { StepUpDialog } from "./step-up-dialog.tsx";
import { wipe } from "./wipe.ts";
import "../shared/theme/elements.css";
import "./theme/frame.css";
import "./theme/journey.css";
import "./theme/screens.css";
import "./theme/devices.css";

interface AppProps {
  readonly devices: KioskDevices;
  readonly hands: SandboxHands | undefined;
  readonly issuer: string;
  readonly stepUp: StepUp;
}

/** Few big steps. Where one is stands in memory alone: no address and no history ever names a case. */
export const App = ({ devices, hands, issuer, stepUp }: AppProps) => {
  const client = useClient();
  const session = useSession();
  const { language, setLanguage } = useSpeech();
  const [wish, setWish] = useState<Wish>();
  /** Whose card has lain on the reader. */
  const [checked, setChecked] = useState<string>();
  const [caseId, setCaseId] = useState<string>();
  const [isLeaving, setLeaving] = useState(false);
  const leave = useCallback((): void => {
    setLeaving(true);
    void wipe(client);
  }, [client]);
  const here = { issuer, deviceKey: devices.key };
  const screen = () => {
    if (isLeaving) return <FarewellScreen />;
    if (wish === undefined) return <WelcomeScreen onWish={setWish} />;
    if (!session) {
      return (
        <LoginScreen
          {...here}
          isAgain={checked !== undefined}
          // Nobody goes on where another has been: what is in memory is the other's.
          onSession={(next) => (checked === undefined || checked === subjectOf(next) ? client.auth.set(next) : leave())}
          onLeave={leave}
        />
      );
    }
    if (checked === undefined) {
      return <CardScreen devices={devices} onMatch={() => setChecked(subjectOf(session))} onLeave={leave} />;
    }
    if (caseId !== undefined) return <CaseScreen caseId={caseId} devices={devices} onLeave={leave} />;
    if (wish === "continue") return <CasesScreen devices={devices} onCase={setCaseId} />;
    return <StartScreen packageId={wish} onCase={setCaseId} />;
  };
  const isUnderWay = wish !== undefined && !isLeaving;
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
          {isUnderWay && (
            <button type="button" className="leave" onClick={leave}>
              <Say zh="结束并清除" en="End and erase" />
            </button>
          )}
        </div>
      </header>
      {/* A screen that has become another takes the focus as a whole. */}
      <main tabIndex={-1}>{screen()}</main>
      {isUnderWay && <IdleWatch onIdle={leave} />}
      {isUnderWay && <StepUpDialog {...here} stepUp={stepUp} />}
      {hands && <SandboxPanel hands={hands} />}
    </>
  );
};

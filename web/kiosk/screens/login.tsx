import { useEffect, useState } from "react";
import type { DeviceKey } from "../../../shared/api/client/device-proof.ts";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { ProblemNotice } from "../../shared/ui/problem.tsx";
import { QrCode } from "../../shared/ui/qr-code.tsx";
import { type Invitation, inviteToLogIn } from "../device-flow.ts";

interface LoginScreenProps {
  readonly issuer: string;
  readonly deviceKey: DeviceKey;
  readonly onLeave: () => void;
}

/** The person logs in on their own phone: nothing secret is typed where others can look. */
export const LoginScreen = ({ issuer, deviceKey, onLeave }: LoginScreenProps) => {
  const { auth } = useClient();
  const { say } = useSpeech();
  const [invitation, setInvitation] = useState<Invitation>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    const leaving = new AbortController();
    const run = async (): Promise<void> => {
      const invited = await inviteToLogIn(issuer, deviceKey);
      if (leaving.signal.aborted) return;
      setInvitation(invited);
      const session = await invited.answered(leaving.signal);
      if (session) auth.set(session);
      else if (!leaving.signal.aborted) onLeave();
    };
    run().catch(setError);
    return () => leaving.abort();
  }, [auth, issuer, deviceKey, onLeave]);
  return (
    <section className="card step">
      <p className="step-count">
        <Say zh="第 1 步" en="Step 1" />
      </p>
      <h1>
        <Say zh="用手机扫码登录" en="Scan with your phone to log in" />
      </h1>
      <ProblemNotice error={error} />
      {invitation && (
        <>
          <QrCode content={invitation.address} label={say({ zh: "登录二维码", en: "Code for logging in" })} />
          <p className="big-code">
            <small>
              <Say zh="手机上应显示同样的代码" en="Your phone must show this same code" />
            </small>
            <b data-testid="user-code">{invitation.userCode}</b>
          </p>
        </>
      )}
      <Button onClick={onLeave}>
        <Say zh="返回" en="Back" />
      </Button>
    </section>
  );
};

import { useEffect, useState } from "react";
import type { DeviceKey } from "../../shared/api/client/device-proof.ts";
import type { Session } from "../shared/auth/store.ts";
import { Say, useSpeech } from "../shared/texts/language.tsx";
import { ProblemNotice } from "../shared/ui/problem.tsx";
import { QrCode } from "../shared/ui/qr-code.tsx";
import { type Invitation, inviteToLogIn } from "./device-flow.ts";
import { useLatest } from "./use-latest.ts";

/** The identity provider by whom people log in here, and the key that signs what this kiosk asks of it. */
export interface LogInHere {
  readonly issuer: string;
  readonly deviceKey: DeviceKey;
}

interface ScanToLogInProps extends LogInHere {
  readonly maxAgeSeconds?: number | undefined;
  /** Nothing: they declined on the phone, or took too long. */
  readonly onAnswer: (session: Session | undefined) => void;
}

/** A code that is scanned and confirmed on the person's own phone: nothing secret is typed where others can look. */
export const ScanToLogIn = ({ issuer, deviceKey, maxAgeSeconds, onAnswer }: ScanToLogInProps) => {
  const { say } = useSpeech();
  const [invitation, setInvitation] = useState<Invitation>();
  const [error, setError] = useState<unknown>();
  const listener = useLatest(onAnswer);
  useEffect(() => {
    const leaving = new AbortController();
    const run = async (): Promise<void> => {
      const invited = await inviteToLogIn(issuer, deviceKey, { maxAgeSeconds });
      if (leaving.signal.aborted) return;
      setInvitation(invited);
      const session = await invited.answered(leaving.signal);
      if (!leaving.signal.aborted) listener.current(session);
    };
    run().catch((reason) => {
      if (!leaving.signal.aborted) setError(reason);
    });
    return () => leaving.abort();
  }, [issuer, deviceKey, maxAgeSeconds, listener]);
  return (
    <>
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
    </>
  );
};

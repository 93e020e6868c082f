import type { Session } from "../../shared/auth/store.ts";
import { Say } from "../../shared/texts/language.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { Journey } from "../journey.tsx";
import { type LogInHere, ScanToLogIn } from "../scan-to-log-in.tsx";

interface LoginScreenProps extends LogInHere {
  /** They had been logged in, and it has run out. */
  readonly isAgain: boolean;
  readonly onSession: (session: Session) => void;
  readonly onLeave: () => void;
}

/** The person logs in on their own phone. */
export const LoginScreen = ({ isAgain, onSession, onLeave, ...here }: LoginScreenProps) => (
  <section className="card step">
    <Journey at="login" />
    <h1>
      <Say zh="用手机扫码登录" en="Scan with your phone to log in" />
    </h1>
    {isAgain && (
      <p className="notice wait" role="status">
        <Say
          zh="为保护您的信息，登录已到期。请再扫一次，接着办理。"
          en="To protect you, your log-in has run out. Scan once more and go on where you were."
        />
      </p>
    )}
    <ScanToLogIn {...here} onAnswer={(session) => (session ? onSession(session) : onLeave())} />
    <Button onClick={onLeave}>
      <Say zh="返回" en="Back" />
    </Button>
  </section>
);

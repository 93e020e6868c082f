import { type ReactNode, useState } from "react";
import { useClient, useSession } from "../shared/client.tsx";
import { Say, useSpeech } from "../shared/texts/language.tsx";
import { Button } from "../shared/ui/button.tsx";
import { ProblemNotice } from "../shared/ui/problem.tsx";

/** As the API names a log-in with a second factor: who has one goes through signing and paying without another. */
const twoFactor = "urn:one-window:acr:two-factor";

export const useLogin = () => {
  const { auth } = useClient();
  const { language } = useSpeech();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const login = (): void => {
    setBusy(true);
    setError(undefined);
    auth.login({ acrValues: twoFactor, language }).catch((problem: unknown) => {
      setError(problem);
      setBusy(false);
    });
  };
  return { login, error, isBusy };
};

/** A screen for those who are logged in; others are asked to, and come back to it. */
export const LoginFirst = ({ children }: { readonly children: ReactNode }) => {
  const session = useSession();
  const { login, error, isBusy } = useLogin();
  if (session) return children;
  return (
    <section className="card">
      <h1>
        <Say zh="请先登录" en="Please log in" />
      </h1>
      <p>
        <Say
          zh="登录后将回到这里。登录由税务统一身份认证完成,需要二次验证。"
          en="You come back to this page. You log in with the bureau's identity service and a second factor."
        />
      </p>
      <ProblemNotice error={error} />
      <Button kind="primary" onClick={login} isBusy={isBusy}>
        <Say zh="登录" en="Log in" />
      </Button>
    </section>
  );
};

import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { useNavigate, useParams } from "react-router";
import { useClient } from "../../shared/client.tsx";
import { Say } from "../../shared/texts/language.tsx";
import { ProblemNotice } from "../../shared/ui/problem.tsx";
import { LoginFirst } from "../login-first.tsx";

const TakeScreen = () => {
  const { code = "" } = useParams();
  return (
    <LoginFirst>
      <Take code={code} />
    </LoginFirst>
  );
};
export default TakeScreen;

/** A case that was begun elsewhere goes on here, for the person whose code it is. */
const Take = ({ code }: { readonly code: string }) => {
  const { callApi } = useClient();
  const navigate = useNavigate();
  const { mutate, error } = useMutation({
    // The code is its own key: to take it twice is to take it once.
    mutationFn: () => callApi("redeemHandover", { idempotencyKey: `take-${code}`, body: { code } }),
    onSuccess: ({ caseId }) => void navigate(`/cases/${caseId}`, { replace: true }),
  });
  useEffect(() => mutate(), [mutate]);
  return (
    <>
      <h1>
        <Say zh="继续办理" en="Going on here" />
      </h1>
      {error ? <ProblemNotice error={error} /> : <p className="loading" aria-busy="true" />}
    </>
  );
};

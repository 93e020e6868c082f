import { useMutation, useQuery } from "@tanstack/react-query";
import { ApiProblem } from "../shared/api/call-api.ts";
import { atLatestVersion } from "../shared/case/at-latest-version.ts";
import type { CaseView } from "../shared/case/use-case.ts";
import { useClient } from "../shared/client.tsx";
import { Say } from "../shared/texts/language.tsx";
import { Button } from "../shared/ui/button.tsx";
import { ProblemNotice } from "../shared/ui/problem.tsx";
import { beginAtTop } from "./begin-at-top.ts";

/** Taking a whole case back, for whoever opened it: first what that means, then the button that does it. */
export const TakeCaseBack = ({ view }: { readonly view: CaseView }) => {
  const client = useClient();
  const { callApi, queries } = client;
  const { id: caseId, version } = view;
  const isOpen = view.status === "open";
  // Who opened a case, no view of it says; the consent that came with the opening is listed for them alone.
  const { data } = useQuery({
    queryKey: ["authorisations", caseId],
    queryFn: () => callApi("listAuthorisations", { caseId }),
    enabled: isOpen,
  });
  const withdrawing = useMutation({
    mutationFn: (idempotencyKey: string) =>
      atLatestVersion(client, { caseId, version }, (latest) =>
        callApi("withdrawCase", { caseId, version: latest, idempotencyKey }),
      ),
    onSuccess: (withdrawn) => {
      queries.setQueryData(["case", caseId], withdrawn);
      void queries.invalidateQueries({ queryKey: ["authorisations", caseId] });
      beginAtTop();
    },
  });
  const { error, isPending, mutate } = withdrawing;
  const isTooLate = error instanceof ApiProblem && error.code === "withdrawal-too-late";
  if (!isOpen || !data?.authorisations.some(({ stepId }) => stepId === "opening")) return null;
  return (
    <details className="card">
      <summary>
        <Say zh="撤回办件" en="Take the case back" />
      </summary>
      {!isTooLate && (
        <p>
          <Say
            zh="撤回后办件即告终结,不能恢复:不再查询,也不再办理后续事项,已办的保留,办件各方都会收到通知。需要时可以重新申请。不可撤销的事项(如申报)一旦开始,就不能撤回。"
            en="The case ends and cannot be brought back: nothing more is looked up or done, what has been done stays, and everybody in it is told. You can apply again whenever you need to. Once a step that cannot be undone has begun, such as the filing, it is too late."
          />
        </p>
      )}
      <ProblemNotice error={error} />
      {!isTooLate && (
        <Button kind="danger" onClick={() => mutate(crypto.randomUUID())} isBusy={isPending}>
          <Say zh="确认撤回办件" en="Yes, take it back" />
        </Button>
      )}
    </details>
  );
};

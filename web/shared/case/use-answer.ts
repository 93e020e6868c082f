import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { ApiProblem } from "../api/call-api.ts";
import { useClient } from "../client.tsx";
import type { Answers } from "../ui/schema.ts";
import { keepPending, takePending } from "./pending-answer.ts";
import type { CaseView } from "./use-case.ts";
import { useStepUp } from "./use-step-up.ts";

interface Answering {
  readonly answers: Answers;
  readonly version: number;
  readonly idempotencyKey: string;
}

/**
 * Sends an answer. Where the API wants a fresh second factor first, the person is led to it, and what they had confirmed
 * is sent when they are back: they said it once.
 */
export const useAnswer = (caseId: string, stepId: string, version: number) => {
  const { callApi, queries } = useClient();
  const stepUp = useStepUp();
  const shownSince = useRef(Date.now());
  const mutation = useMutation({
    mutationFn: ({ answers, version, idempotencyKey }: Answering) =>
      callApi("answerStep", {
        caseId,
        stepId,
        version,
        idempotencyKey,
        body: { answers, activeMilliseconds: Math.min(Date.now() - shownSince.current, 86_400_000) },
      }),
    onSuccess: (answered: CaseView) => queries.setQueryData(["case", caseId], answered),
    onError: async (error, answering) => {
      if (!(error instanceof ApiProblem)) return;
      if (error.code === "step-up-required") keepPending({ caseId, stepId, ...answering });
      await stepUp(error);
      // Somebody else of the case was faster: what they did is shown, and the answer can be given to that.
      if (error.code === "case-changed") await queries.invalidateQueries({ queryKey: ["case", caseId] });
    },
  });
  const { mutate } = mutation;
  useEffect(() => {
    const pending = takePending(caseId, stepId);
    if (pending) mutate(pending);
  }, [caseId, stepId, mutate]);
  return {
    ...mutation,
    answer: (answers: Answers) => mutate({ answers, version, idempotencyKey: crypto.randomUUID() }),
  };
};

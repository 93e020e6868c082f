import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { ApiProblem } from "../api/call-api.ts";
import { useClient } from "../client.tsx";
import type { Answers } from "../ui/schema.ts";
import { keepPending, takePending } from "./pending.ts";
import type { CaseView, Question } from "./use-case.ts";
import { useStepUp } from "./use-step-up.ts";

interface Answering {
  readonly answers: Answers;
  readonly idempotencyKey: string;
}

/** How often others of the case may be faster before the person is asked again. */
const mostRounds = 4;

/**
 * Sends an answer. Where the API wants a fresh second factor first, the person is led to it, and what they had confirmed
 * is sent when they are back. Where somebody else of the case was faster, it is sent again if the question has stayed the
 * very same: either way, they said it once.
 */
export const useAnswer = (view: CaseView, question: Question) => {
  const { callApi, queries, auth } = useClient();
  const stepUp = useStepUp();
  const shownSince = useRef(Date.now());
  const { id: caseId } = view;
  const { stepId } = question;
  const about = `${caseId}/${stepId}`;
  const mutation = useMutation({
    mutationFn: async ({ answers, idempotencyKey }: Answering): Promise<CaseView> => {
      const activeMilliseconds = Math.min(Date.now() - shownSince.current, 86_400_000);
      let { version } = view;
      for (let round = 1; ; round += 1) {
        try {
          return await callApi("answerStep", {
            caseId,
            stepId,
            version,
            idempotencyKey,
            body: { answers, activeMilliseconds },
          });
        } catch (error) {
          if (!isCode(error, "case-changed") || round === mostRounds) throw error;
          const now = await callApi("getCase", { caseId });
          const asked = now.questions.find((each) => each.stepId === stepId);
          if (asked === undefined || whatIsAsked(asked) !== whatIsAsked(question)) {
            queries.setQueryData(["case", caseId], now);
            throw error;
          }
          version = now.version;
        }
      }
    },
    onSuccess: (answered) => {
      queries.setQueryData(["case", caseId], answered);
      void queries.invalidateQueries({ queryKey: ["bills", caseId] });
    },
    onError: async (error, answering) => {
      if (isCode(error, "step-up-required") && auth.leadsAway) keepPending(about, answering);
      await stepUp(error);
    },
  });
  const { mutate } = mutation;
  useEffect(() => {
    const pending = takePending<Answering>(about);
    if (pending) mutate(pending);
  }, [about, mutate]);
  return { ...mutation, answer: (answers: Answers) => mutate({ answers, idempotencyKey: crypto.randomUUID() }) };
};

const isCode = (error: unknown, code: string): boolean => error instanceof ApiProblem && error.code === code;

/** All that the person agreed to by answering. */
const whatIsAsked = ({ statement, schema, prefilled }: Question): string =>
  JSON.stringify([statement, schema, prefilled.map(({ id, value }) => [id, value])]);

import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useClient } from "../client.tsx";
import { type Answers, given } from "../ui/schema.ts";
import { atLatestVersion } from "./at-latest-version.ts";
import type { CaseView, Question } from "./use-case.ts";

/** After so much quiet what has been typed is worth keeping. */
const quietMilliseconds = 1200;

/**
 * Keeps what somebody has filled in, when they pause and when they leave, so that they can go on later and through another
 * door. Sent as an answer, it needs no keeping any more: `drop`.
 */
export const useDraft = (view: CaseView, { stepId, draft }: Question, answers: Answers) => {
  const client = useClient();
  const { callApi, queries } = client;
  const { id: caseId, version } = view;
  const text = textOf(answers);
  const kept = useRef(textOf(draft?.answers));
  const { mutate, isSuccess, variables } = useMutation({
    mutationFn: (filledIn: string) => {
      const body = { answers: JSON.parse(filledIn) as Record<string, unknown> };
      return atLatestVersion(client, { caseId, version }, (latest) =>
        callApi("saveDraft", { caseId, stepId, version: latest, body }),
      );
    },
    // Who comes back at once finds it, too.
    onMutate: (filledIn) =>
      queries.setQueryData<CaseView>(["case", caseId], (now) => now && withDraft(now, stepId, filledIn)),
    // An answer that was given in the meantime is newer.
    onSuccess: (saved) =>
      queries.setQueryData<CaseView>(["case", caseId], (now) => (now && now.version > saved.version ? now : saved)),
  });
  const keep = useRef(() => {});
  useEffect(() => {
    keep.current = () => {
      if (text === kept.current) return;
      kept.current = text;
      mutate(text);
    };
    const timer = setTimeout(() => keep.current(), quietMilliseconds);
    return () => clearTimeout(timer);
  }, [text, mutate]);
  useEffect(() => () => keep.current(), []);
  return {
    isKept: isSuccess && variables === text,
    drop: (): void => {
      kept.current = text;
    },
  };
};

const textOf = (answers: unknown): string => JSON.stringify(given(answers) ?? {});

const withDraft = (view: CaseView, stepId: string, text: string): CaseView => {
  const draft = { answers: JSON.parse(text) as Record<string, unknown>, at: new Date().toISOString() };
  return { ...view, questions: view.questions.map((each) => (each.stepId === stepId ? { ...each, draft } : each)) };
};

import { useMutation } from "@tanstack/react-query";
import { Angry, Frown, Laugh, Meh, Smile } from "lucide-react";
import { useClient } from "../client.tsx";
import { useSpeech } from "../texts/language.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import type { CaseView } from "./use-case.ts";

/** The five of the national 好差评, the best first. */
const grades = [
  { score: 5, Icon: Laugh, name: { zh: "非常满意", en: "Very good" } },
  { score: 4, Icon: Smile, name: { zh: "满意", en: "Good" } },
  { score: 3, Icon: Meh, name: { zh: "基本满意", en: "Fair" } },
  { score: 2, Icon: Frown, name: { zh: "不满意", en: "Poor" } },
  { score: 1, Icon: Angry, name: { zh: "非常不满意", en: "Very poor" } },
] as const;

/** How satisfied somebody was, once their case is over: one tap, and nobody has to. */
export const Rating = ({ view }: { readonly view: CaseView }) => {
  const { callApi, queries } = useClient();
  const { say } = useSpeech();
  const rating = useMutation({
    // Whoever taps twice has said it once: the first one counts.
    mutationFn: (score: 1 | 2 | 3 | 4 | 5) =>
      callApi("rateCase", { caseId: view.id, idempotencyKey: `rate-${view.id}`, body: { score } }),
    onSuccess: (rated) => queries.setQueryData(["case", view.id], rated),
  });
  const given = grades.find(({ score }) => score === view.satisfaction?.score);
  if (!given && !view.satisfaction?.isAsked) return null;
  return (
    <section className="card rating" aria-labelledby="rating">
      <h2 id="rating">{say({ zh: "这次办理，您满意吗？", en: "How was it for you?" })}</h2>
      {given ? (
        <p role="status">
          {say({ zh: `您的评价：${given.name.zh}。谢谢！`, en: `You said: ${given.name.en}. Thank you!` })}
        </p>
      ) : (
        <fieldset className="grades" aria-labelledby="rating">
          {grades.map(({ score, Icon, name }) => (
            <button
              key={score}
              type="button"
              aria-disabled={rating.isPending}
              onClick={() => rating.isPending || rating.mutate(score)}
            >
              <Icon aria-hidden className="grade-face" />
              <span>{say(name)}</span>
            </button>
          ))}
        </fieldset>
      )}
      <ProblemNotice error={rating.error} />
    </section>
  );
};

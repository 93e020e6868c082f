import { Clock } from "lucide-react";
import { Say, useSpeech } from "../shared/texts/language.tsx";
import type { Step } from "../shared/ui/steps.tsx";

/** What was promised and is not there yet: said first, and by whom it is kept waiting. */
export const LateNotice = ({ steps }: { readonly steps: readonly Step[] }) => {
  const { say } = useSpeech();
  const late = steps.filter(({ isOverdue }) => isOverdue);
  if (late.length === 0) return null;
  return (
    <section className="notice wait" aria-label={say({ zh: "超过期限", en: "Late" })}>
      <Clock aria-hidden />
      <div>
        <strong>
          <Say zh="比承诺的时间晚了" en="Later than promised" />
        </strong>
        {late.map(({ id, name, words }) => (
          <p key={id}>{say({ zh: `${name.zh}:${words.zh}`, en: `${name.en}: ${words.en}` })}</p>
        ))}
      </div>
    </section>
  );
};

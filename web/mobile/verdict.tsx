import { CircleCheck, CircleX, Clock } from "lucide-react";
import type { ReactNode } from "react";
import type { Text } from "../../shared/kernel/text.ts";
import { useSpeech } from "../shared/texts/language.tsx";

const icons = { good: CircleCheck, wait: Clock, calm: Clock, bad: CircleX } as const;

interface VerdictProps {
  readonly tone: keyof typeof icons;
  readonly title: Text;
  /** For tests and style sheets: the state by its code. */
  readonly status: string;
  /** Beside the icon, under the title. */
  readonly children?: ReactNode;
  /** Over the whole width, below. */
  readonly below?: ReactNode;
}

/** Where something stands, in one sentence; said aloud when it changes. */
export const Verdict = ({ tone, title, status, children, below }: VerdictProps) => {
  const { say } = useSpeech();
  const Icon = icons[tone];
  return (
    <section className={`standing ${tone}`} data-status={status}>
      <Icon aria-hidden size="1.6em" />
      <div role="status">
        <strong>{say(title)}</strong>
        {children}
      </div>
      {below}
    </section>
  );
};

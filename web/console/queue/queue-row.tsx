import { Link } from "react-router";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { urgencyOf } from "../parts/moments.ts";
import { StateTag } from "../parts/tag.tsx";
import type { Queued } from "./use-queue.ts";

/** One case of the queue: what is wanted, how the promise stands, and whose hands it is in. */
export const QueueRow = ({
  queued,
  to,
  isChosen,
  now,
}: {
  readonly queued: Queued;
  readonly to: string;
  readonly isChosen: boolean;
  readonly now: number;
}) => {
  const { say } = useSpeech();
  const [first] = queued.waiting;
  const urgency = urgencyOf(first?.promisedBy, now);
  return (
    <li className={`queue-row ${urgency?.level ?? "calm"}`}>
      <Link to={to} aria-current={isChosen ? "true" : undefined} data-case={queued.id}>
        <span className="row-top">
          <span className="row-name">{first ? say(first.name) : say(queued.words)}</span>
          {urgency && <span className={`promise ${urgency.level}`}>{say(urgency.words)}</span>}
        </span>
        <span className="row-package">{say(queued.package.name)}</span>
        {first?.because && <span className="row-because">{say(first.because)}</span>}
        <span className="row-foot">
          <code>{queued.id.slice(0, 8)}</code>
          {first && first.waitsFor.id !== "officer" && (
            <StateTag tone="wait">
              <Say zh={`等待${first.waitsFor.name.zh}`} en={`waits for ${first.waitsFor.name.en}`} />
            </StateTag>
          )}
          {first?.claim === "reader" && (
            <StateTag tone="brand">
              <Say zh="我已受理" en="in my hands" />
            </StateTag>
          )}
          {first?.claim === "colleague" && (
            <StateTag>
              <Say zh="同事已受理" en="with a colleague" />
            </StateTag>
          )}
          {queued.waiting.length > 1 && (
            <StateTag>
              <Say zh={`另有 ${queued.waiting.length - 1} 项`} en={`${queued.waiting.length - 1} more`} />
            </StateTag>
          )}
        </span>
      </Link>
    </li>
  );
};

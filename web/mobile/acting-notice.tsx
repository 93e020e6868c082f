import { UserRoundCheck } from "lucide-react";
import { Link } from "react-router";
import type { Delegation } from "../shared/case/acting.ts";
import { Say, useSpeech } from "../shared/texts/language.tsx";
import { dateTime } from "../shared/ui/format.ts";

/** Whose case this is, for whoever acts for them; it stays above everything that is done. */
export const ActingNotice = ({ caseId, mandate }: { readonly caseId: string; readonly mandate: Delegation }) => {
  const { say } = useSpeech();
  const { actsFor = "", until } = mandate;
  return (
    <section className="notice wait acting" aria-label={say({ zh: "代办", en: "Acting for another" })}>
      <UserRoundCheck aria-hidden />
      <div>
        <strong>{say({ zh: `您正在代 ${actsFor} 办理`, en: `You are acting for ${actsFor}` })}</strong>
        <p>
          {say({
            zh: `所办事项记在您名下,委托人随时可见；${dateTime(until, "zh")}到期。`,
            en: `What you do is recorded as yours, and they see it. It ends ${dateTime(until, "en")}.`,
          })}
        </p>
        <Link to={`/cases/${caseId}/delegations`}>
          <Say zh="查看或结束代办" en="See it, or end it" />
        </Link>
      </div>
    </section>
  );
};

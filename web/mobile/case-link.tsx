import { ChevronRight } from "lucide-react";
import { Link } from "react-router";
import type { ReplyOf } from "../shared/api/call-api.ts";
import { useSpeech } from "../shared/texts/language.tsx";
import { dateTime } from "../shared/ui/format.ts";

export const CaseLink = ({ summary }: { readonly summary: ReplyOf<"listCases">["cases"][number] }) => {
  const { say, language } = useSpeech();
  return (
    <Link to={`/cases/${summary.id}`} className="door">
      <span>
        <strong>{say(summary.package.name)}</strong>
        <small>{say(summary.words)}</small>
        <small>
          {say({ zh: "申请于 ", en: "Opened " })}
          {dateTime(summary.openedAt, language)}
        </small>
      </span>
      {summary.asksReader && <span className="badge">{say({ zh: "待您办理", en: "Your turn" })}</span>}
      <ChevronRight aria-hidden className="end" />
    </Link>
  );
};

import type { ReplyOf } from "../shared/api/call-api.ts";
import { Say } from "../shared/texts/language.tsx";
import { dateTime } from "../shared/ui/format.ts";
import { Door } from "./door.tsx";

export const CaseLink = ({ summary }: { readonly summary: ReplyOf<"listCases">["cases"][number] }) => {
  const { id, package: of, words, openedAt, asksReader } = summary;
  const opened = { zh: `申请于 ${dateTime(openedAt, "zh")}`, en: `Opened ${dateTime(openedAt, "en")}` };
  return (
    <Door
      to={`/cases/${id}`}
      name={of.name}
      hints={[words, opened]}
      badge={asksReader && <Say zh="待您办理" en="Your turn" />}
    />
  );
};

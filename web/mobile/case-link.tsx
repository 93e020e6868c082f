import type { ReplyOf } from "../shared/api/call-api.ts";
import { Say } from "../shared/texts/language.tsx";
import { dateTime } from "../shared/ui/format.ts";
import { Door } from "./door.tsx";

export const CaseLink = ({ summary }: { readonly summary: ReplyOf<"listCases">["cases"][number] }) => {
  const { id, package: of, words, openedAt, asksReader, mayActUntil } = summary;
  const opened = { zh: `申请于 ${dateTime(openedAt, "zh")}`, en: `Opened ${dateTime(openedAt, "en")}` };
  const acts = mayActUntil && {
    zh: `受托代办,至 ${dateTime(mayActUntil, "zh")}`,
    en: `You act for another until ${dateTime(mayActUntil, "en")}`,
  };
  return (
    <Door
      to={`/cases/${id}`}
      name={of.name}
      hints={acts ? [words, acts] : [words, opened]}
      badge={asksReader && <Say zh="待您办理" en="Your turn" />}
    />
  );
};

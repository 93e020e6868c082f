import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useParams } from "react-router";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { dateTime } from "../../shared/ui/format.ts";
import { BackToCase } from "../back-to-case.tsx";
import { LoginFirst } from "../login-first.tsx";
import { Waiting } from "../waiting.tsx";

const MessagesScreen = () => {
  const { caseId = "" } = useParams();
  return (
    <LoginFirst>
      <Messages caseId={caseId} />
    </LoginFirst>
  );
};
export default MessagesScreen;

/** What the bureau has told this person in this case, each with what to do next. Seen here is read. */
const Messages = ({ caseId }: { readonly caseId: string }) => {
  const { callApi } = useClient();
  const { say, language } = useSpeech();
  const { data, error } = useQuery({
    queryKey: ["messages", caseId],
    queryFn: () => callApi("getMessages", { caseId }),
  });
  const last = data && data.unread > 0 ? data.messages.at(-1)?.number : undefined;
  useEffect(() => {
    // A mark that is lost is set at the next look.
    if (last !== undefined) void callApi("markMessagesRead", { caseId, body: { upTo: last } }).catch(() => {});
  }, [callApi, caseId, last]);
  return (
    <>
      <BackToCase caseId={caseId} />
      <h1>
        <Say zh="消息与通知" en="Messages" />
      </h1>
      <Waiting data={data} error={error} />
      <ol className="messages">
        {data?.messages.toReversed().map(({ number, at, text, next, readAt }) => (
          <li key={number} className="card">
            <p className="message-head">
              <time dateTime={at}>{dateTime(at, language)}</time>
              {!readAt && <span className="badge">{say({ zh: "新", en: "New" })}</span>}
            </p>
            <p>{say(text)}</p>
            <p className="next">{say(next)}</p>
          </li>
        ))}
      </ol>
    </>
  );
};

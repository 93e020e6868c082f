import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { dateTime } from "../../shared/ui/format.ts";
import { LoginFirst } from "../login-first.tsx";
import { Waiting } from "../waiting.tsx";

const AccessLogScreen = () => (
  <LoginFirst>
    <AccessLog />
  </LoginFirst>
);
export default AccessLogScreen;

/** Who looked at one's data: machine or official, when, what, why. */
const AccessLog = () => {
  const { callApi } = useClient();
  const { say, language } = useSpeech();
  const { data, error, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ["access-log"],
    queryFn: ({ pageParam }) => callApi("getAccessLog", pageParam === undefined ? {} : { cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  const entries = data?.pages.flatMap((page) => page.entries);
  return (
    <>
      <h1>
        <Say zh="谁看过我的信息" en="Who saw my data" />
      </h1>
      <p className="lead">
        <Say
          zh="每一次查询都记入不可篡改的记录,包括系统自动查询和工作人员查看。"
          en="Every look-up is kept in a record that cannot be altered unseen: those of machines and those of officials."
        />
      </p>
      <Waiting data={data} error={error} />
      {entries?.length === 0 && (
        <p className="card">
          <Say zh="还没有人查询过您的信息。" en="Nobody has looked at your data yet." />
        </p>
      )}
      <ol className="messages">
        {entries?.map(({ at, who, words, reason, note, does, caseId, fields }) => (
          <li key={at + words.zh + reason.zh} className="card">
            <p className="message-head">
              <strong>{say(who)}</strong>
              <time dateTime={at}>{dateTime(at, language)}</time>
            </p>
            <p>{say(words)}</p>
            {note && <p>{note}</p>}
            {fields.length > 0 && (
              <p>
                <small>{fields.map(say).join(say({ zh: "、", en: ", " }))}</small>
              </p>
            )}
            {does === "looks-up" && (
              <Link to={`/access-log/${caseId}`} className="back">
                <Say zh="为何查询,如何提出异议" en="Why, and how to object" />
                <span className="visually-hidden">{dateTime(at, language)}</span>
              </Link>
            )}
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button onClick={() => void fetchNextPage()} isBusy={isFetching}>
          <Say zh="更早的记录" en="Earlier ones" />
        </Button>
      )}
    </>
  );
};

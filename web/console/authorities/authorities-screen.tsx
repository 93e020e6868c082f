import { useQuery } from "@tanstack/react-query";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Loading } from "../parts/loading.tsx";
import { clockIn, momentIn, spanIn } from "../parts/moments.ts";
import { ProblemNote } from "../parts/problem.tsx";
import { Screen } from "../parts/screen.tsx";
import { StateTag } from "../parts/tag.tsx";
import { useNow } from "../parts/use-now.ts";
import "./authorities.css";

const everyMilliseconds = 10_000;

/** Which authorities answer, and how many people wait for those that do not. */
const AuthoritiesScreen = () => {
  const { callApi } = useClient();
  const { say, language } = useSpeech();
  const now = useNow();
  const { data, error, isPending } = useQuery({
    queryKey: ["authorities"],
    queryFn: () => callApi("listAuthorities"),
    refetchInterval: everyMilliseconds,
  });
  const silent = data?.authorities.filter(({ silence }) => silence) ?? [];
  return (
    <Screen
      title={{ zh: "部门状态", en: "Authorities" }}
      intro={
        data && (
          <Say
            zh={`从等待中的办件看到的情况,${clockIn("zh", data.at)}。系统会自动再次查询,当事人无需重新提交。`}
            en={`As the waiting cases show it, at ${clockIn("en", data.at)}. Silent ones are asked again by themselves; nobody has to hand in anything twice.`}
          />
        )
      }
    >
      <ProblemNote error={error} />
      {isPending && <Loading />}
      {data && (
        <p className="headline" role="status">
          {silent.length === 0 ? (
            <Say zh="没有办件在等待沉默的部门。" en="No case waits for a silent authority." />
          ) : (
            <Say
              zh={`${silent.length} 个部门没有答复,${data.isComplete ? "" : "至少 "}${total(silent)} 件办件在等。`}
              en={`${silent.length} do not answer; ${data.isComplete ? "" : "at least "}${total(silent)} cases wait.`}
            />
          )}
        </p>
      )}
      <ul className="authority-cards">
        {[...(data?.authorities ?? [])]
          .sort((one, other) => (other.silence?.cases ?? 0) - (one.silence?.cases ?? 0))
          .map(({ id, name, silence, packages }) => (
            <li key={id} className={silence ? "authority-card silent" : "authority-card"}>
              <header>
                <h2>{say(name)}</h2>
                {silence ? (
                  <StateTag tone="bad">
                    <Say zh="没有答复" en="silent" />
                  </StateTag>
                ) : (
                  <StateTag tone="good">
                    <Say zh="无人在等" en="nobody waits" />
                  </StateTag>
                )}
              </header>
              {silence && (
                <dl className="pairs">
                  <div>
                    <dt>
                      <Say zh="等待的办件" en="Cases waiting" />
                    </dt>
                    <dd className="figures big-figure">{silence.cases}</dd>
                  </div>
                  <div>
                    <dt>
                      <Say zh="最早等待" en="Longest wait" />
                    </dt>
                    <dd>
                      {spanIn(language, now - Date.parse(silence.since))}{" "}
                      <small>{momentIn(language, silence.since)}</small>
                    </dd>
                  </div>
                  {silence.nextAt && (
                    <div>
                      <dt>
                        <Say zh="下次查询" en="Asked again" />
                      </dt>
                      <dd className="figures">{clockIn(language, silence.nextAt)}</dd>
                    </div>
                  )}
                  <div>
                    <dt>
                      <Say zh="情形" en="How" />
                    </dt>
                    <dd>
                      {silence.reasons.map(({ code, steps }) => `${say(reasonName(code))} × ${steps}`).join(", ")}
                    </dd>
                  </div>
                </dl>
              )}
              <details className="grounds">
                <summary>
                  <Say zh="用于哪些事项" en="What it is asked for" />
                </summary>
                {packages.map((each) => (
                  <div key={each.id}>
                    <h3>{say(each.name)}</h3>
                    <p>{each.steps.map((step) => say(step.name)).join(language === "zh" ? "、" : ", ")}</p>
                  </div>
                ))}
              </details>
            </li>
          ))}
      </ul>
    </Screen>
  );
};

export default AuthoritiesScreen;

const total = (silent: readonly { readonly silence?: { readonly cases: number } | undefined }[]): number =>
  silent.reduce((sum, { silence }) => sum + (silence?.cases ?? 0), 0);

const reasonNames: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  "time-box-exceeded": { zh: "超时", en: "too slow" },
  "breaker-open": { zh: "暂停呼叫", en: "calls paused" },
  unreachable: { zh: "连接不上", en: "unreachable" },
  failed: { zh: "对方故障", en: "fault on their side" },
  "unreadable-answer": { zh: "答复无法识别", en: "answer not understood" },
  "step-failed": { zh: "本系统故障", en: "fault on our side" },
};
const reasonName = (code: string) => reasonNames[code] ?? { zh: code, en: code };

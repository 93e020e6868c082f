import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect } from "react";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import "../theme/welcome.css";

/** Before the log-in: what the desk is, and on an engineer's machine what one can try there. */
export const Welcome = () => {
  const { auth, readConfig } = useClient();
  const { language, say } = useSpeech();
  const { data: config } = useQuery({ queryKey: ["config"], queryFn: readConfig });
  useEffect(() => {
    document.title = say({ zh: "一窗工作台", en: "One Window desk" });
  }, [say]);
  return (
    <main className="welcome">
      <div className="welcome-card">
        <p className="mark" aria-hidden="true">
          窗
        </p>
        <h1>
          <Say zh="一窗 · 税务工作台" en="One Window · officers' desk" />
        </h1>
        <p>
          <Say
            zh="机器办不了的,由您决定:待办、核对、更正、对账,每一步都记录在案。"
            en="What machines may not decide comes here: queue, comparison, correction, reconciliation; every step on record."
          />
        </p>
        <Button type="primary" size="large" onClick={() => void auth.login({ language })}>
          <Say zh="用工作账号登录" en="Log in with your work account" />
        </Button>
        {config?.isSandbox && (
          <div className="sandbox-note">
            <h2>
              <Say zh="这是演示环境,人物均为虚构" en="This is a sandbox; its people are invented" />
            </h2>
            <ul>
              <li>
                <Say zh="以 officer-lin 登录,处理待办" en="Log in as officer-lin and work through the queue" />
              </li>
              <li>
                <Say zh="用键盘:j、k 选择,? 查看全部快捷键" en="By keyboard: j and k to choose, ? for all keys" />
              </li>
              <li>
                <Say zh="另开手机端办一件,看它来到这里" en="Open a case on the phone's page and watch it arrive here" />
              </li>
            </ul>
          </div>
        )}
        <LanguageSwitch />
      </div>
    </main>
  );
};

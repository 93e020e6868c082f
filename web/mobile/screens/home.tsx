import { useQuery } from "@tanstack/react-query";
import { Building2, Calculator, House, SearchCheck } from "lucide-react";
import { useClient, useSession } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { CaseLink } from "../case-link.tsx";
import { Door } from "../door.tsx";
import { useLogin } from "../login-first.tsx";

const begin = [
  {
    to: "/start/second-hand-housing",
    icon: House,
    name: { zh: "二手房交易缴税", en: "Tax on a second-hand home" },
    hints: [{ zh: "买卖双方各自在手机上办", en: "Each side on their own phone" }],
  },
  {
    to: "/start/new-taxpayer",
    icon: Building2,
    name: { zh: "新办企业开业", en: "Register a new business" },
    hints: [{ zh: "十五项业务一次办结", en: "Fifteen tasks, done in one go" }],
  },
  {
    to: "/estimate",
    icon: Calculator,
    name: { zh: "先算一算税", en: "Estimate the tax" },
    hints: [{ zh: "无需登录,不查询也不保存", en: "No login; nothing is looked up or kept" }],
  },
  {
    to: "/certificates",
    icon: SearchCheck,
    name: { zh: "证明查验", en: "Check a certificate" },
    hints: [{ zh: "凭防伪码辨别真伪,无需登录", en: "By its code; no login" }],
  },
] as const;

/** The first look: what one can do here, in three lines, and the doors to it. */
export const HomeScreen = () => {
  const { say } = useSpeech();
  const session = useSession();
  return (
    <>
      <section className="hero">
        <h1>
          {session ? (
            say({ zh: `${session.name},您好`, en: `Hello, ${session.name}` })
          ) : (
            <Say zh="不用跑,不用纸" en="No trip, no papers" />
          )}
        </h1>
        <ol>
          <li>
            <Say
              zh="二手房缴税:输入网签合同编号,其余由系统查询。"
              en="Tax on a home: enter the contract number, we look up the rest."
            />
          </li>
          <li>
            <Say
              zh="新办企业:十五项业务一张表,确认一次。"
              en="A new business: fifteen tasks in one form, confirmed once."
            />
          </li>
          <li>
            <Say zh="每笔税都写明依据,每次查询您都看得到。" en="Every tax shows its law, and you see every look-up." />
          </li>
        </ol>
        {!session && <LoginButton />}
      </section>
      {session && <OpenCases />}
      <section aria-labelledby="begin">
        <h2 id="begin">
          <Say zh="办理" en="Begin" />
        </h2>
        <ul className="doors">
          {begin.map((door) => (
            <li key={door.to}>
              <Door {...door} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
};

const LoginButton = () => {
  const { login, isBusy } = useLogin();
  return (
    <Button onClick={login} isBusy={isBusy}>
      <Say zh="登录" en="Log in" />
    </Button>
  );
};

/** What is under way, so that it can be taken up again where it was left, wherever that was. */
const OpenCases = () => {
  const { callApi } = useClient();
  const { data } = useQuery({ queryKey: ["cases"], queryFn: () => callApi("listCases", {}) });
  const open = data?.cases.filter(({ status }) => status === "open").slice(0, 3) ?? [];
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="under-way">
      <h2 id="under-way">
        <Say zh="正在办理" en="Under way" />
      </h2>
      <ul className="doors">
        {open.map((summary) => (
          <li key={summary.id}>
            <CaseLink summary={summary} />
          </li>
        ))}
      </ul>
    </section>
  );
};

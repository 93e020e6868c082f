import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { ApiProblem } from "../../shared/api/call-api.ts";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Loading } from "../parts/loading.tsx";
import { Panel } from "../parts/panel.tsx";
import { ProblemNote } from "../parts/problem.tsx";
import { Screen } from "../parts/screen.tsx";
import { ChainTable } from "./chain-table.tsx";

/** Whether the log of who read what is whole: of the office's staff, or of everybody in one case. */
const AuditScreen = () => {
  const [typed, setTyped] = useState("");
  const [caseId, setCaseId] = useState<string>();
  const { say } = useSpeech();
  const check = (event: FormEvent): void => {
    event.preventDefault();
    setCaseId(typed.trim().toLowerCase() || undefined);
  };
  return (
    <Screen
      title={{ zh: "查阅审计", en: "Audit" }}
      intro={
        <Say
          zh="每次查阅都记入前后相扣的链;改动、删除或换序的任何一条都会被指出。当事人可随时看到谁看过自己的信息。"
          en="Every read is a link of a chain; one that was altered, removed or moved is named. The people read who looked at their data."
        />
      }
    >
      <Panel title={<Say zh="本机关人员的查阅记录" en="What this office's staff have read" />}>
        <Chains />
      </Panel>
      <Panel title={<Say zh="一个办件所涉各人的记录" en="The records of everybody in one case" />}>
        <form className="inline-form" onSubmit={check}>
          <label htmlFor="audited-case">{say({ zh: "办件编号", en: "Case number" })}</label>
          <Input id="audited-case" value={typed} autoComplete="off" onChange={({ target }) => setTyped(target.value)} />
          <Button htmlType="submit">
            <Say zh="检查" en="Check" />
          </Button>
        </form>
        {caseId && <Chains caseId={caseId} />}
      </Panel>
    </Screen>
  );
};

export default AuditScreen;

const Chains = ({ caseId }: { readonly caseId?: string }) => {
  const { callApi } = useClient();
  const { data, error, isPending } = useQuery({
    queryKey: ["access-check", caseId],
    queryFn: () => callApi("checkAccessLog", caseId === undefined ? {} : { caseId }),
  });
  if (isPending) return <Loading />;
  if (error instanceof ApiProblem && error.code === "officer-only") {
    return (
      <Alert
        type="info"
        showIcon
        title={
          <Say
            zh="审计由主管或审计人员进行,您的账号不能查看。"
            en="Supervisors and auditors do this; your account may not."
          />
        }
      />
    );
  }
  if (!data) return <ProblemNote error={error} />;
  return <ChainTable checked={data} />;
};

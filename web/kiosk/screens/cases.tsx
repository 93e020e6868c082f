import { useQuery } from "@tanstack/react-query";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { ProblemNotice } from "../../shared/ui/problem.tsx";

export const CasesScreen = ({ onCase }: { readonly onCase: (caseId: string) => void }) => {
  const { callApi } = useClient();
  const { say } = useSpeech();
  const { data, error } = useQuery({ queryKey: ["cases"], queryFn: () => callApi("listCases", {}) });
  return (
    <section className="card step">
      <h1>
        <Say zh="您的办件" en="Your cases" />
      </h1>
      <ProblemNotice error={error} />
      {data?.cases.length === 0 && (
        <p>
          <Say zh="还没有办件。" en="There is none yet." />
        </p>
      )}
      <div className="wishes">
        {data?.cases.map(({ id, package: { name }, words, asksReader }) => (
          <button key={id} type="button" onClick={() => onCase(id)}>
            <strong>{say(name)}</strong>
            <span>{say(words)}</span>
            {asksReader && <span className="badge">{say({ zh: "待您办理", en: "Your turn" })}</span>}
          </button>
        ))}
      </div>
    </section>
  );
};

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { DocumentList, download } from "../../shared/case/documents.tsx";
import { useClient } from "../../shared/client.tsx";
import { Say } from "../../shared/texts/language.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { ProblemNotice } from "../../shared/ui/problem.tsx";
import type { Answers, FieldSchema } from "../../shared/ui/schema.ts";
import { SchemaForm } from "../../shared/ui/schema-form.tsx";
import { LoginFirst } from "../login-first.tsx";

const CompanyFileScreen = () => (
  <LoginFirst>
    <CompanyFile />
  </LoginFirst>
);
export default CompanyFileScreen;

const schema: FieldSchema = {
  type: "object",
  properties: {
    creditCode: {
      type: "string",
      title: "统一社会信用代码",
      description: "Unified social credit code",
      maxLength: 18,
    },
  },
  required: ["creditCode"],
};

/** All documents of a company, over all its cases. Whose it is, the register says each time; its number stays in no address. */
const CompanyFile = () => {
  const { callApi } = useClient();
  const [answers, setAnswers] = useState<Answers>({});
  const reading = useMutation({
    mutationFn: (creditCode: string) => callApi("readCompanyFile", { body: { creditCode } }),
  });
  const { data, variables: creditCode = "" } = reading;
  return (
    <>
      <h1>
        <Say zh="企业档案" en="A company's file" />
      </h1>
      <p className="lead">
        <Say
          zh="历次办理的全部文书。限登记的法定代表人和自然人股东,每次打开都向市场监管部门核对。"
          en="All documents of all its cases, for its legal representative and the natural persons who hold shares. The register is asked each time."
        />
      </p>
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          reading.mutate(String(answers.creditCode ?? "").trim());
        }}
      >
        <SchemaForm schema={schema} answers={answers} onChange={setAnswers} error={reading.error} base="" />
        <Button kind="primary" type="submit" isBusy={reading.isPending}>
          <Say zh="打开档案" en="Open the file" />
        </Button>
      </form>
      <ProblemNotice error={reading.error} />
      {data && (
        <section className="card" aria-labelledby="company">
          <h2 id="company" lang="zh-CN">
            {data.name}
          </h2>
          {data.documents.length === 0 ? (
            <p>
              <Say zh="还没有文书。" en="There is no document yet." />
            </p>
          ) : (
            <DocumentList
              documents={data.documents}
              fetchFile={(documentId) => callApi("getCompanyDocument", { documentId, body: { creditCode } })}
              onFile={download}
              action={{ zh: "下载 PDF", en: "Download PDF" }}
            />
          )}
        </section>
      )}
    </>
  );
};

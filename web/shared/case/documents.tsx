import { useMutation, useQuery } from "@tanstack/react-query";
import { FileCheck2 } from "lucide-react";
import type { ReplyOf } from "../api/call-api.ts";
import { useClient } from "../client.tsx";
import { useSpeech } from "../texts/language.tsx";
import { Button } from "../ui/button.tsx";
import { day, money } from "../ui/format.ts";
import { ProblemNotice } from "../ui/problem.tsx";

export type CaseDocument = ReplyOf<"listDocuments">["documents"][number];

/** What is done with a document's file: kept on a phone, printed at a kiosk. */
export type OnFile = (file: Blob, document: CaseDocument) => Promise<void> | void;

interface DocumentsProps {
  readonly caseId: string;
  /** Changes whenever there may be new ones. */
  readonly version: number;
  readonly onFile: OnFile;
  readonly action: { readonly zh: string; readonly en: string };
}

/** Certificates and result documents, each with its anti-forgery code. */
export const Documents = ({ caseId, version, onFile, action }: DocumentsProps) => {
  const { callApi } = useClient();
  const { say } = useSpeech();
  const { data } = useQuery({
    queryKey: ["documents", caseId, version],
    queryFn: () => callApi("listDocuments", { caseId }),
    placeholderData: (before) => before,
    // A certificate is made a moment after the case has come to its end.
    refetchInterval: ({ state }) => (state.data?.documents.length ? 5000 : 2000),
  });
  const documents = data?.documents ?? [];
  if (documents.length === 0) return null;
  return (
    <section className="card" aria-labelledby="documents">
      <h2 id="documents">{say({ zh: "证明与文书", en: "Certificates and documents" })}</h2>
      <ul className="documents">
        {documents.map((document) => (
          <DocumentLine key={document.id} caseId={caseId} document={document} onFile={onFile} action={action} />
        ))}
      </ul>
    </section>
  );
};

interface DocumentLineProps extends Pick<DocumentsProps, "caseId" | "onFile" | "action"> {
  readonly document: CaseDocument;
}

const DocumentLine = ({ caseId, document, onFile, action }: DocumentLineProps) => {
  const { callApi } = useClient();
  const { say, language } = useSpeech();
  const { id, title, number, code, total, validTo, status } = document;
  const fetching = useMutation({
    mutationFn: async () => {
      const bytes = await callApi("getDocument", { caseId, documentId: id });
      await onFile(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/pdf" }), document);
    },
  });
  return (
    <li data-status={status}>
      <FileCheck2 aria-hidden />
      <div>
        <strong lang="zh-CN">{title}</strong>
        <p>
          {number} {total !== undefined && <> · {money(total)}</>}
        </p>
        <p className="code">
          {say({ zh: "防伪码 ", en: "Code " })}
          <b>{code}</b>
        </p>
        <small>
          {status === "valid"
            ? say({ zh: `${day(validTo, "zh")}前可在线查验`, en: `Can be checked online to ${day(validTo, language)}` })
            : status === "revoked"
              ? say({ zh: "已作废", en: "Revoked" })
              : say({ zh: "在线查验期已过", en: "No longer checked online" })}
        </small>
        <ProblemNotice error={fetching.error} />
        <Button onClick={() => fetching.mutate()} isBusy={fetching.isPending}>
          {say(action)}
          <span className="visually-hidden" lang="zh-CN">
            {title} {number}
          </span>
        </Button>
      </div>
    </li>
  );
};

/** Hands a file to the person's own device. */
export const download: OnFile = (file, { title, number }) => {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = `${title}-${number}.pdf`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

import { useMutation, useQuery } from "@tanstack/react-query";
import { FileCheck2 } from "lucide-react";
import type { ReplyOf } from "../api/call-api.ts";
import { useClient } from "../client.tsx";
import { setInChinese, useSpeech } from "../texts/language.tsx";
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
      <DocumentList
        documents={documents}
        fetchFile={(documentId) => callApi("getDocument", { caseId, documentId })}
        onFile={onFile}
        action={action}
      />
    </section>
  );
};

interface DocumentListProps extends Pick<DocumentsProps, "onFile" | "action"> {
  readonly documents: readonly CaseDocument[];
  readonly fetchFile: (documentId: string) => Promise<Uint8Array>;
}

/** Documents with what stands on them, wherever they were found. */
export const DocumentList = ({ documents, ...how }: DocumentListProps) => (
  <ul className="documents">
    {documents.map((document) => (
      <DocumentLine key={document.code} document={document} {...how} />
    ))}
  </ul>
);

interface DocumentLineProps extends Omit<DocumentListProps, "documents"> {
  readonly document: CaseDocument;
}

const DocumentLine = ({ document, fetchFile, onFile, action }: DocumentLineProps) => {
  const { say, language } = useSpeech();
  const { id, title, number, code, total, validTo, status } = document;
  const fetching = useMutation({
    mutationFn: async () => onFile(pdfOf(await fetchFile(id)), document),
  });
  return (
    <li data-status={status}>
      <FileCheck2 aria-hidden />
      <div>
        <strong lang="zh-CN">{setInChinese(title)}</strong>
        <p>{number}</p>
        {total !== undefined && <p className="total">{money(total)}</p>}
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

export const pdfOf = (bytes: Uint8Array): Blob =>
  new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/pdf" });

/** Hands a file to the person's own device. */
export const download = (file: Blob, { title, number }: Pick<CaseDocument, "title" | "number">): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = `${title}-${number}.pdf`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

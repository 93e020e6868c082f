import { useMutation, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useNavigate, useParams } from "react-router";
import type { Text } from "../../../shared/kernel/text.ts";
import type { ReplyOf } from "../../shared/api/call-api.ts";
import { download, pdfOf } from "../../shared/case/documents.tsx";
import { useClient } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { dateTime, day, money } from "../../shared/ui/format.ts";
import { ProblemNotice } from "../../shared/ui/problem.tsx";
import { Verdict } from "../verdict.tsx";
import { Waiting } from "../waiting.tsx";

/** Whether a certificate is ours, for anybody who has its code: where the QR code on every certificate leads. */
const CertificateScreen = () => {
  const { code } = useParams();
  return (
    <>
      <h1>
        <Say zh="证明查验" en="Check a certificate" />
      </h1>
      {code === undefined ? (
        <p className="lead">
          <Say
            zh="扫描证明上的二维码,或在此输入防伪码。无需登录。"
            en="Scan the QR code on the paper, or type its code here. No login."
          />
        </p>
      ) : (
        <Checked key={code} code={code} />
      )}
      <CodeForm key={`form-${code}`} isAgain={code !== undefined} />
    </>
  );
};
export default CertificateScreen;

const CodeForm = ({ isAgain }: { readonly isAgain: boolean }) => {
  const [code, setCode] = useState("");
  const navigate = useNavigate();
  const id = useId();
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate(`/certificates/${encodeURIComponent(code.trim())}`);
      }}
    >
      <div className="field">
        <label htmlFor={id}>
          {isAgain ? <Say zh="查验另一份证明" en="Check another one" /> : <Say zh="防伪码" en="The code" />}
        </label>
        <input
          id={id}
          className="code-field"
          required
          maxLength={64}
          placeholder="XXXX-XXXX-XXXX-XXXX"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
        <small id={`${id}-hint`}>
          <Say zh="16 个字母和数字,不分大小写" en="16 letters and digits, capital or small" />
        </small>
      </div>
      <Button kind={isAgain ? "plain" : "primary"} type="submit">
        <Say zh="查验" en="Check" />
      </Button>
    </form>
  );
};

type Certificate = ReplyOf<"lookUpCertificate">;

const verdicts = {
  valid: {
    tone: "good",
    title: { zh: "真实有效", en: "Genuine and valid" },
    detail: {
      zh: "这份证明由本局开具。请核对以下内容与您手中的证明一致。",
      en: "We issued this certificate. Compare what stands here with the paper before you.",
    },
  },
  expired: {
    tone: "wait",
    title: { zh: "确由本局开具,在线查验期已过", en: "Genuine, but no longer checked online" },
    detail: {
      zh: "内容不再在线公开。文件本身的签名仍可长期验证。",
      en: "What it says is no longer shown here. The signature in the file can still be checked.",
    },
  },
  revoked: {
    tone: "bad",
    title: { zh: "已作废", en: "Revoked" },
    detail: {
      zh: "这份证明曾由本局开具,现已作废,请勿采信。",
      en: "We issued it once and took it back. Do not rely on it.",
    },
  },
} as const;

const reasons: Readonly<Record<NonNullable<Certificate["revocation"]>["reason"], Text>> = {
  corrected: { zh: "申报已更正,另有新的证明", en: "what was declared has been corrected; there is a new certificate" },
  refunded: { zh: "税款已退还", en: "the taxes were given back" },
};

/** In words, and no more than whoever holds the paper may know. */
const Checked = ({ code }: { readonly code: string }) => {
  const { callApi } = useClient();
  const { say, language } = useSpeech();
  const { data, error } = useQuery({
    queryKey: ["certificate", code],
    queryFn: () => callApi("lookUpCertificate", { code }),
  });
  const fetching = useMutation({
    mutationFn: async (found: Certificate) => download(pdfOf(await callApi("fetchCertificate", { code })), found),
  });
  if (!data) return <Waiting data={data} error={error} />;
  const { tone, title, detail } = verdicts[data.status];
  const { revocation } = data;
  const rows: readonly (readonly [Text, string | undefined])[] = [
    [{ zh: "证明", en: "Certificate" }, data.title],
    [{ zh: "号码", en: "Number" }, data.number],
    [{ zh: "持有人", en: "Holder" }, data.holder],
    [{ zh: "合计", en: "Total" }, data.total && money(data.total)],
    [{ zh: "开具机关", en: "Issued by" }, data.office],
    [{ zh: "开具日期", en: "Issued on" }, day(data.issuedOn, language)],
    [{ zh: "可在线查验至", en: "Checked online until" }, day(data.validTo, language)],
    [{ zh: "SHA-256 指纹", en: "SHA-256 of the file" }, data.sha256],
  ];
  return (
    <>
      <Verdict tone={tone} title={title} status={data.status}>
        <p>{say(detail)}</p>
        {revocation && (
          <p>
            {say({
              zh: `${dateTime(revocation.at, "zh")}作废:${reasons[revocation.reason].zh}。`,
              en: `Revoked ${dateTime(revocation.at, "en")}: ${reasons[revocation.reason].en}.`,
            })}
          </p>
        )}
      </Verdict>
      <section className="card">
        <dl className="facts rows">
          {rows.map(
            ([name, value]) =>
              value !== undefined && (
                <div key={name.zh}>
                  <dt>{say(name)}</dt>
                  <dd lang={value === data.title || value === data.office ? "zh-CN" : undefined}>{value}</dd>
                </div>
              ),
          )}
        </dl>
        <ProblemNotice error={fetching.error} />
        {data.status === "valid" && (
          <Button kind="primary" onClick={() => fetching.mutate(data)} isBusy={fetching.isPending}>
            <Say zh="下载同一文件(PDF)" en="Download the very file (PDF)" />
          </Button>
        )}
      </section>
    </>
  );
};

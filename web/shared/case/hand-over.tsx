import { useMutation } from "@tanstack/react-query";
import { useClient } from "../client.tsx";
import { useSpeech } from "../texts/language.tsx";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { QrCode } from "../ui/qr-code.tsx";

const words = {
  phone: {
    how: {
      zh: "用手机扫码,登录本人账号后接着办。二维码五分钟内有效,只能用一次。",
      en: "Scan it and log in as yourself. It is good for five minutes, and once.",
    },
    label: { zh: "手机接续二维码", en: "Code for going on with your phone" },
    // The phone's own page, which any camera opens.
    content: (code: string) => `${location.origin}/#/take/${code}`,
  },
  kiosk: {
    how: {
      zh: "在自助终端选「继续办理」,登录后把二维码放到扫码窗口。五分钟内有效,只能用一次。",
      en: "At the kiosk choose to go on, log in, and hold this before the scanner. It is good for five minutes, and once.",
    },
    label: { zh: "自助终端接续二维码", en: "Code for going on at a kiosk" },
    content: (code: string) => code,
  },
} as const;

/** Goes on with the case through another door: a code that works once, for its person alone. */
export const HandOver = ({ caseId, to }: { readonly caseId: string; readonly to: keyof typeof words }) => {
  const { callApi } = useClient();
  const { say } = useSpeech();
  const handing = useMutation({ mutationFn: () => callApi("handOver", { caseId }) });
  const { how, label, content } = words[to];
  return (
    <div className="hand-over">
      <p>{say(how)}</p>
      <ProblemNotice error={handing.error} />
      {handing.data ? (
        <>
          <QrCode content={content(handing.data.code)} label={say(label)} />
          <p className="big-code">
            <b data-testid="handover-code">{handing.data.code}</b>
          </p>
        </>
      ) : (
        <Button onClick={() => handing.mutate()} isBusy={handing.isPending}>
          {say({ zh: "显示二维码", en: "Show the code" })}
        </Button>
      )}
    </div>
  );
};

import { useMutation } from "@tanstack/react-query";
import { Smartphone } from "lucide-react";
import { useClient } from "../shared/client.tsx";
import { Say, useSpeech } from "../shared/texts/language.tsx";
import { Button } from "../shared/ui/button.tsx";
import { ProblemNotice } from "../shared/ui/problem.tsx";
import { QrCode } from "../shared/ui/qr-code.tsx";

/** Goes on with the case on the person's own phone: a code that works once, for them alone. */
export const HandOver = ({ caseId }: { readonly caseId: string }) => {
  const { callApi } = useClient();
  const { say } = useSpeech();
  const handing = useMutation({ mutationFn: () => callApi("handOver", { caseId }) });
  return (
    <section className="card hand-over">
      <h2>
        <Smartphone aria-hidden /> <Say zh="转到手机继续" en="Go on with your phone" />
      </h2>
      <p>
        <Say
          zh="用手机扫码，登录本人账号后接着办。二维码五分钟内有效，只能用一次。"
          en="Scan it and log in as yourself. It is good for five minutes, and once."
        />
      </p>
      <ProblemNotice error={handing.error} />
      {handing.data ? (
        <>
          <QrCode
            content={`${location.origin}/#/take/${handing.data.code}`}
            label={say({ zh: "手机接续二维码", en: "Code for going on with your phone" })}
          />
          <p className="big-code">
            <b data-testid="handover-code">{handing.data.code}</b>
          </p>
        </>
      ) : (
        <Button onClick={() => handing.mutate()} isBusy={handing.isPending}>
          <Say zh="显示二维码" en="Show the code" />
        </Button>
      )}
    </section>
  );
};

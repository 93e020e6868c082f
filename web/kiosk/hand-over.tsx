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

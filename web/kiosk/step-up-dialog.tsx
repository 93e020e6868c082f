import { useSyncExternalStore } from "react";
import { Say } from "../shared/texts/language.tsx";
import { Button } from "../shared/ui/button.tsx";
import { Modal } from "./modal.tsx";
import { type LogInHere, ScanToLogIn } from "./scan-to-log-in.tsx";
import type { StepUp } from "./step-up.ts";

/** Signing and paying want a second factor that is not old: it is given on the phone, and what waits for it goes on. */
export const StepUpDialog = ({ stepUp, ...here }: LogInHere & { readonly stepUp: StepUp }) => {
  const wanted = useSyncExternalStore(stepUp.subscribe, stepUp.wanted);
  if (!wanted) return null;
  const turnBack = () => wanted.answer(undefined);
  return (
    <Modal title={<Say zh="请用手机再确认一次" en="Confirm once more on your phone" />} onCancel={turnBack}>
      <p>
        <Say
          zh="签名和缴款前，需要您刚刚完成的二次验证。确认后自动继续，不用重新填写。"
          en="Signing and paying need a fresh second factor. It then goes on by itself; nothing is typed again."
        />
      </p>
      <ScanToLogIn {...here} maxAgeSeconds={wanted.maxAgeSeconds} onAnswer={wanted.answer} />
      <Button onClick={turnBack}>
        <Say zh="先不确认" en="Not now" />
      </Button>
    </Modal>
  );
};

import { useEffect, useRef, useState } from "react";
import { Say, useSpeech } from "../shared/texts/language.tsx";
import { Button } from "../shared/ui/button.tsx";

const quietSeconds = 60;
const warningSeconds = 20;

/** Whoever walks away is asked whether they are still there; nobody answering, everything is erased. */
export const IdleWatch = ({ onIdle }: { readonly onIdle: () => void }) => {
  const { say } = useSpeech();
  const [left, setLeft] = useState<number>();
  const touchedAt = useRef(Date.now());
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const touch = (): void => {
      touchedAt.current = Date.now();
      setLeft(undefined);
    };
    const tick = setInterval(() => {
      const quiet = (Date.now() - touchedAt.current) / 1000 - quietSeconds;
      if (quiet < 0) return;
      if (quiet >= warningSeconds) {
        clearInterval(tick);
        onIdle();
      } else setLeft(Math.ceil(warningSeconds - quiet));
    }, 500);
    for (const event of ["pointerdown", "keydown"]) addEventListener(event, touch);
    return () => {
      clearInterval(tick);
      for (const event of ["pointerdown", "keydown"]) removeEventListener(event, touch);
    };
  }, [onIdle]);
  const isWarning = left !== undefined;
  useEffect(() => {
    if (isWarning) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isWarning]);
  return (
    <dialog ref={dialog} className="idle" aria-labelledby="idle-title">
      <h2 id="idle-title">
        <Say zh="您还在吗？" en="Are you still there?" />
      </h2>
      <p role="timer">
        {say({
          zh: `${left ?? 0} 秒后将结束，并清除屏幕上的全部信息。已提交的内容不会丢失。`,
          en: `In ${left ?? 0} seconds everything on this screen is erased. What you have sent is kept.`,
        })}
      </p>
      <Button kind="primary" onClick={() => {}}>
        <Say zh="我还在" en="I am here" />
      </Button>
    </dialog>
  );
};

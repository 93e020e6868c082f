import { type CSSProperties, useEffect, useRef, useState } from "react";
import { Say, useSpeech } from "../shared/texts/language.tsx";
import { Button } from "../shared/ui/button.tsx";
import { Modal } from "./modal.tsx";

const quietSeconds = 60;
const warningSeconds = 20;
const signsOfLife = ["pointerdown", "keydown"] as const;

/**
 * Whoever walks away is asked whether they are still there; nobody answering, everything is erased. Measured by the clock
 * that nobody sets: a correction of the machine's time neither erases anything nor spares it.
 */
export const IdleWatch = ({ onIdle }: { readonly onIdle: () => void }) => {
  const { say } = useSpeech();
  const [left, setLeft] = useState<number>();
  const touchedAt = useRef(performance.now());
  const isWarning = left !== undefined;
  const stay = (): void => {
    touchedAt.current = performance.now();
    setLeft(undefined);
  };
  useEffect(() => {
    // A question stands until it is answered: what is touched beside it is no answer.
    if (isWarning) return;
    const touch = (): void => {
      touchedAt.current = performance.now();
    };
    for (const event of signsOfLife) addEventListener(event, touch);
    return () => {
      for (const event of signsOfLife) removeEventListener(event, touch);
    };
  }, [isWarning]);
  useEffect(() => {
    const tick = setInterval(() => {
      const quiet = (performance.now() - touchedAt.current) / 1000 - quietSeconds;
      if (quiet < 0) return;
      if (quiet >= warningSeconds) {
        clearInterval(tick);
        onIdle();
      } else setLeft(Math.ceil(warningSeconds - quiet));
    }, 500);
    return () => clearInterval(tick);
  }, [onIdle]);
  if (left === undefined) return null;
  return (
    <Modal isUrgent title={<Say zh="您还在吗？" en="Are you still there?" />} onCancel={stay}>
      <p className="countdown" role="timer" style={{ "--left": left / warningSeconds } as CSSProperties}>
        <b>{left}</b>
        <span className="visually-hidden">{say({ zh: "秒", en: "seconds" })}</span>
      </p>
      <p>
        <Say
          zh="倒计时结束后，将清除屏幕上的全部信息。已提交的内容不会丢失。"
          en="When the time is up, everything on this screen is erased. What you have sent is kept."
        />
      </p>
      <Button kind="primary" onClick={stay}>
        <Say zh="我还在，继续办理" en="I am still here" />
      </Button>
      <Button kind="quiet" onClick={onIdle}>
        <Say zh="结束并清除" en="End and erase" />
      </Button>
    </Modal>
  );
};

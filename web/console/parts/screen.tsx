import { type ReactNode, useEffect, useRef } from "react";
import type { Text } from "../../../shared/kernel/text.ts";
import { useSpeech } from "../../shared/texts/language.tsx";

/** A screen with its heading. A reader of the screen is told of it: the heading takes the focus when the screen comes. */
export const Screen = ({
  title,
  intro,
  tools,
  children,
}: {
  readonly title: Text;
  readonly intro?: ReactNode;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}) => {
  const { say } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  const name = say(title);
  useEffect(() => {
    document.title = `${name} · ${say({ zh: "一窗工作台", en: "One Window desk" })}`;
  }, [name, say]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="screen">
      <header className="screen-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {name}
          </h1>
          {intro && <p className="intro">{intro}</p>}
        </div>
        {tools && <div className="tools">{tools}</div>}
      </header>
      {children}
    </div>
  );
};

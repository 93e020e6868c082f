import { type ReactNode, useEffect, useRef, useState } from "react";
import { useSpeech } from "../../shared/texts/language.tsx";

/** A wide thing that scrolls by itself; when it does, the keyboard must be able to reach it. */
export const Scrolls = ({ children }: { readonly children: ReactNode }) => {
  const { say } = useSpeech();
  const place = useRef<HTMLElement>(null);
  const [isWider, setWider] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setWider(element.scrollWidth > element.clientWidth));
    watch.observe(element);
    if (element.firstElementChild) watch.observe(element.firstElementChild);
    return () => watch.disconnect();
  }, []);
  return (
    <section
      ref={place}
      className="scrolls"
      {...(isWider && { tabIndex: 0, "aria-label": say({ zh: "表格,可左右滚动", en: "Table, scrolls sideways" }) })}
    >
      {children}
    </section>
  );
};

import { Files, House, UserRound } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { NavLink, useLocation } from "react-router";
import { Say, useSpeech } from "../shared/texts/language.tsx";
import { useTextSize } from "../shared/texts/text-size.ts";
import { beginAtTop } from "../shared/ui/begin-at-top.ts";

/** What stands around every screen: who we are, language and letters above, the three places below. */
export const Frame = ({ children }: { readonly children: ReactNode }) => {
  const { say, language, setLanguage } = useSpeech();
  const { isLarge, toggle } = useTextSize();
  const { pathname } = useLocation();
  const isFirst = useRef(true);
  // A new screen begins at its top, for eyes and for screen readers.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the screen is what changes
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    beginAtTop();
  }, [pathname]);
  return (
    <>
      <header className="bar">
        <NavLink to="/" className="brand">
          <span className="mark" aria-hidden>
            窗
          </span>
          <Say zh="一窗" en="One Window" />
        </NavLink>
        <div className="bar-tools">
          <button type="button" aria-pressed={isLarge} onClick={toggle}>
            {say({ zh: "大字", en: "Aa+" })}
            {language === "en" && <span className="visually-hidden">Large text</span>}
          </button>
          <button
            type="button"
            lang={language === "zh" ? "en" : "zh-CN"}
            onClick={() => setLanguage(language === "zh" ? "en" : "zh")}
          >
            {language === "zh" ? "English" : "中文"}
          </button>
        </div>
      </header>
      {/* It alone scrolls, so a keyboard must be able to come to it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes the focus (WCAG 2.1.1) */}
      <main tabIndex={0}>{children}</main>
      <nav className="tabs" aria-label={say({ zh: "主导航", en: "Main" })}>
        <NavLink to="/" end>
          <House aria-hidden />
          <Say zh="首页" en="Home" />
        </NavLink>
        <NavLink to="/cases">
          <Files aria-hidden />
          <Say zh="我的办件" en="My cases" />
        </NavLink>
        <NavLink to="/mine">
          <UserRound aria-hidden />
          <Say zh="我的" en="Me" />
        </NavLink>
      </nav>
    </>
  );
};

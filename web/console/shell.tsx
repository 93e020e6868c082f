import { Suspense, useState } from "react";
import { NavLink, Outlet, useNavigate } from "react-router";
import { useClient, useSession } from "../shared/client.tsx";
import { Say, useSpeech } from "../shared/texts/language.tsx";
import { ShortcutList } from "./keys/shortcut-list.tsx";
import { useShortcuts } from "./keys/shortcuts.ts";
import { CaseFinder } from "./parts/case-finder.tsx";
import { Key } from "./parts/key.tsx";
import { LanguageSwitch } from "./parts/language-switch.tsx";
import { Loading } from "./parts/loading.tsx";
import { places } from "./places.ts";

/** What surrounds every screen: where one can go, who one is, and the keys that work everywhere. */
export const Shell = () => {
  const { auth } = useClient();
  const session = useSession();
  const { say } = useSpeech();
  const goTo = useNavigate();
  const [isListing, setListing] = useState(false);
  const [isFinding, setFinding] = useState(false);
  useShortcuts({ zh: "随处可用", en: "Everywhere" }, [
    ...places.map(({ id, name, keys }) => ({
      keys,
      does: { zh: `打开「${name.zh}」`, en: `Open “${name.en}”` },
      run: () => void goTo(`/${id}`),
    })),
    { keys: "/", does: { zh: "按编号打开办件", en: "Open a case by its number" }, run: () => setFinding(true) },
    { keys: "?", does: { zh: "查看快捷键", en: "Show these keys" }, run: () => setListing(true) },
  ]);
  return (
    <div className="shell">
      <button type="button" className="skip-link" onClick={() => document.getElementById("main")?.focus()}>
        <Say zh="跳到主要内容" en="Skip to the main part" />
      </button>
      <header className="rail">
        <p className="brand">
          <span className="mark" aria-hidden="true">
            窗
          </span>
          <span>
            <Say zh="一窗工作台" en="One Window" />
          </span>
        </p>
        <nav aria-label={say({ zh: "工作台", en: "Desk" })}>
          <ul>
            {places.map(({ id, name, keys }) => (
              <li key={id}>
                <NavLink to={`/${id}`}>
                  <span>{say(name)}</span>
                  <Key>{keys}</Key>
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="rail-foot">
          <p className="who">{session?.name}</p>
          <button type="button" className="quiet-button" onClick={() => setFinding(true)}>
            <Say zh="查办件" en="Find a case" /> <Key>/</Key>
          </button>
          <button type="button" className="quiet-button" onClick={() => setListing(true)}>
            <Say zh="快捷键" en="Keyboard" /> <Key>?</Key>
          </button>
          <LanguageSwitch />
          <button type="button" className="quiet-button" onClick={() => void auth.logout()}>
            <Say zh="退出登录" en="Log out" />
          </button>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      {isListing && <ShortcutList onClose={() => setListing(false)} />}
      {isFinding && <CaseFinder onClose={() => setFinding(false)} />}
    </div>
  );
};

import { useClient, useSession } from "../shared/client.tsx";
import { Say } from "../shared/texts/language.tsx";

export const App = () => {
  const { auth } = useClient();
  const session = useSession();
  return (
    <main>
      <h1>
        <Say zh="一窗" en="One Window" />
      </h1>
      {session ? (
        <button type="button" onClick={() => void auth.logout()}>
          {session.name} · <Say zh="退出登录" en="Log out" />
        </button>
      ) : (
        <button type="button" onClick={() => void auth.login()}>
          <Say zh="登录" en="Log in" />
        </button>
      )}
    </main>
  );
};

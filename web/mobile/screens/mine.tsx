import { useClient, useSession } from "../../shared/client.tsx";
import { Say } from "../../shared/texts/language.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { LoginFirst } from "../login-first.tsx";

const MineScreen = () => {
  const { auth } = useClient();
  const session = useSession();
  return (
    <LoginFirst>
      <h1>{session?.name}</h1>
      <section className="card">
        <p>
          <Say
            zh="登录只保留在本页面,关闭页面即退出。"
            en="Your login stays in this page only, and ends when you close it."
          />
        </p>
        <Button onClick={() => void auth.logout()}>
          <Say zh="退出登录" en="Log out" />
        </Button>
      </section>
    </LoginFirst>
  );
};
export default MineScreen;

import { Eye } from "lucide-react";
import { Link } from "react-router";
import { useClient, useSession } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { LoginFirst } from "../login-first.tsx";

const MineScreen = () => {
  const { auth } = useClient();
  const session = useSession();
  const { say } = useSpeech();
  return (
    <LoginFirst>
      <h1>{session?.name}</h1>
      <nav className="doors" aria-label={say({ zh: "我的", en: "Me" })}>
        <Link className="door" to="/access-log">
          <Eye aria-hidden />
          <span>
            <strong>
              <Say zh="谁看过我的信息" en="Who saw my data" />
            </strong>
            <small>
              <Say zh="系统查询和工作人员查看,逐条可见" en="Look-ups by machines and officials, one by one" />
            </small>
          </span>
        </Link>
      </nav>
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

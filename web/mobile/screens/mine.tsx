import { Eye, FolderOpen, SearchCheck } from "lucide-react";
import { useClient, useSession } from "../../shared/client.tsx";
import { Say, useSpeech } from "../../shared/texts/language.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { Door } from "../door.tsx";
import { LoginFirst } from "../login-first.tsx";

const MineScreen = () => {
  const { auth } = useClient();
  const session = useSession();
  const { say } = useSpeech();
  return (
    <LoginFirst>
      <h1>{session?.name}</h1>
      <nav className="doors" aria-label={say({ zh: "我的信息", en: "My data" })}>
        <Door
          to="/access-log"
          icon={Eye}
          name={{ zh: "谁看过我的信息", en: "Who saw my data" }}
          hints={[{ zh: "系统查询和工作人员查看,逐条可见", en: "Look-ups by machines and officials, one by one" }]}
        />
        <Door
          to="/company-file"
          icon={FolderOpen}
          name={{ zh: "企业档案", en: "A company's file" }}
          hints={[
            { zh: "法定代表人和自然人股东可取得全部文书", en: "For its legal representative and its shareholders" },
          ]}
        />
        <Door
          to="/certificates"
          icon={SearchCheck}
          name={{ zh: "证明查验", en: "Check a certificate" }}
          hints={[{ zh: "凭防伪码辨别真伪", en: "By the code that stands on it" }]}
        />
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

import { Building2, FolderOpen, House, ShieldCheck } from "lucide-react";
import { Say } from "../../shared/texts/language.tsx";

/** What somebody came for. */
export type Wish = "second-hand-housing" | "new-taxpayer" | "continue";

export const WelcomeScreen = ({ onWish }: { readonly onWish: (wish: Wish) => void }) => (
  <>
    <section className="hero">
      <h1>
        <Say zh="您想办什么？" en="What brings you here?" />
      </h1>
      <p>
        <Say
          zh="用手机扫码登录，不用填表，不用带纸质材料。"
          en="Log in with your phone. No forms to fill in, no papers to bring."
        />
      </p>
    </section>
    <div className="wishes">
      <button type="button" onClick={() => onWish("second-hand-housing")}>
        <House aria-hidden />
        <strong>
          <Say zh="二手房交易缴税" en="Tax on a second-hand home" />
        </strong>
        <span>
          <Say zh="凭网签合同编号" en="With the contract number" />
        </span>
      </button>
      <button type="button" onClick={() => onWish("new-taxpayer")}>
        <Building2 aria-hidden />
        <strong>
          <Say zh="新办企业开业" en="Register a new business" />
        </strong>
        <span>
          <Say zh="十五项业务，确认一次" en="Fifteen tasks, confirmed once" />
        </span>
      </button>
      <button type="button" onClick={() => onWish("continue")}>
        <FolderOpen aria-hidden />
        <strong>
          <Say zh="继续办理、缴款、打印" en="Go on, pay or print" />
        </strong>
        <span>
          <Say zh="在手机或别处开始的办件" en="Cases begun on the phone or elsewhere" />
        </span>
      </button>
    </div>
    <p className="promise">
      <ShieldCheck aria-hidden />
      <Say zh="离开即清除：本机不留存您的任何信息。" en="Gone when you go: this machine keeps nothing about you." />
    </p>
  </>
);

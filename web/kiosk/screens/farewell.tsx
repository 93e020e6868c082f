import { ShieldCheck } from "lucide-react";
import { Say } from "../../shared/texts/language.tsx";

/** What stands here while the session is ended at the API: nothing of the person any more. */
export const FarewellScreen = () => (
  <section className="card step">
    <ShieldCheck aria-hidden className="picture good" />
    <h1 role="status">
      <Say zh="正在清除您的信息…" en="Erasing everything about you…" />
    </h1>
    <p>
      <Say zh="请带好身份证和打印的证明。" en="Please take your card and what you have printed." />
    </p>
  </section>
);

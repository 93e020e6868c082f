import { Say, useSpeech } from "../shared/texts/language.tsx";

const stations = [
  { id: "login", zh: "扫码登录", en: "Log in" },
  { id: "card", zh: "核对身份", en: "Show your card" },
  { id: "case", zh: "办理缴款", en: "Do it, pay" },
  { id: "take", zh: "领取证明", en: "Take it along" },
] as const;

export type Station = (typeof stations)[number]["id"];

/** How far one has come, and what is still ahead: four stations, always the same. */
export const Journey = ({ at }: { readonly at: Station }) => {
  const { say } = useSpeech();
  const here = stations.findIndex(({ id }) => id === at);
  return (
    <ol className="journey" aria-label={say({ zh: "办理步骤", en: "Steps" })}>
      {stations.map(({ id, zh, en }, index) => (
        <li
          key={id}
          className={index < here ? "behind" : index === here ? "here" : "ahead"}
          aria-current={index === here ? "step" : undefined}
        >
          <span className="station" aria-hidden>
            {index < here ? "✓" : index + 1}
          </span>
          <Say zh={zh} en={en} />
        </li>
      ))}
    </ol>
  );
};

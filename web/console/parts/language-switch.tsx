import { useSpeech } from "../../shared/texts/language.tsx";

export const LanguageSwitch = () => {
  const { language, setLanguage } = useSpeech();
  const other = language === "zh" ? "en" : "zh";
  return (
    <button
      type="button"
      className="quiet-button"
      lang={other === "zh" ? "zh-CN" : "en"}
      onClick={() => setLanguage(other)}
    >
      {other === "zh" ? "中文" : "English"}
    </button>
  );
};

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { Language, Text } from "../../../shared/kernel/text.ts";

interface Speech {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** The text in the person's language. */
  readonly say: (text: Text) => string;
}

const SpeechContext = createContext<Speech | undefined>(undefined);
const storageKey = "language";

/** Read before anything is drawn, and by calls of the API. A wish of this tab, nothing personal. */
let current: Language = readLanguage();
export const currentLanguage = (): Language => current;

function readLanguage(): Language {
  return sessionStorage.getItem(storageKey) === "en" ? "en" : "zh";
}

export const LanguageProvider = ({ children }: { readonly children: ReactNode }) => {
  const [language, setState] = useState<Language>(current);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  const setLanguage = (next: Language): void => {
    current = next;
    sessionStorage.setItem(storageKey, next);
    setState(next);
  };
  return (
    <SpeechContext
      value={{ language, setLanguage, say: (text) => (language === "zh" ? setInChinese(text.zh) : text.en) }}
    >
      {children}
    </SpeechContext>
  );
};

const fullWidth: Readonly<Record<string, string>> = {
  ",": "，",
  ":": "：",
  ";": "；",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
};

/** Marks between Chinese characters are set full width, as print has them; numbers and codes keep theirs. */
export const setInChinese = (text: string): string =>
  text
    .replace(/([\p{Script=Han}」』)])([,:;?!])(?!\d)/gu, (_, before: string, mark: string) => before + fullWidth[mark])
    .replace(/[()](?=\p{Script=Han})/gu, (mark) => fullWidth[mark] as string)
    .replace(/([\p{Script=Han}」』])([()])/gu, (_, before: string, mark: string) => before + fullWidth[mark]);

export const useSpeech = (): Speech => {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error("useSpeech outside LanguageProvider");
  return speech;
};

/** `<Say zh="..." en="..." />`: a sentence in the person's language. */
export const Say = (text: Text) => useSpeech().say(text);

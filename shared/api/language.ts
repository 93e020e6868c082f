import { type Language, languages } from "../kernel/text.ts";

/** The language a person asks for by `Accept-Language` (RFC 9110, 12.5.4); Chinese when they ask for none of ours. */
export const preferredLanguage = (acceptLanguage: string | undefined): Language => {
  let best: { readonly language: Language; readonly weight: number } | undefined;
  for (const range of (acceptLanguage ?? "").slice(0, maxHeaderLength).split(",")) {
    const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
    const language = languageOf(tag);
    const weight = weightOf(parameters);
    if (language !== undefined && weight > 0 && weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language ?? languages[0];
};

const maxHeaderLength = 500;

const languageOf = (tag: string): Language | undefined => {
  const primary = tag.toLowerCase().split("-")[0];
  return primary === "*" ? languages[0] : languages.find((language) => language === primary);
};

const weightOf = (parameters: readonly string[]): number => {
  const quality = parameters.find((parameter) => parameter.startsWith("q="));
  if (quality === undefined) return 1;
  const weight = Number(quality.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
};

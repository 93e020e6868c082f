import { useState } from "react";

const key = "text-size";

export const applyTextSize = (): void => {
  if (sessionStorage.getItem(key) === "large") document.documentElement.dataset.text = "large";
};

/** Larger letters for whoever wants them, in this tab. */
export const useTextSize = (): { readonly isLarge: boolean; readonly toggle: () => void } => {
  const [isLarge, setLarge] = useState(document.documentElement.dataset.text === "large");
  const toggle = (): void => {
    const next = !isLarge;
    if (next) document.documentElement.dataset.text = "large";
    else delete document.documentElement.dataset.text;
    sessionStorage.setItem(key, next ? "large" : "usual");
    setLarge(next);
  };
  return { isLarge, toggle };
};

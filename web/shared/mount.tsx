import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { type Client, ClientProvider } from "./client.tsx";
import { LanguageProvider } from "./texts/language.tsx";
import { applyTextSize } from "./texts/text-size.ts";
import { bringChineseFace } from "./theme/fallback-font.ts";
import "./theme/tokens.css";

/** Completes a log-in that is coming back, then draws the client. */
export const mount = async (client: Client, screens: ReactNode): Promise<void> => {
  applyTextSize();
  await Promise.all([client.auth.completeLogin(), bringChineseFace()]);
  createRoot(document.getElementById("root") as HTMLElement).render(
    <StrictMode>
      <ClientProvider value={client}>
        <QueryClientProvider client={client.queries}>
          <LanguageProvider>{screens}</LanguageProvider>
        </QueryClientProvider>
      </ClientProvider>
    </StrictMode>,
  );
};

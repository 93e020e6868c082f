import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { deskStyleSheet } from "../console/theme/style-sheet.ts";
import { clients, clientsFolder } from "./clients.ts";
import { lawCitations } from "./law-citations.ts";

const web = fileURLToPath(new URL("..", import.meta.url));

/** Where a developing engineer's API is: `npm start` in another terminal. */
const api = process.env.ONE_WINDOW_API ?? "http://127.0.0.1:7400";

export default defineConfig(({ command }) => ({
  root: web,
  // Whoever builds, a test run included, builds what people get.
  ...(command === "build" && { define: { "process.env.NODE_ENV": '"production"' } }),
  publicDir: "public",
  plugins: [react(), lawCitations(), deskStyleSheet()],
  build: {
    outDir: clientsFolder,
    emptyOutDir: true,
    // Small files stay files: the content policy allows no inline fonts, and a shared cache keeps them.
    assetsInlineLimit: 0,
    // Phones that people hold on to: some five years back.
    target: ["chrome94", "safari15.4"],
    manifest: true,
    // What a first load weighs, the benchmark says.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: Object.fromEntries(clients.map((client) => [client, `${web}${client}/index.html`])),
    },
  },
  server: {
    host: "127.0.0.1",
    proxy: Object.fromEntries(["/v1", "/openapi.json", "/config.json"].map((path) => [path, api])),
  },
}));

import { tabStore } from "../shared/auth/store.ts";
import { createClient } from "../shared/client.tsx";
import { mount } from "../shared/mount.tsx";
import { App } from "./app.tsx";
import "virtual:desk.css";
import "./theme/desk.css";
import "./theme/parts.css";

await mount(createClient({ channel: "console", store: tabStore() }), <App />);

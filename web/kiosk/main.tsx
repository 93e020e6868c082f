import { memoryStore } from "../shared/auth/store.ts";
import { createClient } from "../shared/client.tsx";
import { mount } from "../shared/mount.tsx";
import { App } from "./app.tsx";

await mount(createClient({ channel: "kiosk", store: memoryStore() }), <App />);

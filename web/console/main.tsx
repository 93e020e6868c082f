// The parts' own sheets come with the parts, after these.
import "virtual:desk.css";
import "./theme/base.css";
import "./theme/frame.css";
import "./theme/parts.css";
import "./theme/tables.css";
import "./theme/forms.css";
import "./theme/dialog.css";
import { tabStore } from "../shared/auth/store.ts";
import { createClient } from "../shared/client.tsx";
import { mount } from "../shared/mount.tsx";
import { App } from "./app.tsx";

await mount(createClient({ channel: "console", store: tabStore() }), <App />);

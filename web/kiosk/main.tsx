import { proofOf } from "../../shared/api/client/device-proof.ts";
import { type Calling, createCallApi } from "../shared/api/call-api.ts";
import { memoryStore } from "../shared/auth/store.ts";
import { createClient } from "../shared/client.tsx";
import { mount } from "../shared/mount.tsx";
import { currentLanguage } from "../shared/texts/language.tsx";
import { App } from "./app.tsx";
import { sandboxDevices } from "./devices/sandbox-devices.ts";
import { endWithPage } from "./end-with-page.ts";
import { createStepUp } from "./step-up.ts";

const { issuer, isSandbox } = (await (await fetch("/config.json")).json()) as {
  readonly issuer: string;
  readonly isSandbox: boolean;
};
const sandbox = globalThis.kioskDevices === undefined && isSandbox ? await sandboxDevices(issuer) : undefined;
const devices = globalThis.kioskDevices ?? sandbox?.devices;
if (devices === undefined) throw new Error("This page belongs on a kiosk: nobody has provided its devices");

const proof: NonNullable<Calling["proof"]> = ({ path, ...request }) =>
  proofOf(devices.key, { ...request, url: location.origin + path });
const client = createClient({
  channel: "kiosk",
  store: memoryStore(),
  proof,
});
const stepUp = createStepUp(client.callApi, client.auth, ({ accessToken }) =>
  createCallApi({ language: currentLanguage, token: () => accessToken, proof })("endSession", {}),
);
endWithPage(client.auth, proof);
await mount(
  { ...client, callApi: stepUp.callApi },
  <App devices={devices} hands={sandbox?.hands} issuer={issuer} stepUp={stepUp} />,
);

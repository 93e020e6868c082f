import { proofOf } from "../../shared/api/client/device-proof.ts";
import { memoryStore } from "../shared/auth/store.ts";
import { createClient } from "../shared/client.tsx";
import { mount } from "../shared/mount.tsx";
import { App } from "./app.tsx";
import { sandboxDevices } from "./devices/sandbox-devices.ts";

const { issuer, isSandbox } = (await (await fetch("/config.json")).json()) as {
  readonly issuer: string;
  readonly isSandbox: boolean;
};
const sandbox = globalThis.kioskDevices === undefined && isSandbox ? await sandboxDevices(issuer) : undefined;
const devices = globalThis.kioskDevices ?? sandbox?.devices;
if (devices === undefined) throw new Error("This page belongs on a kiosk: nobody has provided its devices");

const client = createClient({
  channel: "kiosk",
  store: memoryStore(),
  proof: (request) => proofOf(devices.key, request),
});
await mount(client, <App devices={devices} hands={sandbox?.hands} issuer={issuer} />);

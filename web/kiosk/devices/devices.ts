import type { DeviceKey } from "../../../shared/api/client/device-proof.ts";

/** What a card reader says of the card that lies on it. The number stays in the reader. */
export interface IdCard {
  readonly name: string;
}

/** The machine around the page. Its own software provides it before the page loads; the sandbox has one of its own. */
export interface KioskDevices {
  readonly kioskId: string;
  /** Signs each request of this kiosk; its private half cannot be read. */
  readonly key: DeviceKey;
  /** Resolves when a card lies on the reader. */
  readonly readCard: (signal: AbortSignal) => Promise<IdCard>;
  readonly print: (file: Blob, title: string) => Promise<void>;
}

declare global {
  var kioskDevices: KioskDevices | undefined;
}

import type { DeviceKey } from "../../../shared/api/client/device-proof.ts";

/** What a card reader says of the card that lies on it. The number stays in the reader. */
export interface IdCard {
  readonly name: string;
}

/** Why a document is not, or not wholly, on paper. */
export const printerTroubles = ["no-paper", "paper-jam", "no-answer"] as const;
export type PrinterTrouble = (typeof printerTroubles)[number];

/** What became of a document. After trouble the whole document is printed anew; a printer keeps nothing of it. */
export type PrintOutcome = "printed" | PrinterTrouble;

/** The machine around the page. Its own software provides it before the page loads; the sandbox has one of its own. */
export interface KioskDevices {
  readonly kioskId: string;
  /** Signs each request of this kiosk; its private half cannot be read. */
  readonly key: DeviceKey;
  /** Resolves when a card lies on the reader. */
  readonly readCard: (signal: AbortSignal) => Promise<IdCard>;
  /** Resolves with what stands in the code that is held before the scanner. */
  readonly readCode: (signal: AbortSignal) => Promise<string>;
  /** Resolves when the last page lies in the tray, or when the printer says why it does not. */
  readonly print: (file: Blob, title: string) => Promise<PrintOutcome>;
}

declare global {
  var kioskDevices: KioskDevices | undefined;
}

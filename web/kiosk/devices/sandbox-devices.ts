import { type Jwk, readDeviceKey } from "../../../shared/api/client/device-proof.ts";
import type { IdCard, KioskDevices } from "./devices.ts";

const kioskId = "kiosk-hall-1";

/** The hands that put a card on the sandbox's reader, and what its printer has printed. */
export interface SandboxHands {
  readonly putCard: (card: IdCard) => void;
  readonly onPrinted: (listener: (title: string, bytes: number) => void) => () => void;
}

/** A reader and a printer for an engineer's machine, with the key that the sandbox registered for this kiosk. */
export const sandboxDevices = async (issuer: string): Promise<{ devices: KioskDevices; hands: SandboxHands }> => {
  const { key } = (await (await fetch(`${issuer}/sandbox/kiosks/${kioskId}`)).json()) as { readonly key: Jwk };
  const readers = new Set<(card: IdCard) => void>();
  const listeners = new Set<(title: string, bytes: number) => void>();
  return {
    devices: {
      kioskId,
      key: await readDeviceKey(key),
      readCard: (signal) =>
        new Promise((resolve, reject) => {
          const read = (card: IdCard): void => {
            readers.delete(read);
            resolve(card);
          };
          readers.add(read);
          signal.addEventListener("abort", () => {
            readers.delete(read);
            reject(signal.reason);
          });
        }),
      print: async (file, title) => {
        for (const listener of listeners) listener(title, file.size);
      },
    },
    hands: {
      putCard: (card) => {
        for (const read of readers) read(card);
      },
      onPrinted: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
};

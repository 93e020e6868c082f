import { type Jwk, readDeviceKey } from "../../../shared/api/client/device-proof.ts";
import type { IdCard, KioskDevices, PrinterTrouble } from "./devices.ts";

const kioskId = "kiosk-hall-1";

/** What the printer suffers from, until it has said so once: then somebody has helped it. And what it printed last. */
export interface SandboxPrinter {
  readonly trouble?: PrinterTrouble | undefined;
  readonly printed?: { readonly title: string; readonly bytes: number };
}

/** The hands around the sandbox's machine: what they put on it, and what its printer does for them. */
export interface SandboxHands {
  readonly putCard: (card: IdCard) => void;
  readonly showCode: (code: string) => void;
  readonly troublePrinter: (trouble: PrinterTrouble | undefined) => void;
  readonly printer: () => SandboxPrinter;
  readonly onPrinter: (listener: () => void) => () => void;
}

/** A reader, a scanner and a printer for an engineer's machine, with the key that the sandbox registered for this kiosk. */
export const sandboxDevices = async (issuer: string): Promise<{ devices: KioskDevices; hands: SandboxHands }> => {
  const { key } = (await (await fetch(`${issuer}/sandbox/kiosks/${kioskId}`)).json()) as { readonly key: Jwk };
  const cards = sensor<IdCard>();
  const codes = sensor<string>();
  const listeners = new Set<() => void>();
  let printer: SandboxPrinter = {};
  const set = (next: SandboxPrinter): void => {
    printer = next;
    for (const listener of listeners) listener();
  };
  return {
    devices: {
      kioskId,
      key: await readDeviceKey(key),
      readCard: cards.read,
      readCode: codes.read,
      print: async (file, title) => {
        const { trouble } = printer;
        set(trouble === undefined ? { printed: { title, bytes: file.size } } : { ...printer, trouble: undefined });
        return trouble ?? "printed";
      },
    },
    hands: {
      putCard: cards.sense,
      showCode: codes.sense,
      troublePrinter: (trouble) => set({ ...printer, trouble }),
      printer: () => printer,
      onPrinter: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
};

/** A device that waits until something is put before it. */
const sensor = <Seen>() => {
  const readers = new Set<(seen: Seen) => void>();
  return {
    sense: (seen: Seen): void => {
      for (const read of readers) read(seen);
    },
    read: (signal: AbortSignal): Promise<Seen> =>
      new Promise((resolve, reject) => {
        const read = (seen: Seen): void => {
          readers.delete(read);
          resolve(seen);
        };
        readers.add(read);
        signal.addEventListener("abort", () => {
          readers.delete(read);
          reject(signal.reason);
        });
      }),
  };
};

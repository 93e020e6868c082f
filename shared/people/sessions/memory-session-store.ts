import type { Handover, Kiosk, SessionStore } from "./session-store.ts";

/** Sessions of a test. */
export const memorySessionStore = (): SessionStore => {
  const kiosks = new Map<string, Kiosk>();
  const ended = new Set<string>();
  const handovers = new Map<string, Handover>();
  return {
    readKiosk: async (thumbprint) => kiosks.get(thumbprint),
    registerKiosk: async (kiosk) => {
      kiosks.set(kiosk.thumbprint, kiosk);
    },
    end: async (token) => {
      ended.add(token);
    },
    hasEnded: async (token) => ended.has(token),
    keepHandover: async (handover) => {
      handovers.set(handover.key, handover);
    },
    readHandover: async (key) => handovers.get(key),
    takeHandover: async ({ key }, takenBy) => {
      const kept = handovers.get(key);
      if (!kept || kept.takenBy !== undefined) return "gone";
      handovers.set(key, { ...kept, takenBy });
      return "taken";
    },
  };
};

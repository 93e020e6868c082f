import { useEffect } from "react";
import { useLatest } from "../use-latest.ts";

/** Hears of everything that is put before a device, as long as the screen that asks for it stands. */
export const useReadings = <Seen>(
  read: (signal: AbortSignal) => Promise<Seen>,
  onReading: (seen: Seen) => void,
): void => {
  const listener = useLatest(onReading);
  useEffect(() => {
    const leaving = new AbortController();
    const listen = async (): Promise<void> => {
      while (!leaving.signal.aborted) listener.current(await read(leaving.signal));
    };
    // Only a screen that is left ends the reading.
    listen().catch(() => {});
    return () => leaving.abort();
  }, [read, listener]);
};

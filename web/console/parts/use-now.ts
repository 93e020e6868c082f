import { useEffect, useState } from "react";

/** The present moment in milliseconds, renewed as promises run down. */
export const useNow = (everyMilliseconds = 15_000): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMilliseconds);
    return () => clearInterval(timer);
  }, [everyMilliseconds]);
  return now;
};

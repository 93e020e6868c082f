import { type RefObject, useEffect, useRef } from "react";

/** What was given last, for something long that must not begin anew whenever it changes. */
export const useLatest = <Value>(value: Value): RefObject<Value> => {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
};

import { useEffect, useRef, useSyncExternalStore } from "react";
import type { Text } from "../../../shared/kernel/text.ts";

/** One key, or two after each other (`g q`), and what it does here. */
export interface Shortcut {
  readonly keys: string;
  readonly does: Text;
  readonly run: () => void;
}

interface Group {
  readonly title: Text;
  readonly shortcuts: readonly Shortcut[];
}

const groups = new Set<{ current: Group }>();
const listeners = new Set<() => void>();
let listed: readonly Group[] = [];
let prefix = "";
let prefixTimer: ReturnType<typeof setTimeout> | undefined;

const changed = (): void => {
  listed = [...groups].map(({ current }) => current);
  for (const listener of listeners) listener();
};

/** Single keys can be turned off, for those who speak to their machine or strike keys by accident (WCAG 2.1.4). */
const offKey = "single-keys-off";
let isOn = sessionStorage.getItem(offKey) === null;
export const setSingleKeys = (on: boolean): void => {
  isOn = on;
  if (on) sessionStorage.removeItem(offKey);
  else sessionStorage.setItem(offKey, "1");
  changed();
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest("input, textarea, select, [role=combobox], dialog") !== null);

document.addEventListener("keydown", (event) => {
  // Out of a field, so that the keys work again; in a dialog Escape closes it.
  if (event.key === "Escape" && isTyping(event.target) && !(event.target as HTMLElement).closest("dialog")) {
    (event.target as HTMLElement).blur();
  }
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (!isOn && event.key !== "?") return;
  const pressed = prefix ? `${prefix} ${event.key}` : event.key;
  const all = [...groups].reverse().flatMap(({ current }) => current.shortcuts);
  const found = all.find(({ keys }) => keys === pressed);
  clearTimeout(prefixTimer);
  prefix = "";
  if (found) {
    event.preventDefault();
    found.run();
  } else if (all.some(({ keys }) => keys.startsWith(`${event.key} `))) {
    prefix = event.key;
    prefixTimer = setTimeout(() => {
      prefix = "";
    }, 1200);
  }
});

/** Keys that work while the component that names them is on the screen; the last to come is asked first. */
export const useShortcuts = (title: Text, shortcuts: readonly Shortcut[]): void => {
  const group = useRef<Group>({ title, shortcuts });
  group.current = { title, shortcuts };
  useEffect(() => {
    const own = group;
    groups.add(own);
    changed();
    return () => {
      groups.delete(own);
      changed();
    };
  }, []);
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Every key that works now, for the list on `?`. */
export const useListedShortcuts = (): readonly Group[] => useSyncExternalStore(subscribe, () => listed);
export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, () => isOn);

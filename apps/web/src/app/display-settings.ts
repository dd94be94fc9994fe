import { useSyncExternalStore } from 'react';

const key = 'accord-single-key-shortcuts';
const changed = new EventTarget();

/** Single-key shortcuts can be switched off (WCAG 2.1.4); the choice belongs to this browser. */
export function shortcutsOn(): boolean {
  return localStorage.getItem(key) !== 'off';
}

export function setShortcuts(on: boolean): void {
  localStorage.setItem(key, on ? 'on' : 'off');
  changed.dispatchEvent(new Event('change'));
}

export function useShortcutsOn(): boolean {
  return useSyncExternalStore((listener) => {
    changed.addEventListener('change', listener);
    return () => changed.removeEventListener('change', listener);
  }, shortcutsOn);
}

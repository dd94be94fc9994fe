import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef } from 'react';
import { shortcutsOn } from '../display-settings';
import { useViewer } from '../session';
import { isTyping } from './is-typing';
import { moveRow, selectRow } from './move-row';
import { openExport } from './open-export';
import { startAdding } from './start-adding';
import { startFiltering } from './start-filtering';
import { navigationFor } from './navigation-items';

const goesOnForMs = 1500;

type Options = {
  onHelp: () => void;
  onPalette: () => void;
  /** Ctrl or Cmd is down: the palette may be next, and the letters after it belong to it. */
  onReach: () => void;
};

/**
 * `?` helps, `/` filters, `a` adds, `e` exports, `j` and `k` go from row to row, `x` selects one, `g` then a letter goes there. Never while typing or in a
 * dialog, never with a modifier, and only when switched on. Ctrl or Cmd with `k` is no single key: it opens the palette from everywhere
 * but a dialog, which is to be answered first.
 */
export function useShortcuts({ onHelp, onPalette, onReach }: Options): void {
  const navigate = useNavigate();
  const viewer = useViewer();
  const going = useRef(0);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Control' || event.key === 'Meta') onReach();
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      if (!document.querySelector('[role=dialog]')) onPalette();
      return;
    }
    if (!shortcutsOn() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.timeStamp - going.current < goesOnForMs && going.current > 0) {
      going.current = 0;
      const items = navigationFor(viewer).flatMap((group) => group.items);
      const item = items.find(({ letter }) => letter === event.key);
      if (item) void navigate({ to: item.to });
    } else if (event.key === 'g') going.current = event.timeStamp;
    else if (event.key === 'j' || event.key === 'k') moveRow(event.key === 'j' ? 1 : -1);
    else if (event.key === 'x') selectRow();
    else if (event.key === '?') onHelp();
    else if (event.key === 'a' && startAdding()) event.preventDefault();
    else if (event.key === 'e' && openExport()) event.preventDefault();
    else if (event.key === '/') {
      event.preventDefault();
      startFiltering();
    }
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

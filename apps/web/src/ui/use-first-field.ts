import { useCallback, useRef } from 'react';

const FIELD = ':is(input, select, textarea):not([type="hidden"], [type="file"], :disabled)';

const firstOf = (holder: HTMLElement) =>
  [...holder.querySelectorAll<HTMLElement>(FIELD)].find((field) => field.checkVisibility());

/**
 * Where a dialog begins: at its first field rather than at the button that closes it, also when the field is not there
 * yet, because the address opened the dialog before its data had come. Whoever has pressed a key or a button meanwhile is
 * left where they are.
 *
 * @returns A ref for what holds the fields.
 */
export function useFirstField(): (holder: HTMLElement | null) => void {
  const stop = useRef<() => void>(undefined);
  return useCallback((holder: HTMLElement | null) => {
    stop.current?.();
    if (!holder || holder.querySelector('[data-autofocus]')) return;
    const first = firstOf(holder);
    // The dialog itself focuses what is marked, once it is on the screen.
    if (first) first.dataset['autofocus'] = '';
    else stop.current = whenItComes(holder);
  }, []);
}

function whenItComes(holder: HTMLElement): () => void {
  const observer = new MutationObserver(() => {
    const first = holder.querySelector<HTMLElement>('[data-autofocus]') ?? firstOf(holder);
    if (!first) return;
    stop();
    first.focus({ preventScroll: true });
  });
  const stop = () => {
    observer.disconnect();
    for (const event of ['keydown', 'pointerdown']) document.removeEventListener(event, stop, true);
  };
  for (const event of ['keydown', 'pointerdown']) document.addEventListener(event, stop, true);
  observer.observe(holder, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  return stop;
}

import { useElementScrollRestoration } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

const BY_HAND = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Takes a box that scrolls by itself back to where it was left, as soon as there are rows enough: after a reload the router
 * looks for it before it is there. Whoever scrolls meanwhile stays where they are.
 *
 * @param id What the box is marked with, for the router to remember it by.
 * @returns Whether the box had been left somewhere.
 */
export function useKeptScroll(box: RefObject<HTMLElement | null>, id: string, rows: number): boolean {
  const entry = useElementScrollRestoration({ id });
  // As it was when the box came: what is remembered later is where the box stands now.
  const [left] = useState(entry);
  const wanted = useRef(left);

  useLayoutEffect(() => {
    const [element, to] = [box.current, wanted.current];
    if (!element || !to) return;
    element.scrollLeft = to.scrollX;
    element.scrollTop = to.scrollY;
    if (Math.abs(element.scrollTop - to.scrollY) <= 1) wanted.current = undefined;
  }, [box, rows]);

  useEffect(() => {
    const element = box.current;
    if (!element || !wanted.current) return;
    const giveUp = new AbortController();
    const scrolled = () => {
      wanted.current = undefined;
      giveUp.abort();
    };
    for (const name of BY_HAND) element.addEventListener(name, scrolled, { signal: giveUp.signal, passive: true });
    return () => giveUp.abort();
  }, [box]);

  return left !== undefined;
}

import { useEffect, type RefObject } from 'react';

/**
 * Marks a box with `data-wide` while what stands in it is wider than it. A column that stands still is a layer for each of
 * its cells, hundreds to paint: where nothing scrolls beneath it, its style need not ask for that.
 *
 * @param shown What decides which elements there are, so that those of now are watched.
 */
export function useMarkedWide(box: RefObject<HTMLElement | null>, shown: unknown): void {
  useEffect(() => {
    const element = box.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    // Called before the first frame, too: nobody sees it unmarked.
    const observer = new ResizeObserver(() =>
      element.toggleAttribute('data-wide', element.scrollWidth > element.clientWidth),
    );
    observer.observe(element);
    observer.observe(content);
    return () => observer.disconnect();
  }, [box, shown]);
}

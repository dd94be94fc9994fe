import { useEffect } from 'react';

/** Paper is white: the colours of the light scheme, whatever the reader has chosen for the screen, or changes to. */
export function useLightScheme(): void {
  useEffect(() => {
    const root = document.documentElement;
    let chosen = root.dataset['mantineColorScheme'];
    const lighten = () => {
      if (root.dataset['mantineColorScheme'] === 'light') return;
      chosen = root.dataset['mantineColorScheme'];
      root.dataset['mantineColorScheme'] = 'light';
    };
    lighten();
    const watch = new MutationObserver(lighten);
    watch.observe(root, { attributeFilter: ['data-mantine-color-scheme'] });
    return () => {
      watch.disconnect();
      root.dataset['mantineColorScheme'] = chosen;
    };
  }, []);
}

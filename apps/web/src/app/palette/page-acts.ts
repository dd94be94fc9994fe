import { isAbout, type Target } from './palette-places';

/** Something to do on the screen behind the palette. */
export interface PageAct {
  key: string;
  label: string;
  button: HTMLElement;
}

/**
 * What the screen offers to do: the buttons in its head, and those elsewhere that are marked with `data-page-act`. What the
 * viewer may not do, no screen offers.
 */
export function pageActs(): PageAct[] {
  const offered = document.querySelectorAll<HTMLElement>(
    'main :is([data-page-acts] :is(button, a), button[data-page-act]):not(:disabled)',
  );
  return [...offered].flatMap((button, i) => {
    const label = button.getAttribute('aria-label') ?? button.textContent.trim();
    return label === '' || button.getAttribute('aria-haspopup') === 'listbox'
      ? []
      : [{ key: `act-${i}`, label, button }];
  });
}

export function actTargets(acts: readonly PageAct[], text: string): Target[] {
  return acts
    .filter(({ label }) => isAbout(label, text))
    .map(({ key, label, button }) => ({ key, label, note: '', act: () => button.click() }));
}

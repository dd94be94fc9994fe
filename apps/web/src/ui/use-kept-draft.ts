import { useEffect } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

/**
 * Keeps what was typed through a session that ends or a page that reloads; forgotten once it was saved, or `forget` is
 * called. Only for this tab.
 */
export function useKeptDraft<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  key: string,
): { forget: () => void } {
  const place = `accord-draft:${key}`;
  useEffect(() => {
    const kept = sessionStorage.getItem(place);
    if (kept) form.reset(JSON.parse(kept) as Values, { keepDefaultValues: true });
    const stop = form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        if (isDirty) sessionStorage.setItem(place, JSON.stringify(values));
      },
    });
    return stop;
    // The form stays the same object for the life of the page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [place]);
  return { forget: () => sessionStorage.removeItem(place) };
}

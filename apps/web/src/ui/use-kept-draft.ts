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
  const { reset, subscribe } = form;
  useEffect(() => {
    const kept = sessionStorage.getItem(place);
    if (kept) reset(JSON.parse(kept) as Values, { keepDefaultValues: true });
    return subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        if (isDirty) sessionStorage.setItem(place, JSON.stringify(values));
      },
    });
  }, [place, reset, subscribe]);
  return { forget: () => sessionStorage.removeItem(place) };
}

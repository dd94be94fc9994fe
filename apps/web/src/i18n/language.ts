const pseudoTag = 'en-XA';

/** `?lng=pseudo` holds for the tab, so that following a link does not lose it. */
export function currentLanguage(): string {
  const asked = new URLSearchParams(window.location.search).get('lng');
  if (asked) sessionStorage.setItem('accord-language', asked);
  return (asked ?? sessionStorage.getItem('accord-language')) === 'pseudo' ? pseudoTag : 'en';
}

/** Dates and numbers follow the reader's region where it speaks our language, else British English. */
export function formatLocale(): string {
  const own = typeof navigator === 'undefined' ? undefined : navigator.languages?.find((tag) => tag.startsWith('en-'));
  return own ?? 'en-GB';
}

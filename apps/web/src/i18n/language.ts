const pseudoTag = 'en-XA';

/** `?lng=pseudo` holds for the tab, so that following a link does not lose it. */
export function currentLanguage(): string {
  // Words are also asked for where there is no page: in tests of what makes sentences.
  if (typeof window === 'undefined') return 'en';
  const asked = new URLSearchParams(window.location.search).get('lng');
  if (asked) sessionStorage.setItem('accord-language', asked);
  return (asked ?? sessionStorage.getItem('accord-language')) === 'pseudo' ? pseudoTag : 'en';
}

let known: string | undefined;

/** Dates and numbers follow the reader's region where it speaks our language, else British English. */
export function formatLocale(): string {
  return (known ??= spokenTag() ?? 'en-GB');
}

function spokenTag(): string | undefined {
  const tags = typeof navigator === 'undefined' ? [] : navigator.languages;
  return tags.find((tag) => tag.startsWith('en-') && isUsable(tag));
}

/** Some systems name a language as no standard does: `en-US@posix`. */
function isUsable(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

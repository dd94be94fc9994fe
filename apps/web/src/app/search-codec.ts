/** Search params as people read them: `?q=mail&line=SECURITY,NETWORK_MANAGEMENT`. Every value arrives as text. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** What is undefined, empty or false is not written: the shortest address that means the same. */
export function stringifySearch(search: Record<string, unknown>): string {
  const parts = Object.entries(search).flatMap(([key, value]) => {
    const text = Array.isArray(value)
      ? value.join(',')
      : value === undefined || value === null || value === false
        ? ''
        : String(value);
    return text === ''
      ? []
      : [`${encodeURIComponent(key)}=${encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%20', '+')}`];
  });
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

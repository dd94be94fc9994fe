const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times what using it does, and a table uses thousands. */
export function numberFormatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  let formatter = numbers.get(key);
  if (!formatter) numbers.set(key, (formatter = new Intl.NumberFormat(locale, options)));
  return formatter;
}

/** A number as people write it: with a minus where Intl writes a hyphen. */
export function written(formatter: Intl.NumberFormat, value: number | Intl.StringNumericLiteral): string {
  return formatter.format(value).replace('-', '−');
}

export function dateFormatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let formatter = dates.get(key);
  if (!formatter) dates.set(key, (formatter = new Intl.DateTimeFormat(locale, options)));
  return formatter;
}

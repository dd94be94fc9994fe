/** ISO 4217 codes with their names in the reader's language. */
const names = new Intl.DisplayNames('en', { type: 'currency' });

export const currencyOptions = Intl.supportedValuesOf('currency').map((code) => ({
  value: code,
  label: `${code} · ${names.of(code) ?? code}`,
}));

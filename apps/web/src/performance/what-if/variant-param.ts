const PATTERN = /^[a-zA-Z]+:[\w.~-]+(;[a-zA-Z]+:[\w.~-]+)*$/;

/** A variant in an address, as far as its shape goes: what it says is read where it is shown, for every page loads this. */
export const variant = () => (raw: unknown) =>
  typeof raw === 'string' && raw.length <= 1000 && PATTERN.test(raw) ? raw : undefined;

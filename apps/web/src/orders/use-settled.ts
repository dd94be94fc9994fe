import { useEffect, useState } from 'react';

/** The value once it has stayed the same for a while: not asked for at every key. Compared as JSON. */
export function useSettled<Value>(value: Value, delayMs = 300): Value {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), delayMs);
    return () => window.clearTimeout(timer);
  }, [text, delayMs]);
  return JSON.parse(settled) as Value;
}

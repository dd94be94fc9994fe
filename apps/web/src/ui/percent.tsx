import { formatPercent, formatRatio, type PercentOptions } from './format-percent';

type Given = { ratio: string; percent?: never } | { percent: string; ratio?: never };

/** A share, given as an exact decimal string: `ratio="0.9995"` or `percent="99.95"`. */
export function Percent({ ratio, percent, ...options }: Given & PercentOptions) {
  const text = ratio === undefined ? formatPercent(percent ?? '0', options) : formatRatio(ratio, options);
  return <span className="figures">{text}</span>;
}

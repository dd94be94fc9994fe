import type { ReactNode, Ref } from 'react';

type Props = { label: string; className?: string; long?: boolean; ref?: Ref<HTMLDivElement>; children: ReactNode };

/** A part that scrolls by itself, also with the keyboard (WCAG 2.1.1). */
export function ScrollBox({ label, className, long, ref, children }: Props) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what takes no focus, no keyboard scrolls
    <div ref={ref} className={className} data-long={long || undefined} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

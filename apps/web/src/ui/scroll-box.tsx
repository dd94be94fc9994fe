import type { ReactNode, Ref } from 'react';

type Props = {
  label: string;
  className?: string;
  long?: boolean;
  /** By which the router remembers how far it was scrolled. */
  keptAs?: string;
  ref?: Ref<HTMLDivElement>;
  children: ReactNode;
};

/** A part that scrolls by itself, also with the keyboard (WCAG 2.1.1). */
export function ScrollBox({ label, className, long, keptAs, ref, children }: Props) {
  return (
    <div
      ref={ref}
      className={className}
      data-long={long || undefined}
      data-scroll-restoration-id={keptAs}
      role="group"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what takes no focus, no keyboard scrolls
      tabIndex={0}
    >
      {children}
    </div>
  );
}

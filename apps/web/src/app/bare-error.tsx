import type { ErrorComponentProps } from '@tanstack/react-router';
import { RouteError } from './route-error';
import headerClasses from './shell/header.module.css';
import { Mark } from './shell/mark';
import classes from './shell/shell.module.css';

/** A failure before it is known who is signed in: the frame stands, without what only they may see. */
export function BareError(props: ErrorComponentProps) {
  return (
    <div className={classes.shell}>
      <header className={headerClasses.header}>
        <Mark />
      </header>
      <aside className={classes.side} />
      <main className={classes.main}>
        <RouteError {...props} />
      </main>
    </div>
  );
}

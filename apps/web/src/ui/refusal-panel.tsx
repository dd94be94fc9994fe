import type { Refused } from './refused';
import classes from './error-summary.module.css';

/** What a rule said no to, where there is no form to put it beside. */
export function RefusalPanel({ refused }: { refused: Refused }) {
  return (
    <div role="alert" className={classes.summary}>
      {refused.refusals.length === 1 ? (
        refused.refusals[0]?.message
      ) : (
        <ul>
          {refused.refusals.map(({ code, message }) => (
            <li key={code + message}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

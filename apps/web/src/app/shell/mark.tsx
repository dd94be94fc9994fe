import { Link } from '@tanstack/react-router';
import classes from './header.module.css';

/** The mark, which leads home. */
export function Mark() {
  return (
    <Link to="/" className={classes.mark}>
      <img src="/mark.svg" alt="" width={26} height={26} />
      <span>Accord</span>
    </Link>
  );
}

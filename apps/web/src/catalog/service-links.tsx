import { TextLink } from '../app/text-link';
import classes from './service-page.module.css';

type Props = { services: readonly { id: string; slug: string; name: string }[]; none: string };

/** Other services, a line each. */
export function ServiceLinks({ services, none }: Props) {
  if (services.length === 0) return <span className="quiet">{none}</span>;
  return (
    <ul className={classes.links}>
      {services.map(({ id, slug, name }) => (
        <li key={id}>
          <TextLink to="/catalog/$slug" params={{ slug }}>
            {name}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}

import { TextLink } from '../app/text-link';

/** The order under the number by which people speak of it. */
export function OrderLink({ order: { id, number } }: { order: { id: string; number: string } }) {
  return (
    <TextLink to="/orders/$id" params={{ id }} fw={550} className="figures one-line">
      {number}
    </TextLink>
  );
}

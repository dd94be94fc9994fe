import { assertNotOwnDelivery } from './own-delivery.js';

const order = { requesterId: 'rita', beneficiaryId: 'ben' };
const members = ['rita', 'ben', 'tia'];

it('what somebody ordered or receives is delivered by somebody else of the team, as long as there is one', () => {
  expect(assertNotOwnDelivery('tia', order, members)).toBe(false);
  for (const own of ['rita', 'ben'])
    expect(() => assertNotOwnDelivery(own, order, members)).toThrow('somebody else of the team');
  expect(assertNotOwnDelivery('rita', order, ['rita', 'ben'])).toBe(true);
  expect(assertNotOwnDelivery('rita', order, [])).toBe(true);
});

import agreements from '../agreements/en.json';
import catalog from '../catalog/en.json';
import orders from '../orders/en.json';
import people from '../people/screens.en.json';
import performance from '../performance/en.json';
import providers from '../providers/en.json';

/** What the screens behind the sign-in say; they come along with the first of them. */
export const roomWords = { agreements, catalog, orders, people, performance, providers };

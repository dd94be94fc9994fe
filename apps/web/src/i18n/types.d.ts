import 'i18next';
import type orders from '../orders/en.json';
import type performance from '../performance/en.json';
import type { roomWords } from './room-words';
import type { words } from './words';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    returnNull: false;
    resources: {
      translation: typeof words & typeof roomWords & { orders: typeof orders; performance: typeof performance };
    };
  }
}

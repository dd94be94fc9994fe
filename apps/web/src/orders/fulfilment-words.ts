import { addWords } from '../i18n/i18n';
import fulfilment from './fulfilment.en.json';

addWords({ fulfilment });

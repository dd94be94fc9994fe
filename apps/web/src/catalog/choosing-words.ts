import { addWords } from '../i18n/i18n';
import choosing from './choosing.en.json';

addWords({ choosing });

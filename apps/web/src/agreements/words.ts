import { addWords } from '../i18n/i18n';
import agreements from './en.json';

addWords({ agreements });

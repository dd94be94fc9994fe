import { addWords } from '../../i18n/i18n';
import inbox from './en.json';

addWords({ inbox });

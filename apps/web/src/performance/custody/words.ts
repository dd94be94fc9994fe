import { addWords } from '../../i18n/i18n';
import custody from './en.json';

addWords({ custody });

import { addWords } from '../../i18n/i18n';
import retirement from './en.json';

addWords({ retirement });

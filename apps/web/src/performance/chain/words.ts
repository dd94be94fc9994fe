import { addWords } from '../../i18n/i18n';
import chain from './en.json';

addWords({ chain });

import { addWords } from '../../i18n/i18n';
import findings from './en.json';

addWords({ findings });

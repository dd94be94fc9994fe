import { addWords } from '../../i18n/i18n';
import claims from './en.json';
import '../words';

addWords({ claims });

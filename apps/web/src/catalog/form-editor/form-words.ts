import '../../orders/words';
import { addWords } from '../../i18n/i18n';
import form from './en.json';

addWords({ form });

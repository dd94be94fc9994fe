import { addWords } from '../../i18n/i18n';
import notifications from './en.json';
import '../inbox/words';

addWords({ notifications });

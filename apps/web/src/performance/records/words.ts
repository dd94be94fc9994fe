import { addWords } from '../../i18n/i18n';
import records from './en.json';
import '../words';

addWords({ records });

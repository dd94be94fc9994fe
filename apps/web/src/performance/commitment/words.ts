import { addWords } from '../../i18n/i18n';
import measured from './measured.en.json';

addWords({ measured });

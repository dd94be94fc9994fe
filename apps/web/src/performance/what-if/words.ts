import { addWords } from '../../i18n/i18n';
import whatIf from './en.json';

addWords({ whatIf });

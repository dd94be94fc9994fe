import { addWords } from '../../i18n/i18n';
import sources from './en.json';

addWords({ sources });

import { addWords } from '../../../i18n/i18n';
import mapping from './en.json';

addWords({ mapping });

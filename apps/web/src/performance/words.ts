import { addWords } from '../i18n/i18n';
import performance from './en.json';

addWords({ performance });

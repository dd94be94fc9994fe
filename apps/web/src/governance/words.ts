import { addWords } from '../i18n/i18n';
import governance from './en.json';

addWords({ governance });

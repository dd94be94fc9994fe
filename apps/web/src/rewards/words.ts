import { addWords } from '../i18n/i18n';
import rewards from './en.json';

addWords({ rewards });

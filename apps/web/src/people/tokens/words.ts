import { addWords } from '../../i18n/i18n';
import tokens from './en.json';

addWords({ tokens });

import { addWords } from '../../i18n/i18n';
import annotations from './en.json';

addWords({ annotations });

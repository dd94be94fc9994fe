import { addWords } from '../../i18n/i18n';
import views from './en.json';

addWords({ views });

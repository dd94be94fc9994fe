import { addWords } from '../i18n/i18n';
import substitutes from './substitutes.en.json';

addWords({ substitutes });

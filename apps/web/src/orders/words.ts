import { addWords } from '../i18n/i18n';
import orders from './en.json';

addWords({ orders });

import { addWords } from '../i18n/i18n';
import bill from './bill.en.json';
import './words';

addWords({ bill });

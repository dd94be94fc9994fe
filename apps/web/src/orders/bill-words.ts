import { addWords } from '../i18n/i18n';
import bill from './bill.en.json';
import './words';

// Steps of every calculation have their names there.
addWords({ bill, performance: { rule: bill.step, value: bill.value } });

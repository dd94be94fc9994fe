import { addWords } from '../i18n/i18n';
import explanation from './explanation.en.json';
import './words';

// Only where a calculation is told step by step: no page begins with one.
addWords({ performance: explanation });

import { addWords } from '../i18n/i18n';
import approvals from './approvals.en.json';

addWords({ approvals });

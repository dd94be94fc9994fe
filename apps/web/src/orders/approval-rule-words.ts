import { addWords } from '../i18n/i18n';
import approvalRules from './approval-rules.en.json';

addWords({ approvalRules });

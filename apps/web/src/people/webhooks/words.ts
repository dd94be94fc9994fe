import { addWords } from '../../i18n/i18n';
import webhooks from './en.json';

addWords({ webhooks });

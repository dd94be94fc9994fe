import { addWords } from '../i18n/i18n';
import bundles from './bundles.en.json';

addWords({ bundles });

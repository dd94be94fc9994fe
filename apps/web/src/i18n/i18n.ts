import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { currentLanguage } from './language';
import { pseudoWords, type Words } from './pseudo';
import { words } from './words';

const language = currentLanguage();

void i18next.use(initReactI18next).init({
  lng: language,
  fallbackLng: 'en',
  resources: {
    en: { translation: words },
    [language]: { translation: language === 'en' ? words : pseudoWords(words) },
  },
  interpolation: { escapeValue: false },
  // Said, though it is the usual one: otherwise each key is searched for signs of a sentence, thousands of times a table.
  keySeparator: '.',
  // Resources are at hand, so the first render already has its words.
  initAsync: false,
});

if (typeof document !== 'undefined') document.documentElement.lang = language;

let rooms: Promise<void> | undefined;

/** Brings the words of the screens; the first caller starts the load. */
export function loadRoomWords(): Promise<void> {
  return (rooms ??= import('./room-words').then(({ roomWords }) => addWords(roomWords)));
}

/** For a room whose words come along with its parts: they import its `words.ts`. */
export function addWords(added: Words): void {
  i18next.addResourceBundle('en', 'translation', added, true);
  if (language !== 'en') i18next.addResourceBundle(language, 'translation', pseudoWords(added), true);
}

export { i18next };

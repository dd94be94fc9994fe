import catalog from '../catalog/en.json';
import people from '../people/screens.en.json';
import providers from '../providers/en.json';

/** What the screens behind the sign-in say; they come along with the first of them. Large rooms bring their own: `words.ts`. */
export const roomWords = { catalog, people, providers };

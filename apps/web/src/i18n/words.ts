import app from '../app/en.json';
import people from '../people/en.json';
import ui from '../ui/en.json';

/** What the shell and the sign-in page say: there from the first moment. */
export const words = { app, ui, people };

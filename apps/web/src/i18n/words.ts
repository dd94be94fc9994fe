import app from '../app/en.json';
import agreements from '../agreements/en.json';
import catalog from '../catalog/en.json';
import people from '../people/en.json';
import performance from '../performance/en.json';
import providers from '../providers/en.json';
import ui from '../ui/en.json';

/** Every word for people, by the folder that says it. */
export const words = { app, ui, people, catalog, agreements, performance, providers };

import { config } from 'zod/mini';

// The content security policy forbids making code at run time, which zod would otherwise try. Imported before any schema.
config({ jitless: true });

export { DomainError } from './domain-error.js';
export * from './people/viewer.js';

// zod for the script builds: its small form, without the part that makes code from strings. The engines that they are for forbid that. docs/decisions/013.
export * from 'zod/mini';

/** A schema as it is; in the package it is compiled. @template T @param {T} schema @returns {T} */
export const compile = (schema) => schema;

// The script build puts zod/mini in zod's place; zod-mini.json checks that src uses only what both have.
export * from 'zod/mini';
export type { ZodMiniType as ZodType } from 'zod/mini';

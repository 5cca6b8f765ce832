// professional-status/schemas: every shape that goes over a wire, as zod schemas and as JSON Schema.
export { jsonSchemas, type JsonSchema } from './json-schemas.js';
export type { LifecycleVectorFile, ProcedureVectorFile, TraceLine, VectorFile, VectorPolicy } from './vector-schemas.js';
export { zodSchemas, type OpeningOf, type SchemaName, type StateOf, type ZodSchemas } from './zod-schemas.js';

// professional-status/schemas: every shape that goes over a wire, as zod schemas and as JSON Schema.
export { jsonSchemas, type JsonSchema } from './json-schemas.js';
export { zodSchemas, type SchemaName, type VectorFile, type ZodSchemas } from './zod-schemas.js';

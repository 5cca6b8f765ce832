// The CommonJS half of `both.ts`.
import { rules, safeReadCase, safeTransition } from 'professional-status';

export const required = { rules: { ...rules }, safeReadCase, safeTransition };

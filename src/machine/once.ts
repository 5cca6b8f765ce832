// What is costly to build is built once, on first use.

/* @__NO_SIDE_EFFECTS__ */
export function once<T>(make: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => (kept ??= { value: make() }).value;
}

// Marks what was made here, so that it is known again without a second check: a private field, which no copy, proxy or other library can bear.

/** Gives back what it is given as what was constructed, so that a class derived from it adds its private field to that. */
const Given = function (of: object) {
  return of;
} as unknown as new (of: object) => object;

/** Makes a mark of its own for one maker. */
/* @__NO_SIDE_EFFECTS__ */
export function mark(): { readonly put: (on: object) => void; readonly isOn: (value: unknown) => boolean } {
  class Marked extends Given {
    readonly #here: undefined;
    static readonly isOn = (value: unknown): boolean => typeof value === 'object' && value !== null && #here in value;
  }
  return {
    put: (on) => {
      new Marked(on);
    },
    isOn: Marked.isOn,
  };
}

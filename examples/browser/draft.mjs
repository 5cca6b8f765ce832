// A draft of what was entered, in this browser's storage: only where the reader asked for it, since whoever uses the same browser can read it.

/** @import { State } from './state.mjs' */

const KEY = 'policy-checker-draft';
/** A draft that another form of the state was kept in is not read. */
const FORM = 3;

/** Keeps the state where that was asked for, and nothing where it was not. @param {State} state @param {string} visit */
export function writeDraft(state, visit) {
  try {
    if (state.keepsDraft) localStorage.setItem(KEY, JSON.stringify({ form: FORM, visit, state }));
    else localStorage.removeItem(KEY);
  } catch {
    // the browser keeps nothing for this page: then a reload asks, as it does without a draft
  }
}

/** The draft, counted from the day that it is now; nothing where there is none. @param {State} first @returns {{ state: State, visit: string } | undefined} */
export function readDraft({ today, register }) {
  try {
    const { form, visit, state } = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (form !== FORM) return undefined;
    const cohorts = state.register.cohortsFrom === undefined ? register.cohorts : state.register.cohorts;
    return { visit, state: { ...state, today, register: { ...state.register, cohorts } } };
  } catch {
    return undefined; // not a draft of this page
  }
}

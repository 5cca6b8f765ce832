// What a calendar shows of itself: its holidays and closures, its span, and how sure it is.
import type { PlainDate } from './civil.js';

/** A day off, with its name. */
export interface Holiday {
  readonly date: PlainDate;
  readonly name: string;
}

/** Days on which an office is closed, `from` to `to` inclusive (one day when `to` is absent), with the reason. */
export interface Closure {
  readonly from: PlainDate;
  readonly to?: PlainDate;
  readonly name: string;
}

/** The working days of stated years: Monday to Friday, less holidays and closures. Never changed: what would change it makes another. */
export interface WorkingCalendar {
  /** Which calendar it is, such as `england-and-wales`. */
  readonly id: string;
  /** Its author's label, `+`, and a fingerprint of its content, so that a changed calendar is not taken for the same. */
  readonly version: string;
  /** First and last day covered, both inclusive. Nothing is assumed of any other day. */
  readonly span: { readonly from: PlainDate; readonly to: PlainDate };
  /** `projected` when the holidays of some of its years are expected but not yet published. */
  readonly certainty: 'published' | 'projected';
  /** Holidays in order of date, closures not among them. */
  readonly holidays: readonly Holiday[];
}

import type { Hiding } from './element-display.ts'
import type { RecordedLink } from './page-record.ts'

/** What is known of an element while it is open. */
export type Frame = {
  hidden: boolean
  /** Null: nobody can tell. */
  invisible: boolean | null
  /** It may be hidden, and nobody can tell. */
  mayBeHidden: boolean
  silent: boolean
  block: boolean
  inHead: boolean
  inSelect: boolean
  link: RecordedLink | null
  capture: { parts: string[]; done: (text: string) => void } | null
  mount: { what: string; isMain: boolean; start: number } | null
}
export const NEW_PAGE: Frame = {
  hidden: false,
  invisible: false,
  mayBeHidden: false,
  silent: false,
  block: false,
  inHead: false,
  inSelect: false,
  link: null,
  capture: null,
  mount: null,
}

/** Whether an element is invisible, by its own visibility or that of the element around it. */
export function invisibleBy(visibility: Hiding['visibility'], around: boolean | null): boolean | null {
  return visibility === null ? around : visibility === 'unsure' ? null : visibility === 'hidden'
}

/** Whether nobody can tell if it is shown. */
export function isOpen({ mayBeHidden, invisible }: Frame): boolean {
  return mayBeHidden || invisible === null
}

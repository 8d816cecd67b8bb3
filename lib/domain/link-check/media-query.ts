import { type Answer, and, not as opposite, or } from './css-conditions.ts'

/** Whom a style sheet or a part of it is for: readers at a desk, readers on a phone, both or none, as bits. */
export type Screens = number
export const DESK: Screens = 1
export const PHONE: Screens = 2
export const ALL_SCREENS: Screens = DESK | PHONE

type Screen = { width: number; height: number; features: Readonly<Record<string, string>> }

const QUERY_MAX_CHARACTERS = 500
const EM_PX = 16
/** What is not asked to be otherwise: light, at rest, no more contrast than usual. */
const USUAL = {
  'prefers-color-scheme': 'light',
  'prefers-reduced-motion': 'no-preference',
  'prefers-contrast': 'no-preference',
  'forced-colors': 'none',
  scripting: 'enabled',
  update: 'fast',
}
const SCREENS: readonly { bit: Screens; screen: Screen }[] = [
  {
    bit: DESK,
    screen: {
      width: 1280,
      height: 800,
      features: { ...USUAL, orientation: 'landscape', hover: 'hover', pointer: 'fine' },
    },
  },
  {
    bit: PHONE,
    screen: {
      width: 390,
      height: 844,
      features: { ...USUAL, orientation: 'portrait', hover: 'none', pointer: 'coarse' },
    },
  },
]

/** The screens a media query list holds for, and those it may hold for where that cannot be told. */
export function screensOf(media: string): { on: Screens; open: Screens } {
  const list = media.slice(0, QUERY_MAX_CHARACTERS).toLowerCase().trim()
  if (list === '') return { on: ALL_SCREENS, open: 0 }
  const queries = list.split(',')
  const found = { on: 0, open: 0 }
  for (const { bit, screen } of SCREENS) {
    const answer = or(queries.map((query) => holds(query.trim(), screen)))
    if (answer === true) found.on |= bit
    else if (answer === null) found.open |= bit
  }
  return found
}

function holds(query: string, screen: Screen): Answer {
  const [, not, type, rest = ''] = /^(?:(not|only)\s+)?([a-z-]+)?\s*(?:and\b)?(.*)$/s.exec(query) ?? []
  const isType = type === undefined || type === 'all' || type === 'screen'
  const answer = isType
    ? and(rest.split(/\band\b/).map((part) => conditionHolds(part.trim(), screen)))
    : false
  return not === 'not' ? opposite(answer) : answer
}

const KNOWN_FEATURE =
  /\b(?:width|height|inline-size|block-size|aspect-ratio|resolution|device-pixel-ratio|colou?r|color-(?:gamut|index)|monochrome|display-mode|orientation|grid|scan|any-hover|any-pointer|overflow-(?:block|inline)|dynamic-range|inverted-colors|prefers-[\w-]+|transform-3d|video-[\w-]+|horizontal-viewport-segments|vertical-viewport-segments|device-posture|environment-blending|nav-controls)\b/

/** Null: a condition nobody here can tell. */
function conditionHolds(condition: string, { width, height, features }: Screen): Answer {
  if (condition === '') return true
  const inner = /^\(\s*([^()]*?)\s*\)$/.exec(condition)?.[1]
  if (inner === undefined) return null
  const limit = /^(min|max)-(width|height)\s*:\s*([\d.]+)(px|r?em)$/.exec(inner)
  if (limit) {
    const size = limit[2] === 'width' ? width : height
    const bound = Number(limit[3]) * (limit[4] === 'px' ? 1 : EM_PX)
    return limit[1] === 'min' ? size >= bound : size <= bound
  }
  const range = /^width\s*([<>])(=?)\s*([\d.]+)(px|r?em)$/.exec(inner)
  if (range) {
    const bound = Number(range[3]) * (range[4] === 'px' ? 1 : EM_PX)
    if (range[2] === '=' && width === bound) return true
    return range[1] === '<' ? width < bound : width > bound
  }
  const [name = '', value] = inner.split(/\s*:\s*/)
  const usual = features[name]
  // A feature nobody knows never holds.
  if (usual === undefined) return KNOWN_FEATURE.test(inner) ? null : false
  return value === undefined ? usual !== 'none' && usual !== 'no-preference' : value === usual
}

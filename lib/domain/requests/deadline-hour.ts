/** An hour as minutes after midnight, and what is not certain about it. */
export type HourRead = { minutes: number; doubts: string[] }

const CLOCK = /\b(\d{1,2})[:.h](\d{2})(?::\d{2})?\s{0,2}(a\.?m\b\.?|p\.?m\b\.?)?/i
const HOUR = /\b(\d{1,2})\s{0,2}(a\.?m\b\.?|p\.?m\b\.?|o'?clock\b)/i
/** A bare figure is an hour only behind a word that says so. */
const BARE =
  /\b(?:at|by|before|until|till)\s(\d{1,2})(?![\d/.:-]|\s?(?:days?|hours?|words?|people|st|nd|rd|th))\b/i

const WORDS: readonly { said: RegExp; minutes: number; doubt: string | null }[] = [
  { said: /\b(?:noon|midday|12 noon)\b/i, minutes: 12 * 60, doubt: null },
  { said: /\bmidnight\b/i, minutes: 24 * 60 - 1, doubt: 'Midnight read as the end of that day.' },
  {
    said: /\b(?:cob|cop|eob|close of (?:business|play|the day)|end of (?:business|play)|end of (?:the )?(?:business|working|work) day)\b/i,
    minutes: 17 * 60,
    doubt: 'The close of business read as 17:00.',
  },
  {
    said: /\b(?:eod|end of (?:the )?day)\b/i,
    minutes: 17 * 60,
    doubt: 'The end of the day read as 17:00, to be on the safe side.',
  },
  {
    said: /\b(?:first thing|morning)\b/i,
    minutes: 9 * 60,
    doubt: 'The morning read as 9:00, to be on the safe side.',
  },
  { said: /\blunch ?time\b|\blunch\b/i, minutes: 12 * 60, doubt: 'Lunchtime read as noon.' },
  { said: /\bafternoon\b/i, minutes: 13 * 60, doubt: 'The afternoon read as 13:00, to be on the safe side.' },
  {
    said: /\b(?:tonight|evening)\b/i,
    minutes: 18 * 60,
    doubt: 'The evening read as 18:00, to be on the safe side.',
  },
]

/** The hour that is named, or null. */
export function readHour(words: string): HourRead | null {
  const clock = CLOCK.exec(words)
  if (clock) {
    const read = onTheClock(Number(clock[1]), Number(clock[2]), clock[3], (clock[1] ?? '').startsWith('0'))
    if (read) return read
  }
  const hour = HOUR.exec(words)
  if (hour) {
    const half = /^[ap]/i.test(hour[2] ?? '') ? hour[2] : undefined
    const read = onTheClock(Number(hour[1]), 0, half)
    if (read) return read
  }
  for (const { said, minutes, doubt } of WORDS)
    if (said.test(words)) return { minutes, doubts: doubt === null ? [] : [doubt] }
  const bare = BARE.exec(words)
  return bare ? onTheClock(Number(bare[1]), 0, undefined) : null
}

/** @param isFull written with a leading nought, as only the clock of 24 hours is */
function onTheClock(
  hours: number,
  minutes: number,
  half: string | undefined,
  isFull = false,
): HourRead | null {
  if (hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) return null
  if (half) {
    if (hours < 1 || hours > 12) return { minutes: hours * 60 + minutes, doubts: [] }
    const isAfternoon = /^p/i.test(half)
    return { minutes: ((hours % 12) + (isAfternoon ? 12 : 0)) * 60 + minutes, doubts: [] }
  }
  if (hours === 24) return { minutes: 24 * 60 - 1, doubts: [] }
  const read = hours * 60 + minutes
  if (isFull || hours === 0 || hours >= 12) return { minutes: read, doubts: [] }
  // Nobody asks for answers at four in the morning.
  const isNight = hours < 7
  const minutesMeant = isNight ? read + 12 * 60 : read
  const said = clockWords(minutesMeant)
  const other = clockWords(isNight ? read : read + 12 * 60)
  return {
    minutes: minutesMeant,
    doubts: [`Neither a.m. nor p.m. is said: read as ${said}; it may mean ${other}.`],
  }
}

function clockWords(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

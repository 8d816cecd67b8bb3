import { countryOf } from './country.ts'
import type { PitchFacts } from './pitch-facts.ts'
import { type PitchProblem, problem } from './pitch-rules.ts'

/** Where consent rests on an address being published for such mail, and we have to show it. FACTS.md, section 4. */
const PUBLISHED_ADDRESS_COUNTRIES: Readonly<Record<string, string>> = {
  CA: 'Canada',
  NZ: 'New Zealand',
  AU: 'Australia',
}

/** Whether we can say where the address came from. */
export function reviewOrigin({ origin, contact }: PitchFacts): PitchProblem[] {
  if (!origin || (!origin.page?.trim() && !origin.words?.trim())) {
    return [
      problem('no-origin', {
        message: 'Nobody noted where this address came from.',
        remedy: 'Note the page where it stands, or the words with which you were given it.',
      }),
    ]
  }
  const country = PUBLISHED_ADDRESS_COUNTRIES[countryOf(contact) ?? '']
  if (!country) return []
  const problems: PitchProblem[] = []
  if (origin.noUnsolicited) {
    problems.push(
      problem('no-origin', {
        message: `The page with this address asks for no unsolicited mail, and they are in ${country}, where that settles it.`,
        remedy: 'Reach them in another way they offer, or leave it.',
      }),
    )
  }
  if (origin.fitsRole === false) {
    problems.push(
      problem('no-origin', {
        message: `This does not fit the role they published the address for, and they are in ${country}, where it has to.`,
        remedy: 'Look for the person whose work this is about.',
      }),
    )
  }
  return problems
}

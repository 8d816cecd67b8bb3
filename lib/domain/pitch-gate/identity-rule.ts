import { countryOf } from './country.ts'
import type { PitchFacts } from './pitch-facts.ts'
import { type PitchProblem, problem } from './pitch-rules.ts'
import { findRequiredLines } from './required-lines.ts'

const POSTAL_ADDRESS_ASKED = new Set(['US', 'CA'])

/** Whether a first mail says who we are, where we found them and that a no is fine, and where we live if the country asks. */
export function reviewIdentity(facts: PitchFacts): PitchProblem[] {
  const body = findRequiredLines(facts.body, facts)
  const signature = findRequiredLines(facts.signature, facts)
  const country = countryOf(facts.contact)
  const missing: string[] = []
  if (!body.saysWhoWeAre && !signature.saysWhoWeAre) missing.push('who you are')
  if (!body.saysWhereFound && !signature.saysWhereFound) missing.push('where you found them')
  if (!body.saysNoIsFine && !signature.saysNoIsFine) missing.push('an easy way to say no')
  const needsAddress = country !== null && POSTAL_ADDRESS_ASKED.has(country)
  if (needsAddress && !body.givesPostalAddress && !signature.givesPostalAddress)
    missing.push('your postal address')
  if (missing.length === 0) return []
  return [
    problem('identity', {
      message: `A first mail says who writes and why. This one is missing ${listed(missing)}.`,
      remedy: remedyFor(missing, facts.sender),
    }),
  ]
}

function remedyFor(
  missing: readonly string[],
  { name, company, postalAddress }: PitchFacts['sender'],
): string {
  const hints = missing.map((part) => {
    if (part === 'who you are')
      return `Sign with your name${name || company ? ` (${[name, company].filter(Boolean).join(', ')})` : ''}.`
    if (part === 'where you found them')
      return 'Name the piece you read, or the page where you found the address.'
    if (part === 'your postal address') {
      return postalAddress
        ? 'Put your postal address under your name; their country asks for it.'
        : 'Add a postal address to your settings and put it under your name; their country asks for it.'
    }
    return 'End with a line like "If you would rather not hear from me, tell me and I won\'t write again."'
  })
  return hints.join(' ')
}

function listed(parts: readonly string[]): string {
  return parts.length === 1 ? `${parts[0]}` : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

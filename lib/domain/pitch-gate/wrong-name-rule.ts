import { nameKey, nameWords, readGreeting } from './greeting.ts'
import type { PitchFacts } from './pitch-facts.ts'
import { type PitchProblem, problem } from './pitch-rules.ts'

const SHORT_NAMES = `
alexander alexandra alex sasha|andrew andy drew|anthony tony|benjamin ben benny|catherine katherine kathryn kate katie cathy kathy
charles charlie chuck|christina christine christopher chris tina|daniel dan danny|david dave|edward ed eddie ted|elizabeth liz beth lizzie betty
francisco paco fran|frederick fred freddie|gabriel gabriela gabe gabi|gregory greg|james jim jimmy jamie|jennifer jen jenny|jessica jess jessie
john johnny jack|jonathan jon|joseph joe joey|jose pepe|joshua josh|kenneth ken kenny|lawrence larry|margaret maggie meg peggy|matthew matt
michael mike mick|nicholas nick nicky|nicole nicky|patricia pat patty tricia|patrick pat paddy|peter pete|philip phillip phil|rebecca becky becca
richard rick dick rich|robert bob rob bobby robbie|ronald ron|samuel samantha sam|stephen steven steve|susan sue susie|theodore ted theo
thomas tom tommy|timothy tim|victoria vicky tori|william will bill billy liam|zachary zach`
  .trim()
  .split(/[|\n]/)
  .map((group) => new Set(group.split(' ')))

/** Whether the greeting names somebody other than the contact; to nobody or to a team is fine. */
export function reviewGreetedName({ body, contact }: PitchFacts): PitchProblem[] {
  const contactWords = nameWords(contact.name).flatMap((word) => [word, ...word.split('-')])
  const greeting = readGreeting(body)
  if (greeting.kind !== 'people' || contactWords.length === 0) return []
  if (greeting.people.some((person) => isContact(person, contactWords))) return []
  const greeted = greeting.people.map((person) => person.join(' ')).join(' and ')
  return [
    problem('wrong-name', {
      message: `The greeting is to ${greeted}, but this goes to ${contact.name.trim()}.`,
      remedy: 'Write their name as they write it themselves.',
    }),
  ]
}

function isContact(person: readonly string[], contactWords: readonly string[]): boolean {
  const known = new Set(contactWords.flatMap(spellingsOf))
  // "Anne Marie", "Anne-Marie" and "Annemarie" are one name.
  for (const [index, word] of contactWords.entries())
    known.add(nameKey(word + (contactWords[index + 1] ?? '')))
  const isKnown = (word: string) => spellingsOf(word).some((key) => known.has(key) || isShortFor(key, known))
  if (known.has(nameKey(person.join('')))) return true
  const [first = '', ...others] = person
  if (!isKnown(first)) return false
  return others.every(isKnown) || new Set(contactWords.map(nameKey)).size === 1
}

/** With German umlauts written both ways. */
function spellingsOf(word: string): string[] {
  const umlauts = word
    .toLowerCase()
    .replace(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? letter)
  return [nameKey(word), nameKey(umlauts)]
}

function isShortFor(key: string, known: ReadonlySet<string>): boolean {
  // "M. Lopez" may be greeted as Maria.
  if (known.has(key.charAt(0))) return true
  return SHORT_NAMES.some((group) => group.has(key) && [...known].some((word) => group.has(word)))
}

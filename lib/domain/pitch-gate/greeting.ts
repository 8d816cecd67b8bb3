import { foldText, withoutAccents } from '../text/fold-text.ts'

/**
 * How a message begins. "broken" is a greeting a program left behind ("Hi ,", "Hi undefined,"), "nobody" one that
 * names no one ("Hi there,", "Bonjour,"), "team" one to several. `people` holds the words of each name greeted.
 */
export type Greeting = {
  kind: 'none' | 'broken' | 'nobody' | 'team' | 'people'
  people: string[][]
  /** Offsets of the greeting in the body. */
  start: number
  end: number
}

const LINE_LOOKED_AT = 200
const GREETING =
  /^(?:hi|hiya|hello|hey|heya|dear|greetings|howdy|g'day|kia ora|aloha|good (?:morning|afternoon|evening|day)|hallo|moin|servus|liebe[rs]?|gr(?:u|ue)(?:ss|ß|ezi)(?: gott| dich)?|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|bonjour|bonsoir|salut|ch(?:er|ere|ers|eres)|hola|buenos dias|buenas(?: tardes| noches)?|estimad[oa]s?|querid[oa]s?|ciao|salve|buongiorno|gentile|car[oa]|ola|oi|bom dia|boa tarde|prezad[oa]|hoi|beste|geachte|dag|hej|hei|здравствуйте|привет|уважаем(?:ый|ая)|שלום|مرحبا)(?![\p{L}\p{N}'-])/u
/** Greetings that want a name after them; "Bonjour," can stand alone. */
const WANTS_NAME =
  /^(?:hi|hello|hey|dear|liebe[rs]?|sehr geehrte[rs]?|ch(?:er|ere|ers|eres)|estimad[oa]|querid[oa]|gentile|prezad[oa]|beste|geachte)$/
const LEFT_BY_A_PROGRAM = new Set([
  'undefined',
  'null',
  'nan',
  'none',
  'nil',
  'n/a',
  '[object',
  'false',
  'unknown',
])
const TITLES = new Set(
  'mr mrs ms miss mx dr doctor prof professor sir madam herr frau herrn mme mlle madame monsieur m sr sra srta senor senora senorita dott dottssa signor signora sig mevrouw meneer'.split(
    ' ',
  ),
)
const SEVERAL = new Set(
  'all team teams everyone everybody folks editors editor editorial staff crew guys both colleagues friends desk newsroom redaktion equipe equipo tutti zusammen todos tous toutes alle'.split(
    ' ',
  ),
)
const NOBODY = new Set(
  'there again friend you from to out world damen or fellow reader hosts host lovely people stranger mate yall'.split(
    ' ',
  ),
)
const AND = new Set(['and', '&', 'und', 'et', 'y', 'e', 'en', '+'])
const NO_NAMES = new Set(
  "i i'm i've i'd i'll we we're my your just hope this that thanks thank it it's loved read as after in on at the a what when how quick question congratulations congrats apologies sorry cheers welcome hooray wow".split(
    ' ',
  ),
)

/** Reads the greeting on the first line of a message. */
export function readGreeting(body: string): Greeting {
  const start = body.search(/[\p{L}\p{N}[{<%]/u)
  const none: Greeting = { kind: 'none', people: [], start: 0, end: 0 }
  if (start === -1) return none
  const line = (body.slice(start, start + LINE_LOOKED_AT).split(/[\r\n]/, 1)[0] ?? '').replace(
    /[\u2019\u2018]/g,
    "'",
  )
  const bare = sameLengthFold(line)
  const word = GREETING.exec(bare)?.[0]
  if (word === undefined) return bareName(line, start) ?? none
  return {
    ...afterGreeting(line.slice(word.length), word),
    start,
    end: start + endOfGreeting(line, word.length),
  }
}

/** Lower case without accents, letter for letter, so that offsets stay. */
function sameLengthFold(line: string): string {
  return [...line]
    .map((letter) => withoutAccents(letter.toLowerCase()).charAt(0).padEnd(letter.length))
    .join('')
}

function endOfGreeting(line: string, from: number): number {
  const stop = line.slice(from).search(/[,:!\u2013\u2014]/)
  return stop === -1 || stop > 60 ? from : from + stop + 1
}

function afterGreeting(rest: string, word: string): Pick<Greeting, 'kind' | 'people'> {
  const nothing = /^(\s*)[,:;!.\u2013\u2014-]?\s*$/.exec(rest)
  if (nothing) {
    const leftSpace = nothing[1] !== '' && rest.trim() !== ''
    if (rest.trim() === '!' && !leftSpace) return { kind: 'nobody', people: [] }
    return { kind: leftSpace || WANTS_NAME.test(word) ? 'broken' : 'nobody', people: [] }
  }
  if (/^\s+,/.test(rest)) return { kind: 'broken', people: [] }
  // "Hi, Maria!" has its comma first.
  const direct = /^[,!]\s*(.*)$/.exec(rest)?.[1]
  if (direct !== undefined)
    return namesIn(/^(?:\p{Lu}[\p{L}'-]+\s?){1,3}(?=[,!:.]|$)/u.exec(direct)?.[0] ?? '', true)
  const stop = rest.search(
    /[,:!;\u2013\u2014(]|\s-\s|(?<!\b(?:\p{L}|mr|mrs|ms|mx|dr|prof|sr|sra))\.(?:\s|$)/iu,
  )
  const segment = stop === -1 ? rest : rest.slice(0, stop)
  return namesIn(segment, stop !== -1 || segment.trim().split(/\s+/).length <= 3)
}

/** `isWhole`: a comma or the end of the line closed the greeting, so that lower case may be a name as well. */
function namesIn(segment: string, isWhole: boolean): Pick<Greeting, 'kind' | 'people'> {
  const words = segment
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  const keys = words.map(nameKey)
  if (LEFT_BY_A_PROGRAM.has(words[0]?.toLowerCase() ?? '')) return { kind: 'broken', people: [] }
  if (words.length <= 8 && keys.some((key) => SEVERAL.has(key))) return { kind: 'team', people: [] }
  const mayBeLowerCase = isWhole && words.length === 1
  const people: string[][] = [[]]
  for (const [index, word] of words.entries()) {
    const key = keys[index] ?? ''
    if (key === '' && !AND.has(word)) continue
    if (AND.has(word.toLowerCase())) people.push([])
    else if (TITLES.has(key)) continue
    else if (NOBODY.has(key) || NO_NAMES.has(word.toLowerCase()) || !/^\p{L}[\p{L}\p{M}'.-]*$/u.test(word))
      break
    else if (/^\p{Ll}/u.test(word) && !mayBeLowerCase) break
    else people.at(-1)?.push(word)
  }
  const named = people.filter((person) => person.length > 0)
  return { kind: named.length > 0 ? 'people' : 'nobody', people: named }
}

/** "Thomas," alone on the first line. */
function bareName(line: string, start: number): Greeting | null {
  const name = /^(\p{Lu}[\p{L}\p{M}'-]+(?: \p{Lu}[\p{L}\p{M}'-]+)?)\s?,\s*$/u.exec(line)?.[1]
  if (!name || NO_NAMES.has(name.split(' ')[0]?.toLowerCase() ?? '')) return null
  return { ...namesIn(name, true), start, end: start + name.length + 1 }
}

/** A name as it is compared: case, accents, dots and apostrophes do not count. */
export function nameKey(name: string): string {
  return withoutAccents(foldText(name)).replace(/[^\p{L}\p{N}]/gu, '')
}

/** The words of a person's name, titles left out. */
export function nameWords(name: string): string[] {
  return name
    .split(/[\s,]+/)
    .filter((word) => nameKey(word) !== '' && (nameKey(word) === 'm' || !TITLES.has(nameKey(word))))
}

import { NO_HISTORY, type PitchFacts, type PitchHistory } from '../pitch-facts.ts'
import { ENGLISH_LETTERS, KETTLE } from './english-letters.ts'
import type { LabelledPitch, Verdict } from './labelled-pitch.ts'
import { FRENCH, GERMAN, SPANISH } from './other-letters.ts'

const [, MAPS = KETTLE, PANNIERS = KETTLE, , , BEANS = KETTLE, LAMPS = KETTLE] = ENGLISH_LETTERS

const LAZY: PitchFacts = {
  ...KETTLE,
  subject: 'COLLABORATION',
  body: `Hi Nora,

We are a leading brand of premium tableware. We think your audience will love our products and we want to collaborate. Let me know when you are available for a call this week.`,
  reading: null,
  guidelines: null,
}
/** Words nobody else used, so that only its length is odd. */
const PADDING = Array.from({ length: 220 }, (_, n) => `clay${n}`)

const of = (
  about: string,
  facts: PitchFacts,
  change: Partial<PitchFacts>,
  ...expected: Verdict[]
): LabelledPitch => ({ about, facts: { ...facts, ...change }, expected })
const swap = (facts: PitchFacts, from: string, to: string) => ({ body: facts.body.replace(from, to) })
const past = (history: Partial<PitchHistory>) => ({ history: { ...NO_HISTORY, ...history } })
const note = (facts: PitchFacts, change: object): Partial<PitchFacts> => ({
  reading: { pageText: '', quote: '', gap: null, ...facts.reading, ...change },
})
const origin = (facts: PitchFacts, change: object): Partial<PitchFacts> => ({
  origin: { page: null, words: null, noUnsolicited: false, fitsRole: null, ...facts.origin, ...change },
})
const copied = (facts: PitchFacts, from: string, to: string) => ({
  others: [{ id: 'p1', body: facts.body.replace(from, to) }],
})
const longer = (facts: PitchFacts, words: number) =>
  swap(facts, 'before one poured clean.', `before one poured clean. ${PADDING.slice(0, words).join(' ')}.`)

/** Letters with something wrong, or something that only looks it. */
export const SPOILED_LETTERS: readonly LabelledPitch[] = [
  of(
    'a lazy letter',
    LAZY,
    {},
    'no-reading mendable',
    'guidelines-unseen mendable',
    'identity mendable',
    'subject warning',
    'subject warning',
  ),
  of('no reading note', KETTLE, { reading: null }, 'no-reading mendable'),
  of(
    'a quote nobody wrote',
    KETTLE,
    note(KETTLE, { quote: 'a teapot that leaks is a teapot I hate' }),
    'quote-not-found mendable',
  ),
  of('a quote of three words', KETTLE, note(KETTLE, { quote: 'a teapot that' }), 'quote-not-found mendable'),
  of(
    'a quote in other quotes and dashes',
    GERMAN,
    note(GERMAN, { quote: '„Ein Projektor ist erst dann gut, wenn man ihn vergisst“' }),
  ),
  of('a gap that stands there', KETTLE, note(KETTLE, { gap: 'no porcelains' }), 'gap-present mendable'),
  of(
    'a gap in German that stands there',
    GERMAN,
    note(GERMAN, { gap: 'kein Projektor' }),
    'gap-present mendable',
  ),
  of('no gap named', KETTLE, note(KETTLE, { gap: null }), 'gap-missing-from-note mendable'),
  of('no gap on the service route', MAPS, note(MAPS, { gap: null })),
  of('guidelines nobody looked for', MAPS, { guidelines: null }, 'guidelines-unseen mendable'),
  of('a template with the name swapped', KETTLE, copied(KETTLE, 'Nora', 'Hans'), 'near-copy mendable'),
  of(
    'a German template with the name swapped',
    GERMAN,
    copied(GERMAN, 'Liebe Frau Müller', 'Lieber Herr Schmidt'),
    'near-copy mendable',
  ),
  of(
    'a French template with the name swapped',
    FRENCH,
    copied(FRENCH, 'Élodie', 'Hugo'),
    'near-copy mendable',
  ),
  of(
    'a Spanish template with the name swapped',
    SPANISH,
    copied(SPANISH, 'Lucía', 'Pedro'),
    'near-copy mendable',
  ),
  of('another honest letter beside it', KETTLE, {
    others: [
      { id: 'p1', body: MAPS.body },
      { id: 'p2', body: PANNIERS.body },
    ],
  }),
  of('the same signature and required lines', KETTLE, {
    others: [
      {
        id: 'p1',
        body: `Hi Tom,\n\n${PADDING.slice(0, 60).join(' ')}.\n\nIf you would rather not hear from me, say so and I won't write again.\n\nPiet Janssen\nOven & Clay`,
      },
    ],
  }),
  of('the name of somebody else', KETTLE, swap(KETTLE, 'Hi Nora', 'Hi Martin'), 'wrong-name mendable'),
  of(
    'the German name of somebody else',
    GERMAN,
    swap(GERMAN, 'Frau Müller', 'Frau Schulze'),
    'wrong-name mendable',
  ),
  of('the name without its accent', FRENCH, swap(FRENCH, 'Élodie', 'Elodie')),
  of('a name spelled with ue', GERMAN, swap(GERMAN, 'Frau Müller', 'Frau Mueller')),
  of('first name and surname', KETTLE, swap(KETTLE, 'Hi Nora', 'Dear Nora Whitby')),
  of('nobody greeted', KETTLE, swap(KETTLE, 'Hi Nora', 'Hi there')),
  of('a greeting left empty', KETTLE, swap(KETTLE, 'Hi Nora,', 'Hi ,'), 'placeholder mendable'),
  of('a greeting to undefined', KETTLE, swap(KETTLE, 'Hi Nora', 'Hi undefined'), 'placeholder mendable'),
  of(
    'a field in the subject',
    KETTLE,
    { subject: 'A teapot for the readers of [Blog Name]' },
    'placeholder mendable',
  ),
  of('a field in the signature', KETTLE, { signature: '{{sender_name}}' }, 'placeholder mendable'),
  of('an empty subject', KETTLE, { subject: '  ' }, 'subject mendable'),
  of('a short subject', KETTLE, { subject: 'Your teapots' }, 'subject warning'),
  of(
    'a long subject',
    KETTLE,
    { subject: 'A stoneware teapot that pours without ever dripping on a table' },
    'subject warning',
  ),
  of('a subject in capitals', KETTLE, { subject: 'THE TEAPOT THAT NEVER EVER DRIPS' }, 'subject warning'),
  of(
    'a first mail that plays an answer',
    KETTLE,
    { subject: 'Re: the stoneware teapot that never drips' },
    'subject warning',
  ),
  of('a hundred and fifty words', KETTLE, longer(KETTLE, 80), 'too-long warning'),
  of('far more than two hundred words', KETTLE, longer(KETTLE, 200), 'too-long mendable'),
  of('an address from nowhere', KETTLE, { origin: null }, 'no-origin mendable'),
  of(
    'an origin without page or words',
    KETTLE,
    origin(KETTLE, { page: ' ', words: '' }),
    'no-origin mendable',
  ),
  of(
    'no unsolicited mail in New Zealand',
    LAMPS,
    origin(LAMPS, { noUnsolicited: true }),
    'no-origin mendable',
  ),
  of('another role in New Zealand', LAMPS, origin(LAMPS, { fitsRole: false }), 'no-origin mendable'),
  of('no unsolicited mail in the Netherlands', KETTLE, origin(KETTLE, { noUnsolicited: true })),
  of(
    'no postal address to the United States',
    BEANS,
    swap(BEANS, '\n41 Mill Road, Taos, NM 87571', ''),
    'identity mendable',
  ),
  of(
    'no way to say no',
    KETTLE,
    swap(KETTLE, "If you would rather not hear from me, say so and I won't write again.\n\n", ''),
    'identity mendable',
  ),
  of(
    'no way to say no in Spanish',
    SPANISH,
    swap(SPANISH, 'Si prefiere que no le escriba más, dígamelo y no volveré a hacerlo.\n\n', ''),
    'identity mendable',
  ),
  of('nobody who signs', GERMAN, swap(GERMAN, 'Jan Petersen, Lichtwerk Kiel', ''), 'identity mendable'),
  of('a sample offered twice', KETTLE, past({ sampleOfferedBefore: true }), 'sample-twice mendable'),
  of('a promise overdue', KETTLE, past({ promiseOverdue: true }), 'promise-owed mendable'),
  of(
    'they link to us',
    KETTLE,
    past({ alreadyLinks: 'https://slowkettle.example/list' }),
    'already-covered warning',
  ),
  of('somebody who asked us to stop', KETTLE, past({ suppressed: true }), 'suppressed final'),
  of('an address that bounced', KETTLE, past({ hardBounce: true }), 'bounced final'),
  of(
    '89 days after the last message',
    KETTLE,
    past({ lastMessageAt: new Date('2026-02-06T09:00:00Z') }),
    'cooling-off final',
  ),
  of('90 days after the last message', KETTLE, past({ lastMessageAt: new Date('2026-02-05T09:00:00Z') })),
  of(
    'another conversation with the outlet',
    KETTLE,
    past({ openPitchWithProspect: true }),
    'open-conversation final',
  ),
  of('the sixteenth of a day', KETTLE, past({ sentToday: 15 }), 'daily-cap final'),
  of('the fifteenth of a day', KETTLE, past({ sentToday: 14 })),
  of(
    'everything at once',
    KETTLE,
    {
      ...past({ suppressed: true, sentToday: 20 }),
      guidelines: null,
      ...swap(KETTLE, 'Hi Nora', 'Hi Martin'),
    },
    'suppressed final',
    'daily-cap final',
    'guidelines-unseen mendable',
    'wrong-name mendable',
  ),
  of('an honest follow-up', KETTLE, {
    purpose: 'follow-up',
    subject: 'Re: The stoneware teapot that never drips',
    body: 'Hi Nora,\n\na small nudge about the clay spout. The kiln opens again in June, and I would keep one back for you. If it is not for you, that is fine.\n\nPiet',
    reading: null,
    origin: null,
    guidelines: null,
    others: [{ id: 'p1', body: MAPS.body }],
    ...past({ lastMessageAt: new Date('2026-04-27T09:00:00Z'), openPitchWithProspect: true, sentToday: 15 }),
  }),
  of(
    'a second follow-up',
    KETTLE,
    {
      purpose: 'follow-up',
      subject: 'Re: The stoneware teapot that never drips',
      ...past({ followUpsSent: 1 }),
    },
    'follow-ups-spent final',
  ),
  of(
    'a follow-up after an answer',
    KETTLE,
    { purpose: 'follow-up', ...past({ answeredAt: new Date('2026-05-01T09:00:00Z') }) },
    'replied final',
  ),
  of('an answer to an answer', KETTLE, {
    purpose: 'reply',
    reading: null,
    guidelines: null,
    subject: 'Re: The stoneware teapot that never drips',
    body: 'Hi Nora,\n\nit leaves on Thursday. Mind the lid.\n\nPiet',
  }),
  of('a thank you', KETTLE, {
    purpose: 'thanks',
    reading: null,
    subject: 'Re: The stoneware teapot that never drips',
    ...past({ lastMessageAt: new Date('2026-05-05T09:00:00Z') }),
  }),
]

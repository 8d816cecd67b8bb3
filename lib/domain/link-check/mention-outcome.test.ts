import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, look, outcome } from './cases/past-looks.ts'
import type { VerdictKind } from './link-verdict.ts'
import { mentionOutcome, type PastLook } from './mention-outcome.ts'

describe('a mention comes to', () => {
  it.each<[string, PastLook[], string]>([
    ['nothing yet before anybody looked', [], 'not-looked-yet'],
    ['what one look says', [look(0, 'linked')], 'linked'],
    [
      '"cannot tell" where no look could tell',
      [look(0, 'could-not-check'), look(5, 'could-not-check')],
      'could-not-check',
    ],
    [
      'what was known, however often it cannot be checked',
      [look(0, 'linked'), look(24, 'could-not-check'), look(48, 'looks-rendered-by-script')],
      'linked',
    ],
    ['missing after one look that lost it', [look(0, 'linked'), look(24, 'lost')], 'missing-looking-again'],
    [
      'missing up to a day after',
      [look(0, 'linked'), look(24, 'lost'), look(47.99, 'lost')],
      'missing-looking-again',
    ],
    ['lost from a day after', [look(0, 'linked'), look(24, 'lost'), look(48, 'lost')], 'lost'],
    [
      'lost though a look between could not tell',
      [look(0, 'linked'), look(24, 'lost'), look(30, 'could-not-check'), look(48, 'lost')],
      'lost',
    ],
    [
      'missing again where the link came back between',
      [look(0, 'linked'), look(24, 'lost'), look(30, 'linked'), look(48, 'lost')],
      'missing-looking-again',
    ],
    [
      'linked again after it was lost',
      [look(0, 'linked'), look(24, 'lost'), look(48, 'lost'), look(72, 'linked')],
      'linked',
    ],
    ['missing where the page is gone once', [look(0, 'page-gone')], 'missing-looking-again'],
    ['gone where it is gone twice', [look(0, 'page-gone'), look(24, 'page-gone')], 'page-gone'],
    [
      'what the second look says of a link that went first and a page that went then',
      [look(0, 'linked'), look(24, 'lost'), look(50, 'page-gone')],
      'page-gone',
    ],
    [
      'missing where it only names us and once linked',
      [look(0, 'linked'), look(24, 'mentioned-unlinked')],
      'missing-looking-again',
    ],
    [
      'lost where it only names us twice and once linked',
      [look(0, 'linked'), look(24, 'mentioned-unlinked'), look(48, 'mentioned-unlinked')],
      'lost',
    ],
    [
      'an unlinked mention at once where it never linked',
      [look(0, 'mentioned-unlinked')],
      'mentioned-unlinked',
    ],
    ['a featured page at once', [look(0, 'featured-not-named')], 'featured-not-named'],
    [
      'the newest of the kinds of a link',
      [look(0, 'linked'), look(24, 'linked-qualified')],
      'linked-qualified',
    ],
  ])('%s', (_, looks, kind) => {
    expect(outcome(looks).kind).toBe(kind)
    expect(outcome([...looks].reverse()).kind).toBe(kind)
  })

  it('tells since when it is so', () => {
    expect(outcome([look(0, 'linked'), look(24, 'linked'), look(48, 'could-not-check')])).toMatchObject({
      since: at(0),
      lastLookAt: at(48),
      lastTellingLookAt: at(24),
    })
    expect(outcome([look(0, 'linked'), look(24, 'lost'), look(48, 'page-gone')])).toMatchObject({
      kind: 'page-gone',
      since: at(24),
    })
  })
})

describe('what a person says of a page without our name', () => {
  const untold = look(48, 'could-not-check', { transient: true })

  it.each<[string, PastLook[], boolean | undefined, string]>([
    ['counts from the day it is said', [look(0, 'not-mentioned')], true, 'featured-not-named'],
    [
      'counts though a later look cannot tell',
      [look(0, 'not-mentioned'), untold],
      true,
      'featured-not-named',
    ],
    ['counts no more once it is taken back', [look(0, 'featured-not-named')], false, 'not-mentioned'],
    [
      'stays taken back though a later look cannot tell',
      [look(0, 'featured-not-named'), untold],
      false,
      'not-mentioned',
    ],
    [
      'is what each look was told where nobody asks',
      [look(0, 'featured-not-named'), untold],
      undefined,
      'featured-not-named',
    ],
    ['changes nothing of a page that names us', [look(0, 'mentioned-unlinked')], true, 'mentioned-unlinked'],
    [
      'changes nothing of a link that went',
      [look(0, 'linked'), look(24, 'not-mentioned')],
      true,
      'missing-looking-again',
    ],
  ])('%s', (_, looks, aboutUs, kind) => {
    expect(mentionOutcome({ looks, addedAt: at(0), now: at(0), aboutUs }).kind).toBe(kind)
  })

  it('is so since the first look of the run', () => {
    const looks = [look(0, 'not-mentioned'), look(24, 'featured-not-named'), untold]
    expect(mentionOutcome({ looks, addedAt: at(0), now: at(0), aboutUs: true }).since).toEqual(at(0))
  })
})

describe('failures that may pass', () => {
  const KINDS: VerdictKind[] = [
    'linked',
    'linked-qualified',
    'lost',
    'page-gone',
    'mentioned-unlinked',
    'not-mentioned',
    'looks-rendered-by-script',
    'could-not-check',
  ]

  it('never change an outcome, wherever they fall', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.integer({ min: 1, max: 60 }), fc.boolean()), {
          maxLength: 12,
        }),
        (steps) => {
          let hours = 0
          const looks = steps.map(([kind, pause, fails]) => {
            hours += pause
            return fails
              ? look(hours, 'could-not-check', { transient: true })
              : look(hours, kind, { transient: null })
          })
          const lasting = looks.filter(({ transient }) => transient !== true)
          if (lasting.length === 0) return
          const { kind, since } = outcome(looks)
          expect({ kind, since }).toEqual({ kind: outcome(lasting).kind, since: outcome(lasting).since })
        },
      ),
    )
  })

  it('leave a page built by script what it is', () => {
    const looks = [look(0, 'looks-rendered-by-script'), look(24, 'could-not-check', { transient: true })]
    expect(outcome(looks)).toMatchObject({ kind: 'looks-rendered-by-script', since: at(0) })
  })
})

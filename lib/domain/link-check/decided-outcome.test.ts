import { describe, expect, it } from 'vitest'
import { type Decision, decidedOutcome, type LookSaying } from './decided-outcome.ts'

const at = (day: number) => new Date(Date.UTC(2026, 2, day))
const sinceLooks = at(1)

function look(number: number, verdict: string, more: Partial<LookSaying> = {}): LookSaying {
  return { number, verdict, isByPerson: false, mentioned: false, ...more }
}
function decided(kind: Decision['kind'], outcome: string, lookNumber: number): Decision {
  return { kind, outcome, lookNumber, at: at(lookNumber) }
}
function outcomeOf(derived: string, decisions: Decision[], looks: LookSaying[]) {
  return decidedOutcome({ derived: { outcome: derived, since: sinceLooks }, decisions, looks })
}

describe('an overrule', () => {
  const overrule = decided('overruled', 'linked', 2)
  const before = [look(1, 'linked'), look(2, 'lost')]

  it.each<[string, LookSaying[], string]>([
    ['holds while nobody looks', [], 'linked'],
    ['holds through looks that could not tell', [look(3, 'could-not-check', { mentioned: null })], 'linked'],
    ['holds where a look says again what was overruled', [look(3, 'lost'), look(4, 'lost')], 'linked'],
    [
      'holds where the same page without a link is called by another name',
      [look(3, 'not-mentioned')],
      'linked',
    ],
    [
      'holds where a look cannot say whether the page names us',
      [look(3, 'lost', { mentioned: null })],
      'linked',
    ],
    ['ends where a look sees another thing', [look(3, 'page-gone')], 'derived'],
    ['ends where the page names us now', [look(3, 'mentioned-unlinked', { mentioned: true })], 'derived'],
    ['ends where a look sees a link', [look(3, 'linked-qualified')], 'derived'],
    ['does not come back once it has ended', [look(3, 'linked-qualified'), look(4, 'lost')], 'derived'],
    ['ends where a person looks again', [look(3, 'lost', { isByPerson: true })], 'derived'],
  ])('%s', (_claim, later, expected) => {
    expect(outcomeOf('derived', [overrule], [...later, ...before]).outcome).toBe(expected)
  })

  it('counts from when it was decided', () => {
    expect(outcomeOf('lost', [overrule], before)).toEqual({
      outcome: 'linked',
      since: overrule.at,
      isDecided: true,
    })
  })

  it('leaves the date alone where it says what the looks say anyhow', () => {
    expect(outcomeOf('linked', [overrule], before).since).toEqual(sinceLooks)
  })

  it('of a look that could not tell ends with the first look that can', () => {
    const looks = [look(1, 'linked'), look(2, 'could-not-check', { mentioned: null })]
    expect(outcomeOf('linked', [decided('overruled', 'lost', 2)], looks).outcome).toBe('lost')
    expect(
      outcomeOf('linked', [decided('overruled', 'lost', 2)], [...looks, look(3, 'linked')]).outcome,
    ).toBe('linked')
  })

  it('on an address the mention had before counts no more', () => {
    expect(outcomeOf('not-mentioned', [overrule], [look(7, 'not-mentioned')]).isDecided).toBe(false)
  })

  it('yields to a newer one, and not to a confirmation', () => {
    const decisions = [overrule, decided('overruled', 'page-gone', 3), decided('confirmed', 'page-gone', 3)]
    expect(outcomeOf('lost', decisions, [...before, look(3, 'lost')]).outcome).toBe('page-gone')
  })
})

describe('what a person saw', () => {
  const sight = decided('seen-by-person', 'linked', 2)
  const seenLinked = look(2, 'linked', { isByPerson: true, mentioned: null })

  it('holds against the look it contradicts, however often that comes again', () => {
    const looks = [look(1, 'lost'), seenLinked, look(3, 'lost'), look(4, 'lost')]
    expect(outcomeOf('lost', [sight], looks)).toEqual({ outcome: 'linked', since: sight.at, isDecided: true })
  })

  it('ends where a look tells something else than the one before it', () => {
    expect(outcomeOf('page-gone', [sight], [look(1, 'lost'), seenLinked, look(3, 'page-gone')]).outcome).toBe(
      'page-gone',
    )
  })

  it('holds nothing where it agrees with the look before it', () => {
    const looks = [look(1, 'linked'), seenLinked, look(3, 'linked-qualified')]
    expect(outcomeOf('linked-qualified', [sight], looks).isDecided).toBe(false)
  })

  it('yields to the first look that can tell, where none had before', () => {
    expect(
      outcomeOf('lost', [sight], [look(1, 'could-not-check'), seenLinked, look(3, 'lost')]).outcome,
    ).toBe('lost')
  })

  it('of a missing link begins the day of looking again, and the second look decides', () => {
    const missing = decided('seen-by-person', 'missing-looking-again', 2)
    const looks = [look(1, 'linked'), look(2, 'lost', { isByPerson: true }), look(3, 'linked')]
    expect(outcomeOf('linked', [missing], looks)).toEqual({
      outcome: 'linked',
      since: sinceLooks,
      isDecided: false,
    })
  })
})

describe('a confirmation', () => {
  it('changes nothing', () => {
    expect(
      outcomeOf('lost', [decided('confirmed', 'linked', 1)], [look(1, 'linked'), look(2, 'lost')]),
    ).toEqual({ outcome: 'lost', since: sinceLooks, isDecided: false })
  })
})

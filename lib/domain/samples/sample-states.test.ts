import { describe, expect, it } from 'vitest'
import {
  areWordsOpen,
  GIVEN_STATES,
  isSampleOver,
  movesFrom,
  SAMPLE_MOVE_TABLE,
  SAMPLE_MOVES,
  SAMPLE_STATE_TABLE,
  SAMPLE_STATES,
} from './sample-states.ts'

describe('how a sample goes', () => {
  it('is offered, accepted, sent, arrives, and ends with something or nothing', () => {
    const way = ['accept', 'ship', 'arrive', 'nothing'] as const
    const states = way.map((move) => SAMPLE_MOVE_TABLE[move].to)
    expect(states).toEqual(['accepted', 'sent', 'arrived', 'nothing-came'])
    for (const [at, move] of way.entries()) {
      const from = at === 0 ? 'offered' : states[at - 1]
      expect(SAMPLE_MOVE_TABLE[move].from).toContain(from)
    }
  })

  it.each([
    ['offered', ['accept', 'decline', 'take-back']],
    ['accepted', ['decline', 'ship', 'take-back']],
    ['sent', ['unship', 'arrive', 'come-back', 'nothing']],
    ['arrived', ['nothing']],
    ['nothing-came', []],
    ['mention-came', []],
    ['declined', ['accept']],
    ['taken-back', ['accept']],
    ['came-back', ['ship']],
  ] as const)('leaves from “%s” only these buttons: %j', (state, moves) => {
    expect(movesFrom(state)).toEqual(moves)
  })

  it('cannot be taken back once it is sent', () => {
    for (const state of GIVEN_STATES) expect(SAMPLE_MOVE_TABLE['take-back'].from).not.toContain(state)
  })

  it('may lead to a mention after everybody thought that nothing came', () => {
    expect(SAMPLE_MOVE_TABLE.mention.from).toContain('nothing-came')
    expect(SAMPLE_MOVE_TABLE.mention.from).not.toContain('offered')
  })

  it('keeps the words as they went out', () => {
    expect(SAMPLE_STATES.filter(areWordsOpen)).toEqual(['offered', 'accepted'])
  })

  it('ends kindly, however it ends', () => {
    expect(SAMPLE_STATE_TABLE['nothing-came'].meaning).toMatch(/^A gift is a gift\./)
    for (const state of SAMPLE_STATES.filter(isSampleOver)) {
      expect(SAMPLE_STATE_TABLE[state].tone).not.toBe('careful')
      expect(SAMPLE_STATE_TABLE[state].meaning).not.toMatch(/fail|lost|wast|only/i)
    }
  })

  it('says why a move is refused', () => {
    for (const move of SAMPLE_MOVES) expect(SAMPLE_MOVE_TABLE[move].refusal).toMatch(/^[A-Z].*\.$/)
  })
})

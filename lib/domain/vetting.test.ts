import { describe, expect, it } from 'vitest'
import { PROSPECT_KINDS } from './prospect-kinds.ts'
import {
  meaningOf,
  VETTING_ANSWERS,
  VETTING_QUESTIONS,
  VETTING_TABLE,
  vettingQuestionsFor,
} from './vetting.ts'

describe('vetting', () => {
  it('asks four things of every outlet, and one more of a directory', () => {
    for (const kind of PROSPECT_KINDS) {
      expect(vettingQuestionsFor(kind).includes('wanted-anyway'), kind).toBe(kind === 'directory')
      expect(vettingQuestionsFor(kind).length, kind).toBe(kind === 'directory' ? 5 : 4)
    }
  })

  it('says what each answer means, and never in numbers', () => {
    for (const question of VETTING_QUESTIONS)
      for (const answer of VETTING_ANSWERS) {
        const meaning = meaningOf(question, answer)
        expect(meaning?.words.length, `${question} ${answer}`).toBeGreaterThan(20)
        expect(meaning?.words, `${question} ${answer}`).not.toMatch(/\d|score|points/i)
      }
  })

  it('calls "not sure" unknown, and never good or bad', () => {
    for (const question of VETTING_QUESTIONS) expect(meaningOf(question, 'unsure')?.tone).toBe('unknown')
  })

  it('gives the source where it says what Google counts as spam', () => {
    for (const { means } of Object.values(VETTING_TABLE))
      for (const { words, source } of Object.values(means))
        expect(Boolean(source?.url.startsWith('https://developers.google.com/'))).toBe(
          words.includes('Google'),
        )
  })

  it('knows nothing of questions and answers that are not its own', () => {
    expect(meaningOf('worth', 'yes')).toBeNull()
    expect(meaningOf('on-topic', 'maybe')).toBeNull()
  })
})

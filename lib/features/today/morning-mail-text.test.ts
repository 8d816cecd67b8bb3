import { describe, expect, it } from 'vitest'
import { morningMailFoot, morningMailText } from './morning-mail-text.ts'
import type { LoadedSection } from './today-page-queries.ts'

const home = 'https://rapport.example/w/fernway'

function aSection(title: string, names: string[], more: Partial<LoadedSection> = {}): LoadedSection {
  const items = names.map((who) => {
    return {
      id: who,
      mark: '',
      path: '/pitches/1',
      who,
      of: 'Packlight',
      line: 'Words of a letter',
      step: null,
    }
  })
  return {
    kind: 'answer',
    title,
    isWork: true,
    all: '/pitches',
    items,
    waiting: names.length,
    isMore: false,
    ...more,
  }
}

function mailOf(...sections: LoadedSection[]) {
  return morningMailText({ name: 'Mara', workspace: 'Fernway', sections, home })
}

describe('the text of the morning mail', () => {
  it('says what waits, list by list, and where all of it stands', () => {
    expect(
      mailOf(aSection('Answers to write', ['Anna', 'Bo']), aSection('Follow-ups due', ['Cleo'])),
    ).toEqual({
      subject: 'Today in Fernway: 3 things are waiting',
      text: [
        'Good morning Mara,',
        '3 things are waiting in Fernway.',
        'Answers to write: 2\n- Anna, Packlight\n- Bo, Packlight',
        'Follow-ups due: 1\n- Cleo, Packlight',
        `All of it, with its next steps:\n${home}`,
      ].join('\n\n'),
    })
  })

  it('names five of a list and counts the others', () => {
    const seven = aSection('Drafts waiting', ['A', 'B', 'C', 'D', 'E', 'F', 'G'])
    expect(mailOf(seven)?.text).toContain('Drafts waiting: 7\n- A, Packlight')
    expect(mailOf(seven)?.text).toContain('- E, Packlight\n- and 2 more\n')
    const many = aSection('Drafts waiting', ['A'], { waiting: 50, isMore: true })
    expect(mailOf(many)?.subject).toBe('Today in Fernway: more than 50 things are waiting')
    expect(mailOf(many)?.text).toContain('Drafts waiting: 50+\n- A, Packlight\n- and at least 49 more\n')
  })

  it('is none when there is nothing to do, whatever else there is to know', () => {
    expect(mailOf()).toBe(null)
    expect(mailOf(aSection('Waiting for them', ['Anna'], { isWork: false }))).toBe(null)
    expect(
      mailOf(aSection('Answers', ['Anna']), aSection('Out', ['Bo'], { isWork: false }))?.text,
    ).not.toContain('Bo')
  })

  it('carries no words of letters', () => {
    expect(mailOf(aSection('Answers to write', ['Anna']))?.text).not.toContain('Words of a letter')
  })

  it('ends with where to stop it', () => {
    expect(
      morningMailFoot('https://rapport.example/morning-mail/x', 'https://rapport.example/settings'),
    ).toMatch(/\nhttps:\/\/rapport\.example\/morning-mail\/x\n$/)
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { isSameText, type KeptWords } from '#lib/domain/pitch-desk/kept-words.ts'
import type { DraftTexts } from './send-draft.ts'
import { keepTypedSafe } from './typed-keeper.ts'

const EMPTY = { subject: '', body: '' }
const text = (body: string): DraftTexts => ({ subject: '', body })

/** What the browser keeps, whatever becomes of its pages. */
let kept: KeptWords | null
let isFull: boolean
beforeEach(() => {
  kept = null
  isFull = false
})

/** A page with one form. */
async function visit(stands: DraftTexts[], before?: (page: { fields: DraftTexts }) => void) {
  const page = { fields: { ...(stands[0] ?? EMPTY) }, found: null as number | null }
  before?.(page)
  const keeper = keepTypedSafe(stands, {
    place: {
      keep: (words) => {
        if (!isFull) kept = { ...words, key: 'k', at: 7 }
        return !isFull
      },
      forget: () => {
        kept = null
      },
      find: async (...standing) => {
        if (kept && standing.some((each) => isSameText(kept ?? EMPTY, each))) kept = null
        return kept
      },
      takeUp: (words) => {
        kept = words
      },
    },
    read: () => page.fields,
    show: (texts) => {
      page.fields = texts
    },
    found: (at) => {
      page.found = at
    },
  })
  await keeper.open()
  const type = (body: string) => {
    page.fields = text(body)
    keeper.onTyping()
  }
  return { page, keeper, type }
}

describe('what is typed and not saved', () => {
  it('is there again after the page was lost', async () => {
    const first = await visit([EMPTY])
    first.type('Dear Ben')
    const again = await visit([EMPTY])
    expect(again.page).toEqual({ fields: text('Dear Ben'), found: 7 })
  })

  it('is forgotten once the server has it, saved or sent', async () => {
    const first = await visit([EMPTY])
    first.type('Dear Ben')
    expect((await visit([text('Dear Ben')])).page.found).toBeNull()
    expect(kept).toBeNull()
    first.type('Dear Eva')
    expect((await visit([EMPTY, text('Another'), text('Dear Eva')])).page.fields).toEqual(EMPTY)
    expect(kept).toBeNull()
  })

  it('is not put over what somebody typed before the scripts came', async () => {
    const first = await visit([EMPTY])
    first.type('Dear Ben')
    const again = await visit([EMPTY], (page) => {
      page.fields = text('Quick')
    })
    expect(again.page.fields).toEqual(text('Quick'))
    expect(kept?.body).toBe('Dear Ben')
  })

  it('can be let go of: what is saved stands there again', async () => {
    const first = await visit([text('Saved')])
    first.type('Dear Ben')
    const again = await visit([text('Saved')])
    again.keeper.startOver()
    expect(again.page).toEqual({ fields: text('Saved'), found: null })
    expect(kept).toBeNull()
  })

  it('is asked about on leaving, where the browser keeps nothing', async () => {
    isFull = true
    const { keeper, type } = await visit([EMPTY])
    expect(keeper.isUnsafe()).toBe(false)
    type('Dear Ben')
    expect(keeper.isUnsafe()).toBe(true)
    type('')
    expect(keeper.isUnsafe()).toBe(false)
  })
})

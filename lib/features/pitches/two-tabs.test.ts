import { beforeAll, describe, expect, it } from 'vitest'
import { type DraftKeeper, keepDraftSafe } from '#components/pitches/draft-keeper.ts'
import type { DraftView } from '#components/pitches/draft-world.ts'
import type { DraftPost, DraftReply, DraftTexts } from '#components/pitches/send-draft.ts'
import {
  dropWords,
  findKeptWords,
  isSameText,
  keepWords,
  keyOf,
  type WordStore,
} from '#lib/domain/pitch-desk/kept-words.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aDraft, aPitchGround, pitchRow } from '#lib/testing/a-pitch.ts'
import { at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { answerDraft } from './answer-draft.ts'
import { takeUpRevision } from './draft-commands.ts'
import { markReady } from './ready-commands.ts'

// The editor's own keeper, with a browser played around it, against the real server.

let ours: WorkspaceScope
beforeAll(async () => {
  ;({ ours } = await twoWorkspaces())
})

/** A browser: what its tabs share, and whether it has a network. */
class Browser {
  network: 'up' | 'down' | 'signed out' = 'up'
  clock = Date.UTC(2026, 2, 4, 12)
  tabs: Tab[] = []
  posts: DraftPost[] = []
  underWay = 0
  store = aStore()

  async open(pitchId: string): Promise<Tab> {
    const { revision, subject, body, updatedAt } = await pitchRow(ours, pitchId)
    const tab = new Tab(this, pitchId, { revision, subject, body, savedAt: updatedAt, problems: [] })
    this.tabs.push(tab)
    await tab.settle()
    return tab
  }

  async send(pitchId: string, post: DraftPost): Promise<DraftReply> {
    this.posts.push(post)
    if (this.network === 'down') return { kind: 'offline' }
    if (this.network === 'signed out') return { kind: 'signed-out' }
    const form = new FormData()
    for (const [name, value] of Object.entries(post)) form.set(name, String(value))
    const request = new Request('https://rapport.test/draft', { method: 'POST', body: form })
    const scope = at(ours, new Date(this.clock).toISOString())
    this.underWay += 1
    const response = await answerDraft(scope, pitchId, request)
    this.underWay -= 1
    return { kind: 'answer', answer: await response.json() }
  }
}

class Tab {
  fields: DraftTexts
  view: DraftView | null = null
  timers: { work: () => void; at: number }[] = []
  keeper: DraftKeeper
  isOpen = true
  hears = true
  private close: () => void
  private place: { memberId: string; pitchId: string; tab: string }
  private browser: Browser

  constructor(browser: Browser, pitchId: string, start: Parameters<typeof keepDraftSafe>[0]) {
    const { store } = browser
    this.browser = browser
    this.fields = { subject: start.subject, body: start.body }
    this.place = { memberId: ours.memberId, pitchId, tab: `tab ${browser.tabs.length}` }
    const key = keyOf(this.place)
    const place = this.place
    this.keeper = keepDraftSafe(start, {
      now: () => browser.clock,
      later: (work, ms) => {
        const timer = { work, at: browser.clock + ms }
        this.timers.push(timer)
        return () => {
          this.timers = this.timers.filter((each) => each !== timer)
        }
      },
      send: (post) => browser.send(pitchId, post),
      read: () => ({ ...this.fields }),
      show: ({ subject, body }) => {
        this.fields = { subject, body }
      },
      place: {
        keep: (words) => keepWords(store, place, { ...words, at: browser.clock }, browser.clock),
        forget: () => dropWords(store, key),
        find: async (standing) => {
          const open = browser.tabs.filter((tab) => tab.isOpen).map((tab) => keyOf(tab.place))
          const left = findKeptWords(store, place).filter((words) => !open.includes(words.key))
          return left.find((words) => !isSameText(words, standing)) ?? null
        },
        takeUp: ({ key: before, ...words }) => {
          keepWords(store, place, words, browser.clock)
          dropWords(store, before)
        },
        drop: (words) => dropWords(store, words.key),
      },
      tell: (text) => {
        for (const tab of browser.tabs) if (tab !== this && tab.isOpen && tab.hears) tab.keeper.hear(text)
      },
      changed: (view) => {
        this.view = view
      },
      saved: () => {},
    })
    this.close = this.keeper.open()
  }

  type(body: string) {
    this.fields = { ...this.fields, body }
    this.keeper.onTyping()
  }

  /** Lets so many milliseconds go by, and whatever falls due in them happen. */
  async wait(ms: number) {
    const end = this.browser.clock + ms
    for (;;) {
      const [next] = this.timers.toSorted((a, b) => a.at - b.at)
      if (!next || next.at > end) break
      this.timers = this.timers.filter((timer) => timer !== next)
      this.browser.clock = Math.max(this.browser.clock, next.at)
      next.work()
      await this.settle()
    }
    this.browser.clock = end
  }

  async settle() {
    do await new Promise((resolve) => setTimeout(resolve, 5))
    while (this.browser.underWay > 0 || this.state === 'saving')
  }

  /** As a machine that dies: nothing is said to anybody. */
  crash() {
    this.isOpen = false
    this.timers = []
  }

  async leave() {
    this.close()
    await this.settle()
    this.isOpen = false
  }

  get state() {
    return this.view?.state.kind ?? 'saved'
  }
}

function aStore(): WordStore & { size: () => number } {
  const map = new Map<string, string>()
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    key: (index) => [...map.keys()][index] ?? null,
    get length() {
      return map.size
    },
    size: () => map.size,
  }
}

const standing = async (tab: Tab) => {
  if (tab.view?.state.kind !== 'conflict') throw new Error(`there is no conflict but ${tab.state}`)
  return tab.view.state.standing
}
const bodyOf = async (pitchId: string) => (await pitchRow(ours, pitchId)).body
const versionsOf = async (pitchId: string) =>
  (await pitchRow(ours, pitchId)).revisions.map((each) => each.body)
const aLetterToWrite = async () =>
  aDraft(ours, await aPitchGround(ours), { subject: 'A subject', body: 'Hi Anna,' })

describe('a letter being typed', () => {
  it('is saved a second after the last key, with one message for many keys', async () => {
    const [browser, pitchId] = [new Browser(), await aLetterToWrite()]
    const tab = await browser.open(pitchId)
    for (const words of ['Hi Anna, I', 'Hi Anna, I read', 'Hi Anna, I read it']) {
      tab.type(words)
      await tab.wait(400)
    }
    expect([tab.state, browser.posts.length, browser.store.size()]).toEqual(['typing', 0, 1])
    await tab.wait(1_000)
    await tab.settle()
    expect([tab.state, browser.posts.length, browser.store.size()]).toEqual(['saved', 1, 0])
    expect(await bodyOf(pitchId)).toBe('Hi Anna, I read it')
    expect(tab.view?.problems.length).toBeGreaterThan(0)
  })

  it('is saved all the same while somebody types without a pause', async () => {
    const [browser, pitchId] = [new Browser(), await aLetterToWrite()]
    const tab = await browser.open(pitchId)
    for (let key = 0; key < 25; key += 1) {
      tab.type(`Hi Anna, ${'x'.repeat(key)}`)
      await tab.wait(500)
    }
    expect(browser.posts.length).toBeGreaterThan(0)
    expect(await bodyOf(pitchId)).toContain('xxx')
  })

  it('takes words typed into a saving along with the next one', async () => {
    const [browser, pitchId] = [new Browser(), await aLetterToWrite()]
    const tab = await browser.open(pitchId)
    tab.type('one')
    const saving = tab.keeper.saveNow('autosave')
    tab.type('one two')
    await saving
    expect([tab.state, browser.store.size()]).toEqual(['typing', 1])
    await tab.wait(1_000)
    await tab.settle()
    expect(await bodyOf(pitchId)).toBe('one two')
    expect(browser.store.size()).toBe(0)
  })
})

describe('a network that is gone', () => {
  it.each(['down', 'signed out'] as const)(
    '(%s) keeps the words here, and they go when it is back',
    async (gone) => {
      const [browser, pitchId] = [new Browser(), await aLetterToWrite()]
      const tab = await browser.open(pitchId)
      browser.network = gone
      tab.type('typed in a tunnel')
      await tab.wait(60_000)
      tab.type('typed in a long tunnel')
      await tab.wait(60_000)
      expect(tab.view?.state).toMatchObject({ isKept: true })
      expect(tab.keeper.isUnsafe()).toBe(false)
      expect(await bodyOf(pitchId)).toBe('Hi Anna,')
      browser.network = 'up'
      await tab.wait(5_000)
      await tab.settle()
      expect([tab.state, await bodyOf(pitchId)]).toEqual(['saved', 'typed in a long tunnel'])
      expect(browser.store.size()).toBe(0)
    },
  )

  it('loses nothing with the tab either: the next visit puts the words back and saves them', async () => {
    const [browser, pitchId] = [new Browser(), await aLetterToWrite()]
    const first = await browser.open(pitchId)
    browser.network = 'down'
    first.type('before the battery was empty')
    await first.wait(3_000)
    first.crash()
    browser.network = 'up'
    const second = await browser.open(pitchId)
    expect([second.fields.body, second.view?.foundAt]).toEqual([
      'before the battery was empty',
      expect.any(Number),
    ])
    await second.wait(1_000)
    await second.settle()
    expect([second.state, await bodyOf(pitchId)]).toEqual(['saved', 'before the battery was empty'])
    expect(browser.store.size()).toBe(0)
  })

  it('shows both texts where somebody wrote on meanwhile, and each way keeps both', async () => {
    for (const choice of ['mine', 'other'] as const) {
      const [browser, elsewhere, pitchId] = [new Browser(), new Browser(), await aLetterToWrite()]
      const first = await browser.open(pitchId)
      browser.network = 'down'
      first.type('kept in the browser')
      first.crash()
      const other = await elsewhere.open(pitchId)
      other.type('written elsewhere')
      await other.wait(1_000)
      await other.settle()
      browser.network = 'up'
      const second = await browser.open(pitchId)
      expect(second.state).toBe('conflict')
      expect([(await standing(second)).body, second.fields.body]).toEqual([
        'written elsewhere',
        'kept in the browser',
      ])
      await second.wait(60_000)
      expect(await bodyOf(pitchId)).toBe('written elsewhere')
      if (choice === 'mine') await second.keeper.keepMine(await standing(second))
      else await second.keeper.takeOther(await standing(second))
      const chosen = choice === 'mine' ? 'kept in the browser' : 'written elsewhere'
      expect([second.state, second.fields.body, await bodyOf(pitchId)]).toEqual(['saved', chosen, chosen])
      expect(await versionsOf(pitchId)).toEqual(
        expect.arrayContaining(['kept in the browser', 'written elsewhere']),
      )
      expect(browser.store.size()).toBe(0)
    }
  })
})

describe('words that were saved though their page was left before it heard so', () => {
  const aLetterSavedUnheard = async () => {
    const [browser, pitchId] = [new Browser(), await aLetterToWrite()]
    const first = await browser.open(pitchId)
    first.type('one red bag')
    expect(await first.keeper.saveNow('save')).toBe(true)
    first.type('one blue bag')
    const saving = first.keeper.saveNow('save')
    const kept = new Map([...Array(browser.store.length).keys()].map((at) => entry(browser.store, at)))
    first.crash()
    await saving
    // The answer found nobody: what was kept lies there as it did.
    for (const [key, words] of kept) browser.store.setItem(key, words)
    expect([kept.size, await bodyOf(pitchId)]).toEqual([1, 'one blue bag'])
    return { browser, pitchId }
  }
  const entry = (store: WordStore, at: number): [string, string] => {
    const key = store.key(at) ?? ''
    return [key, store.getItem(key) ?? '']
  }

  it('do not come back over a version that was brought back', async () => {
    const { browser, pitchId } = await aLetterSavedUnheard()
    const red = (await pitchRow(ours, pitchId)).revisions.find(({ body }) => body === 'one red bag')
    await takeUpRevision(ours, { pitchId, revisionId: red?.id ?? '' })
    const next = await browser.open(pitchId)
    expect([next.state, next.fields.body, next.view?.foundAt ?? null]).toEqual(['saved', 'one red bag', null])
    expect(browser.store.size()).toBe(0)
  })

  it('are shown beside the other text where nobody can be asked', async () => {
    const { browser, pitchId } = await aLetterSavedUnheard()
    const red = (await pitchRow(ours, pitchId)).revisions.find(({ body }) => body === 'one red bag')
    await takeUpRevision(ours, { pitchId, revisionId: red?.id ?? '' })
    browser.network = 'down'
    const next = await browser.open(pitchId)
    expect([next.state, next.fields.body]).toEqual(['conflict', 'one blue bag'])
    expect(browser.store.size()).toBe(1)
  })
})

describe('two tabs', () => {
  it('of one browser show the same where only one of them is typed in', async () => {
    const [browser, pitchId] = [new Browser(), await aLetterToWrite()]
    const [left, right] = [await browser.open(pitchId), await browser.open(pitchId)]
    left.type('from the left')
    await left.wait(1_000)
    await left.settle()
    expect(right.fields.body).toBe('from the left')
    expect(right.view?.state).toMatchObject({ kind: 'saved', by: 'another tab' })
    right.type('from the left, and the right')
    await right.wait(1_000)
    await right.settle()
    expect([right.state, left.fields.body]).toEqual(['saved', 'from the left, and the right'])
  })

  it.each(['told by the other tab', 'told by the server'])(
    'that both type: the later one is %s, sees both texts, and nothing of either is lost',
    async (who) => {
      const [browser, pitchId] = [new Browser(), await aLetterToWrite()]
      const [left, right] = [await browser.open(pitchId), await browser.open(pitchId)]
      right.hears = who === 'told by the other tab'
      left.hears = right.hears
      right.type('from the right')
      left.type('from the left')
      await left.wait(1_000)
      await left.settle()
      await right.wait(1_000)
      await right.settle()
      expect([right.state, right.fields.body, (await standing(right)).body]).toEqual([
        'conflict',
        'from the right',
        'from the left',
      ])
      expect(await right.keeper.saveNow('save')).toBe(false)
      right.type('from the right, still typing')
      await right.wait(60_000)
      expect(await bodyOf(pitchId)).toBe('from the left')
      await right.keeper.takeOther(await standing(right))
      expect([right.state, right.fields.body]).toEqual(['saved', 'from the left'])
      expect(await versionsOf(pitchId)).toContain('from the right, still typing')
      // The left one goes on: its text is the one that stands, whatever its number is now, told or not.
      expect(left.fields.body).toBe('from the left')
      const before = browser.posts.length
      left.type('from the left, and on')
      await left.wait(1_000)
      await left.settle()
      expect([left.state, await bodyOf(pitchId)]).toEqual(['saved', 'from the left, and on'])
      expect(browser.posts.length - before).toBe(left.hears ? 1 : 2)
    },
  )

  it('a page older than its text shows the later one, and asks nobody to choose, where nothing was typed in it', async () => {
    const [browser, pitchId] = [new Browser(), await aLetterToWrite()]
    const [old, other] = [await browser.open(pitchId), await browser.open(pitchId)]
    old.hears = false
    other.type('saved while the page was drawn')
    await other.wait(1_000)
    await other.settle()
    expect(old.fields.body).toBe('Hi Anna,')
    // A button that would send the older text says first which one stands.
    expect(await old.keeper.saveNow('save')).toBe(false)
    expect([old.state, old.fields.body]).toEqual(['saved', 'saved while the page was drawn'])
    expect(await old.keeper.saveNow('save')).toBe(true)
    expect(await bodyOf(pitchId)).toBe('saved while the page was drawn')
  })

  it('do not take up each other’s words while both are open', async () => {
    const [browser, pitchId] = [new Browser(), await aLetterToWrite()]
    const left = await browser.open(pitchId)
    browser.network = 'down'
    left.type('being typed right now')
    const right = await browser.open(pitchId)
    expect([right.fields.body, right.view?.foundAt ?? null]).toEqual(['Hi Anna,', null])
  })

  it('that both type: the text that has to give way is kept among the versions', async () => {
    const [browser, pitchId] = [new Browser(), await aLetterToWrite()]
    const [left, right] = [await browser.open(pitchId), await browser.open(pitchId)]
    for (const words of ['from the left', 'from the left, some more', 'from the left, the most']) {
      left.type(words)
      right.type('from the right')
      await left.wait(1_000)
      await left.settle()
    }
    if ((await standing(right)).body !== 'from the left, the most') {
      await right.keeper.keepMine(await standing(right))
    }
    // Chosen without a connection, it holds when there is one again.
    browser.network = 'down'
    await right.keeper.keepMine(await standing(right))
    browser.network = 'up'
    await right.wait(5_000)
    await right.settle()
    expect([right.state, await bodyOf(pitchId)]).toEqual(['saved', 'from the right'])
    expect(await versionsOf(pitchId)).toEqual(
      expect.arrayContaining(['from the left, the most', 'from the right']),
    )
  })

  it('choose again where a third text came, and wait where there is no connection', async () => {
    const [browser, elsewhere, pitchId] = [new Browser(), new Browser(), await aLetterToWrite()]
    const [tab, other] = [await browser.open(pitchId), await elsewhere.open(pitchId)]
    other.type('second')
    await other.wait(1_000)
    await other.settle()
    tab.type('mine')
    await tab.wait(1_000)
    await tab.settle()
    const second = await standing(tab)
    browser.network = 'down'
    await tab.keeper.takeOther(second)
    expect(tab.view?.state).toMatchObject({ kind: 'conflict', isOffline: true, standing: { body: 'second' } })
    browser.network = 'up'
    other.type('third')
    await other.wait(1_000)
    await other.settle()
    await tab.keeper.takeOther(second)
    expect([tab.state, (await standing(tab)).body, tab.fields.body]).toEqual(['conflict', 'third', 'mine'])
    await tab.keeper.keepMine(second)
    expect((await standing(tab)).body).toBe('third')
    await tab.keeper.keepMine(await standing(tab))
    expect([tab.state, await bodyOf(pitchId)]).toEqual(['saved', 'mine'])
    expect(await versionsOf(pitchId)).toEqual(expect.arrayContaining(['second', 'third', 'mine']))
  })
})

describe('leaving the page', () => {
  it('sends what is typed along, and where that fails it waits in the browser', async () => {
    const [browser, pitchId] = [new Browser(), await aLetterToWrite()]
    const first = await browser.open(pitchId)
    first.type('on the way out')
    await first.leave()
    expect([await bodyOf(pitchId), browser.store.size()]).toEqual(['on the way out', 0])
    const second = await browser.open(pitchId)
    browser.network = 'down'
    second.type('on the way out of a tunnel')
    await second.leave()
    expect([second.timers.length, browser.store.size()]).toEqual([0, 1])
  })

  it('is dangerous only where the browser keeps nothing', async () => {
    const [browser, pitchId] = [new Browser(), await aLetterToWrite()]
    const tab = await browser.open(pitchId)
    browser.store.setItem = () => {
      throw new Error('full')
    }
    browser.network = 'down'
    tab.type('nowhere kept')
    expect(tab.keeper.isUnsafe()).toBe(true)
    await tab.wait(1_000)
    await tab.settle()
    expect(tab.view?.state).toEqual({ kind: 'offline', isKept: false })
  })

  it('with words for a letter that is ready by now says so, and keeps them', async () => {
    const [browser, pitchId] = [new Browser(), await aDraft(ours, await aPitchGround(ours))]
    const tab = await browser.open(pitchId)
    await markReady(ours, { pitchId })
    tab.type('one word more')
    await tab.wait(1_000)
    await tab.settle()
    expect(tab.view?.state).toMatchObject({ kind: 'refused', message: expect.stringContaining('ready') })
    expect(browser.store.size()).toBe(1)
  })
})

import { isSameText } from '#lib/domain/pitch-desk/kept-words.ts'
import type { PitchProblem } from '#lib/domain/pitch-gate/pitch-rules.ts'
import type { DraftAnswer, StandingText } from '#lib/features/pitches/draft-answer.ts'
import type { DraftView, DraftWorld, SavedDraft, SavingState } from './draft-world.ts'
import type { DraftTexts } from './send-draft.ts'

const AFTER_TYPING_MS = 1_000
/** Who types without a pause is saved, and answered, all the same. */
const LONGEST_UNSAVED_MS = 8_000
const TRY_AGAIN_MS = 5_000

export type DraftKeeper = ReturnType<typeof keepDraftSafe>

/**
 * Saves what is typed a moment after the last key, and keeps trying where the connection is gone; until it is saved it lies in
 * the browser too. One saving at a time; what is typed meanwhile goes with the next one. The server decides by revision: where
 * another text was saved, nothing more goes out until the person has seen both.
 */
export function keepDraftSafe(start: SavedDraft, world: DraftWorld) {
  let view: DraftView = {
    state: { kind: 'saved', at: start.savedAt, by: 'this tab' },
    problems: start.problems,
    foundAt: null,
  }
  let revision = start.revision
  /** What is saved, as far as this tab knows. */
  let base: DraftTexts = { subject: start.subject, body: start.body }
  let judged = { problems: start.problems, shown: '' }
  let isDirty = false
  let dirtySince = 0
  let isKept = false
  /** Nothing goes out until the person has chosen. */
  let isHeld = false
  /** Somebody chose this text over another, and the server has not heard of it. */
  let isChosen = false
  let underWay: Promise<boolean> | null = null
  let isClosed = false
  let callOff = () => {}

  function change(next: Partial<DraftView>) {
    view = { ...view, ...next }
    world.changed(view)
  }

  function isFailing() {
    return view.state.kind === 'offline' || view.state.kind === 'signed-out'
  }

  /** A failure is tried again by itself; once the page is left, only where nothing else keeps the words. */
  function to(state: SavingState) {
    callOff()
    change({ state })
    if (isFailing() && !(isClosed && isKept)) callOff = world.later(() => saveNow('autosave'), TRY_AGAIN_MS)
  }

  function typing() {
    to({ kind: 'typing' })
    const isLong = world.now() - dirtySince > LONGEST_UNSAVED_MS
    callOff = world.later(() => saveNow('autosave'), isLong ? 0 : AFTER_TYPING_MS)
  }

  function keepHere() {
    isKept = world.place.keep({ ...world.read(), revision })
  }

  /** This is what stands now, whoever saved it; and what the gate says of it, where that was asked. */
  function settle(saved: StandingText, answer?: Saved): Date {
    const { subject, body } = saved
    const savedAt = new Date(saved.savedAt)
    revision = saved.revision
    base = { subject, body }
    if (answer) {
      judged = { problems: answer.problems ?? judged.problems, shown: answer.shown }
      change({ problems: judged.problems })
    }
    world.saved({ ...base, revision, savedAt, problems: judged.problems })
    return savedAt
  }

  function hold(standing: StandingText) {
    isDirty = true
    isHeld = true
    keepHere()
    to({ kind: 'conflict', standing })
  }

  /** Another text stands, and nothing was typed here upon the one before it. */
  function takeOver(standing: StandingText) {
    const at = settle(standing)
    isDirty = false
    world.show(standing)
    world.place.forget()
    to({ kind: 'saved', at, by: 'another tab' })
  }

  async function send(intent: 'autosave' | 'save', isAgain = false): Promise<boolean> {
    const typed = world.read()
    isDirty = false
    // A try that nobody asked for says nothing until it worked.
    if (!isFailing()) to({ kind: 'saving' })
    const reply = await world.send({
      ...typed,
      revision,
      intent: isChosen ? 'instead' : intent,
      shown: judged.shown,
    })
    if (reply.kind === 'answer' && reply.answer.ok) {
      accept(typed, reply.answer)
      return true
    }
    isDirty = true
    if (reply.kind === 'answer' && !reply.answer.ok) {
      const { standing, message, remedy } = reply.answer
      // Nothing was typed here: the page was only older than the text.
      if (standing && isSameText(typed, base) && isSameText(typed, world.read())) {
        takeOver(standing)
        return isSameText(typed, standing)
      }
      // The text was set anew and not changed: it is still the one this was typed upon.
      if (standing && !isAgain && isSameText(standing, base)) {
        revision = standing.revision
        return send(intent, true)
      }
      if (standing) hold(standing)
      else to({ kind: 'refused', message, remedy })
    } else if (reply.kind === 'forbidden') to(FORBIDDEN)
    else if (reply.kind !== 'answer') to({ kind: reply.kind, isKept })
    return false
  }

  async function wasSaved({ subject, body, revision }: DraftTexts & { revision: number }): Promise<boolean> {
    const reply = await world.send({ subject, body, revision, intent: 'found', shown: judged.shown })
    return reply.kind === 'answer' && reply.answer.ok
  }

  function accept(typed: DraftTexts, answer: Saved) {
    const standing = { ...typed, revision: answer.revision, savedAt: answer.savedAt }
    const at = settle(standing, answer)
    isChosen = false
    world.tell(standing)
    if (isSameText(typed, world.read())) world.place.forget()
    else keepHere()
    if (isDirty) typing()
    else to({ kind: 'saved', at, by: 'this tab' })
  }

  /** @returns whether what stands in the fields is stored */
  async function saveNow(intent: 'autosave' | 'save'): Promise<boolean> {
    callOff()
    if (isHeld) return false
    while (underWay) await underWay
    underWay = send(intent).finally(() => {
      underWay = null
    })
    return underWay
  }

  function onTyping() {
    if (!isDirty) dirtySince = world.now()
    isDirty = true
    keepHere()
    // What is typed into a saving, or a failure, goes with the next one.
    if (!isHeld && !underWay && !isFailing()) typing()
  }

  return {
    onTyping,
    saveNow,
    revision: () => revision,
    /** Leaving now would lose something: what is kept in the browser is not lost with the tab. */
    isUnsafe: () => (isDirty || underWay !== null) && !isKept,

    /** Looks for words that a visit before left here unsaved. @returns what to do when the page is left */
    open(): () => void {
      isClosed = false
      world.place.find(base).then(async (words) => {
        // The page that typed them may have been left before it heard that they are saved; another text may stand by now.
        if (words && words.revision !== revision && (await wasSaved(words))) return world.place.drop(words)
        // Whoever types already has gone on; the words stay kept for the next time.
        if (!words || isDirty || isClosed) return
        world.place.takeUp(words)
        world.show(words)
        change({ foundAt: words.at })
        if (words.revision === revision) onTyping()
        else hold({ ...base, revision, savedAt: start.savedAt.toISOString() })
      })
      return () => {
        isClosed = true
        if (isDirty && !isHeld) saveNow('autosave')
      }
    },

    /** The page is hidden, or there is a connection again. */
    saveIfDirty() {
      if (isDirty && !isHeld) saveNow('autosave')
    },

    /** Another tab of this browser saved, or the page was drawn anew and brought a later text. */
    async hear(standing: StandingText) {
      while (underWay) await underWay
      if (standing.revision <= revision || isHeld) return
      if (isSameText(standing, base)) {
        revision = standing.revision
        return
      }
      if (isDirty) hold(standing)
      else takeOver(standing)
    },

    /** The gate was asked anew by the page. */
    judge(problems: readonly PitchProblem[]) {
      judged = { problems, shown: '' }
      change({ problems })
    },

    /** After a conflict: this text in the place of the other, which is kept among the versions. */
    keepMine(standing: StandingText): Promise<boolean> {
      revision = standing.revision
      base = { subject: standing.subject, body: standing.body }
      isHeld = false
      isChosen = true
      return saveNow('save')
    },

    /** After a conflict: the other text. What was typed here goes among the versions first; where it cannot, nothing changes. */
    async takeOther(standing: StandingText): Promise<void> {
      const typed = world.read()
      const reply = await world.send({
        ...{ ...typed, revision: standing.revision, intent: 'aside', shown: judged.shown },
      })
      if (reply.kind !== 'answer') return to({ kind: 'conflict', standing, isOffline: true })
      const { answer } = reply
      if (!answer.ok) {
        if (answer.standing) return to({ kind: 'conflict', standing: answer.standing })
        isHeld = false
        return to({ kind: 'refused', message: answer.message, remedy: answer.remedy })
      }
      // Words typed while that went on are not among the versions, so the choice is still theirs.
      const now = { ...standing, revision: answer.revision, savedAt: answer.savedAt }
      if (!isSameText(typed, world.read())) return to({ kind: 'conflict', standing: now })
      const at = settle(now, answer)
      world.tell(now)
      world.show(standing)
      isDirty = false
      isHeld = false
      world.place.forget()
      to({ kind: 'saved', at, by: 'this tab' })
    },
  }
}

type Saved = Extract<DraftAnswer, { ok: true }>

const FORBIDDEN: SavingState = {
  kind: 'refused',
  message: 'You may not write here any more.',
  remedy: 'Copy what you typed if you still need it, and ask an owner of this workspace.',
}

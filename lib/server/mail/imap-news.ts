import { setTimeout as pause } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'
import { MailFailure } from './mail-failure.ts'

/** Several mails often come at once: one look is enough for them. */
const SETTLE_MS = 50

/** What the server announces while nothing is asked of it. */
export class ImapNews {
  private readonly imap: ImapFlow
  private readonly signal: AbortSignal
  private wake: () => void = () => {}
  private hasCome = false
  private readonly heard = () => {
    this.hasCome = true
    this.wake()
  }

  constructor(imap: ImapFlow, signal: AbortSignal) {
    this.imap = imap
    this.signal = signal
    imap.on('exists', this.heard)
    imap.on('close', this.heard)
    signal.addEventListener('abort', this.heard)
  }

  /** What is announced from now on is news. */
  forget() {
    this.hasCome = false
  }

  /** Until a mail comes in, the connection goes, the signal, or so long. @throws MailFailure where the connection went */
  async wait(ms: number, openInbox: () => Promise<unknown>) {
    await openInbox()
    if (!this.hasCome && this.imap.usable && !this.signal.aborted) {
      let timer: NodeJS.Timeout | undefined
      const woken = new Promise<void>((resolve) => {
        this.wake = resolve
        timer = setTimeout(resolve, ms * (0.9 + Math.random() / 5))
      })
      // It ends by itself with the next command.
      void this.imap.idle().catch(() => {})
      await woken
      clearTimeout(timer)
    }
    if (this.signal.aborted) return
    if (!this.imap.usable) throw new MailFailure('broken-off', '')
    await pause(SETTLE_MS)
  }

  stop() {
    this.imap.off('exists', this.heard)
    this.imap.off('close', this.heard)
    this.signal.removeEventListener('abort', this.heard)
    this.wake()
  }
}

import { watchMailboxes } from '#lib/features/answers/watch-mailboxes.ts'

/** Reads mailboxes in a process of its own, which somebody kills. */
const watch = watchMailboxes({ firstPauseMs: 50, rollCallMs: 50, pollMs: 500 })
process.on('SIGTERM', () => void watch.stop().then(() => process.exit(0)))

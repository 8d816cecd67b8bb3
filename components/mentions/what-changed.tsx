import { RelativeTime } from '#components/ui/relative-time.tsx'

/** What the newest look that saw a change wrote down: short phrases, weightiest first, without the kinds to leave out. */
export function lastChangesOf(stored: unknown, leaveOut: readonly string[] = []): string[] {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((change: unknown) =>
    isChange(change) && !leaveOut.includes(change.kind) ? [change.words] : [],
  )
}

function isChange(change: unknown): change is { kind: string; words: string } {
  return (
    typeof change === 'object' &&
    change !== null &&
    'kind' in change &&
    typeof change.kind === 'string' &&
    'words' in change &&
    typeof change.words === 'string'
  )
}

type WhatChangedProps = {
  mention: { lastChanges: unknown; lastChangeAt: Date | null }
  now: Date
  timeZone: string
}

/** "Changed last, 3 days ago: nofollow added." Nothing where nothing ever changed. */
export function WhatChanged({ mention, now, timeZone }: WhatChangedProps) {
  const changes = lastChangesOf(mention.lastChanges)
  if (changes.length === 0 || mention.lastChangeAt === null) return null
  return (
    <div className="border-b border-line px-4 py-3 sm:px-8">
      <h2 className="text-sm text-ink-soft">
        Changed last, <RelativeTime then={mention.lastChangeAt} now={now} timeZone={timeZone} />
      </h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {changes.map((words) => (
          <li key={words} className="font-medium wrap-anywhere first-letter:uppercase">
            <bdi>{words}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}

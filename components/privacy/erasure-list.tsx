import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { RETENTION_RULES, RETENTION_TABLE } from '#lib/domain/retention.ts'
import type { listErasures } from '#lib/features/privacy/retention-queries.ts'

type Erasures = Awaited<ReturnType<typeof listErasures>>
type ErasureListProps = { erasures: Erasures; now: Date; timeZone: string }

/** Every erasure by hand and every night on which a rule did something. Never whom. */
export function ErasureList({ erasures, now, timeZone }: ErasureListProps) {
  return (
    <Panel title="What was erased" flush={erasures.length > 0}>
      {erasures.length === 0 ? (
        <p className="text-ink-soft">Nothing so far.</p>
      ) : (
        <ul className="divide-y divide-line">
          {erasures.map(({ id, why, counts, at, by }) => (
            <li
              key={id}
              className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 py-3 sm:px-6"
            >
              <div className="min-w-0">
                <p className="font-semibold">
                  {why === 'retention' ? (
                    'By the rules, in the night'
                  ) : (
                    <>
                      A person, by <bdi>{by.name}</bdi>
                    </>
                  )}
                </p>
                <p className="text-sm text-ink-soft">
                  {why === 'retention' ? ruleWords(counts) : personWords(counts)}
                </p>
              </div>
              <span className="text-sm text-ink-soft">
                <RelativeTime then={at} now={now} timeZone={timeZone} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function ruleWords(counts: unknown): string {
  const kept = counts as Record<string, number>
  return RETENTION_RULES.flatMap((rule) =>
    kept[rule] ? RETENTION_TABLE[rule].counted(kept[rule]) : [],
  ).join(', ')
}

const PERSON_WORDS: readonly [string, string, string][] = [
  ['addresses', 'address', 'addresses'],
  ['pitches', 'pitch', 'pitches'],
  ['messages', 'message', 'messages'],
  ['mails', 'mail that came in', 'mails that came in'],
  ['touches', 'touch', 'touches'],
  ['samples', 'sample', 'samples'],
  ['requests', 'request', 'requests'],
  ['work', 'piece of work', 'pieces of work'],
  ['promises', 'promise', 'promises'],
  ['importRows', 'row of a file', 'rows of files'],
  ['files', 'file', 'files'],
  ['looks', 'look', 'looks'],
  ['pages', 'kept page', 'kept pages'],
]

function personWords(counts: unknown): string {
  const { words, ...kept } = counts as Record<string, number> & { words?: Record<string, number> }
  const texts = Object.values(words ?? {}).reduce((sum, count) => sum + count, 0)
  return [
    ...PERSON_WORDS.flatMap(([key, one, many]) =>
      kept[key] ? `${kept[key]} ${kept[key] === 1 ? one : many}` : [],
    ),
    ...(texts > 0 ? [`${texts} ${texts === 1 ? 'text that named' : 'texts that named'} them`] : []),
  ].join(', ')
}

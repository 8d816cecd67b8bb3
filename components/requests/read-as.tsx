import { DefinitionList } from '#components/ui/definition-list.tsx'
import { CONDITION_KIND_TABLE } from '#lib/domain/requests/condition-kinds.ts'
import { momentWords } from '#lib/domain/requests/read-deadline.ts'
import type { ReadRequest } from '#lib/domain/requests/read-request.ts'

/** What was read of a request, and what is not certain about it. */
export function ReadAs({ read, timeZone }: { read: ReadRequest; timeZone: string }) {
  const { outlet, journalist, replyTo, deadline, conditions } = read
  const facts = [
    { term: 'Outlet', value: <Said words={outlet} /> },
    { term: 'Who asks', value: <Said words={journalist} /> },
    { term: 'Answer goes to', value: <Said words={replyTo} /> },
    {
      term: 'Deadline',
      value: deadline ? <Deadline deadline={deadline} timeZone={timeZone} /> : <Said words="" />,
    },
    ...(conditions.length > 0
      ? [
          {
            term: 'They ask for',
            value: (
              <ul className="flex flex-col gap-1">
                {conditions.map(({ kind, words }) => (
                  <li key={`${kind} ${words}`} className="wrap-anywhere">
                    <bdi>“{words}”</bdi>{' '}
                    <span className="text-sm text-ink-soft">{CONDITION_KIND_TABLE[kind].label}</span>
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
  ]
  return <DefinitionList facts={facts} />
}

function Said({ words }: { words: string }) {
  return words ? (
    <bdi className="wrap-anywhere">{words}</bdi>
  ) : (
    <span className="text-ink-soft">Not said</span>
  )
}

type DeadlineProps = { deadline: NonNullable<ReadRequest['deadline']>; timeZone: string }

function Deadline({ deadline: { words, at, zone, readAs, doubts }, timeZone }: DeadlineProps) {
  return (
    <>
      <p className="wrap-anywhere">
        <bdi>“{words}”</bdi>
        {at ? <>, read as {readAs}</> : null}
      </p>
      {at && zone !== timeZone ? <p className="text-sm text-ink-soft">{momentWords(at, timeZone)}</p> : null}
      {doubts.length > 0 ? (
        <ul className="text-sm text-careful">
          {doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

import { Disclosure } from '#components/ui/disclosure.tsx'
import { Link } from '#components/ui/link.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import type { DigestSeen } from '#lib/features/requests/digest-queries.ts'
import { KeepPart } from './keep-part.tsx'
import { ReadAs } from './read-as.tsx'

type Part = DigestSeen['parts'][number]
type DigestPartProps = { part: Part; home: string; mayWrite: boolean; timeZone: string }

/** One part of a digest: what was read of it with the text beside it, a box to keep it, and fields to put it right. */
export function DigestPart({ part, home, mayWrite, timeZone }: DigestPartProps) {
  const { index, kind, read, requestId } = part
  if (part.text.trim() === '') return null
  const isRequest = kind === 'request'
  const name = isRequest ? read.topic || 'A request' : firstWords(part.text)
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6">
      {requestId ? (
        <p>
          <Link href={`${home}/${requestId}`} className="ink-link font-semibold wrap-anywhere">
            <bdi>{name}</bdi>
          </Link>{' '}
          <span className="text-sm text-ink-soft">kept already</span>
        </p>
      ) : mayWrite ? (
        <KeepPart
          index={index}
          label={<bdi className="font-semibold wrap-anywhere">{name}</bdi>}
          isRequest={isRequest}
        />
      ) : (
        <p className="font-semibold wrap-anywhere">
          <bdi>{name}</bdi>
        </p>
      )}
      {isRequest ? <ReadAs read={read} timeZone={timeZone} /> : null}
      {mayWrite && !requestId ? (
        <Disclosure summary={<span className="text-sm">Put it right before keeping it</span>}>
          <PartFields index={index} read={read} />
        </Disclosure>
      ) : null}
      <Disclosure
        summary={<span className="text-sm">The text as it came</span>}
        open={!isRequest || read.question === ''}
      >
        <pre
          dir="auto"
          className="max-h-96 overflow-auto font-sans text-sm whitespace-pre-wrap wrap-anywhere"
        >
          {part.text}
        </pre>
      </Disclosure>
    </li>
  )
}

function PartFields({ index, read }: { index: number; read: Part['read'] }) {
  const { topic, outlet, journalist, replyTo, deadline } = read
  return (
    <div className="grid max-w-form gap-4 sm:grid-cols-2">
      <TextField name={`topic-${index}`} label="About" defaultValue={topic} maxLength={300} />
      <TextField name={`outlet-${index}`} label="Outlet" defaultValue={outlet} maxLength={300} />
      <TextField name={`journalist-${index}`} label="Who asks" defaultValue={journalist} maxLength={300} />
      <TextField name={`replyTo-${index}`} label="Answer goes to" defaultValue={replyTo} maxLength={500} />
      <TextField
        name={`deadlineWords-${index}`}
        label="Deadline"
        defaultValue={deadline?.words ?? ''}
        maxLength={300}
        hint="As they say it, or like 2026-05-12 19:00 Europe/London."
      />
    </div>
  )
}

function firstWords(text: string): string {
  // Lines that only part things say nothing.
  const line = text
    .replace(/^[^\p{L}\p{N}]*$/gmu, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (line === '') return 'Between two requests'
  return line.length <= 80 ? line : `${line.slice(0, 79).trimEnd()}…`
}

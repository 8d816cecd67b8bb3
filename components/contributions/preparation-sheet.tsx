import type { ReactNode } from 'react'
import { Quote, WrittenText } from '#components/ui/quote.tsx'
import { dayText } from '#lib/domain/calendar-day.ts'
import { recordingInBothZones } from '#lib/domain/contributions/recording-time.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import type { Contribution } from '#lib/features/contributions/contribution-queries.ts'
import type { listReadingNotesOfProspect } from '#lib/features/reading/reading-queries.ts'
import { readerLanguage } from '#lib/server/reader-language.ts'
import { Day } from './day-of-work.tsx'

type PreparationSheetProps = {
  work: Contribution
  notes: Awaited<ReturnType<typeof listReadingNotesOfProspect>>
  timeZone: string
}

/** One sheet to have beside the microphone: black on white, without a button. */
export function PreparationSheet({ work, notes, timeZone }: PreparationSheetProps) {
  const theirs = work.contact?.timeZone ?? work.recordingZone
  const times =
    work.recordingAt && theirs
      ? recordingInBothZones(work.recordingAt, theirs, timeZone, readerLanguage())
      : []
  const airs = dayText(work.airsOn)
  const asks = [work.contact?.name, work.hosts].filter(Boolean).join('; ')
  return (
    <article className="flex flex-col gap-5 rounded-lg border border-line bg-sheet px-4 py-5 sm:px-6 print:border-0 print:px-0">
      <Part title="When">
        {times.length === 0 ? (
          <p className="text-ink-soft">No time agreed yet.</p>
        ) : (
          <ul>
            {times.map((time) => (
              <li key={time} className="font-semibold">
                {time}
              </li>
            ))}
          </ul>
        )}
        {airs ? (
          <p>
            Should come out on <Day date={airs} />.
          </p>
        ) : null}
      </Part>
      <Part title="Who asks">
        <p>
          <bdi>{asks || 'Not noted yet.'}</bdi>
        </p>
      </Part>
      <Written title="What they asked for" text={work.asked} />
      <Part title="What we listened to and read">
        {work.heard ? <WrittenText>{work.heard}</WrittenText> : null}
        {notes.map(({ id, quote, struck, url, pageCopy }) => (
          <div key={id} className="break-inside-avoid">
            {quote ? <Quote source={pageCopy.title || readableAddress(url)}>{quote}</Quote> : null}
            {struck ? <WrittenText>{struck}</WrittenText> : null}
          </div>
        ))}
        {!work.heard && notes.length === 0 ? <p className="text-ink-soft">Nothing noted yet.</p> : null}
      </Part>
      <Written title="Our facts" text={work.facts} />
      <Part title="Three stories">
        {work.stories.length === 0 ? (
          <p className="text-ink-soft">None yet. A number of your own, a mistake, something you saw.</p>
        ) : (
          <ol className="flex list-decimal flex-col gap-2 pl-6">
            {work.stories.map((story) => (
              <li key={story} className="break-inside-avoid">
                <WrittenText>{story}</WrittenText>
              </li>
            ))}
          </ol>
        )}
      </Part>
      <Part title="Where listeners find us">
        <p className="wrap-anywhere">
          <bdi>{work.site.name}</bdi>: {work.site.domains.map(readableAddress).join(', ')}
        </p>
        {work.wishUrl ? (
          <p className="wrap-anywhere">
            If it serves them: <strong>{readableAddress(work.wishUrl)}</strong>
          </p>
        ) : null}
      </Part>
    </article>
  )
}

function Written({ title, text }: { title: string; text: string }) {
  return (
    <Part title={title}>
      {text ? <WrittenText>{text}</WrittenText> : <p className="text-ink-soft">Nothing noted yet.</p>}
    </Part>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2 break-inside-avoid">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </section>
  )
}

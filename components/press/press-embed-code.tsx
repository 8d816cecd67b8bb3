import { CopyButton } from '#components/ui/copy-button.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { TextArea, TextInput } from '#components/ui/text-input.tsx'
import { embedFrame, embedSnippet } from '#lib/domain/press/press-embed.ts'
import type { getPressEmbed } from '#lib/features/mentions/press-embed-queries.ts'

type PressEmbedCodeProps = { embed: Awaited<ReturnType<typeof getPressEmbed>>; href: string }

/** The ways to show the list on a page of one's own: copied as it is, or live. */
export function PressEmbedCode({ embed: { facts, siteName }, href }: PressEmbedCodeProps) {
  return (
    <>
      <Panel
        title="The list, to copy"
        lead="Plain HTML as things stand now: no script, no frame, nothing to load. It looks like the page you put it on, and stays as it is until you copy it anew."
      >
        {facts.entries.length === 0 ? (
          <p className="text-ink-soft">
            Nothing to copy yet. Pages come here as soon as a look has found them.
          </p>
        ) : (
          <Code text={embedSnippet(facts)} label="Copy the list" name="The list as HTML" />
        )}
      </Panel>
      <Panel
        title="The list, live"
        lead="It follows what looks find, within five minutes. Turned off, it is gone everywhere."
      >
        <div className="flex flex-col gap-6">
          <div className="flex flex-col gap-2">
            <h3 className="font-semibold">In a frame</h3>
            <Code text={embedFrame(siteName, href)} label="Copy the frame" name="The frame as HTML" />
            <p className="text-sm text-ink-soft wrap-anywhere">
              It shows{' '}
              <a href={href} target="_blank" rel="noreferrer" className="ink-link">
                {href}
                <span className="sr-only"> (in a new tab)</span>
              </a>
            </p>
          </div>
          <div className="flex flex-col gap-2">
            <h3 className="font-semibold">For programs</h3>
            <div className="flex flex-wrap gap-2">
              <TextInput
                readOnly
                aria-label="The address of the JSON"
                value={`${href}/press.json`}
                className="min-w-0 flex-1 basis-60"
              />
              <CopyButton text={`${href}/press.json`} label="Copy the address" />
            </div>
            <p className="max-w-measure text-sm text-ink-soft">
              JSON that scripts of any page may read, with an ETag. <code>format</code> is{' '}
              <code>rapport-press-1</code>; each of <code>mentions</code> has <code>url</code>,{' '}
              <code>title</code>, <code>outlet</code>, <code>kind</code> (<code>link</code> or{' '}
              <code>name</code>), <code>publishedOn</code> (a day, or null), <code>seenOn</code>,{' '}
              <code>rel</code> (what your link to it should carry) and, where you ticked it,{' '}
              <code>words</code>.
            </p>
          </div>
        </div>
      </Panel>
    </>
  )
}

function Code({ text, label, name }: { text: string; label: string; name: string }) {
  return (
    <div className="flex flex-col items-start gap-2">
      <TextArea
        readOnly
        aria-label={name}
        rows={2}
        value={text}
        className="max-h-80 text-sm"
        spellCheck={false}
      />
      <CopyButton text={text} label={label} />
    </div>
  )
}

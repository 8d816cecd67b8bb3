import { DefinitionList, type Fact } from '#components/ui/definition-list.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { PLACE_WORDS } from '#lib/features/privacy/place-words.ts'
import type { ErasurePreview } from '#lib/features/privacy/preview-queries.ts'

/** What an erasure would take, before anybody presses anything. */
export function ErasurePreviewPanel({ preview }: { preview: ErasurePreview }) {
  const { counts, words } = preview
  const gone: Fact[] = [
    { term: 'Contact', value: counts.contacts === 1 ? '1' : `${counts.contacts}, with those merged into it` },
    { term: 'Addresses, with where they came from', value: counts.addresses },
    { term: 'Promises', value: counts.promises },
    { term: 'Merges that hold a copy', value: counts.merges },
    { term: 'Rows of imported files', value: counts.importRows },
    { term: 'Files of whole workspaces', value: counts.exports },
    { term: 'Pages kept as they came that name them', value: counts.pages },
  ]
  const emptied: Fact[] = [
    { term: 'Pitches', value: counts.pitches },
    { term: 'Messages', value: counts.messages },
    { term: 'Mails that came in', value: counts.mails },
    { term: 'Touches', value: counts.touches },
    { term: 'Samples', value: counts.samples },
    { term: 'Requests of theirs', value: counts.requests },
    { term: 'Work with them', value: counts.work },
    { term: 'Looks that name them', value: counts.looks },
  ]
  return (
    <Panel title="What erasing them would do">
      <div className="flex flex-col gap-6">
        <div>
          <h3 className="mb-2 font-semibold">Goes</h3>
          <DefinitionList facts={gone.filter(isSomething)} columns={1} />
        </div>
        {emptied.some(isSomething) ? (
          <div>
            <h3 className="mb-2 font-semibold">Is emptied; that it was, and when, is kept for the numbers</h3>
            <DefinitionList facts={emptied.filter(isSomething)} columns={1} />
          </div>
        ) : null}
        {words.length > 0 ? (
          <div>
            <h3 className="mb-2 font-semibold">Names them: “[erased]” stands there afterwards</h3>
            <DefinitionList
              facts={words.map(({ table, total }) => ({ term: PLACE_WORDS[table] ?? table, value: total }))}
              columns={1}
            />
          </div>
        ) : null}
        <Remarks preview={preview} />
      </div>
    </Panel>
  )
}

function Remarks({ preview }: { preview: ErasurePreview }) {
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-measure text-sm text-ink-soft">
        {preview.terms.length > 0 ? (
          <>
            Looked for: <bdi className="wrap-anywhere">{preview.terms.join(', ')}</bdi>. Where only a first
            name stands, nobody can tell whom it means, and it stays.
          </>
        ) : (
          'There is no name or address that is theirs alone, so other texts are left as they are.'
        )}
      </p>
      {preview.hasAddress ? (
        <p className="max-w-measure text-sm text-ink-soft">
          {preview.isStopped
            ? 'They stay on the list of those never to be written to'
            : 'They are put on the list of those never to be written to'}
          : as a hash, from which the address cannot be read.
        </p>
      ) : (
        <Notice tone="careful" title="Nothing can keep them away afterwards">
          No address of theirs is known, so nobody will notice when they are added again.
        </Notice>
      )}
      {preview.sharesName ? (
        <Notice tone="careful" title="Somebody else here has the same name">
          A name alone does not say whom it means. Texts that name them elsewhere are left as they are, unless
          their address stands there.
        </Notice>
      ) : null}
      {preview.sharesAddress ? (
        <Notice tone="careful" title="Somebody else here has an address of theirs">
          It stays with the other person, and is not written to any more.
        </Notice>
      ) : null}
      {preview.waitingImports > 0 ? (
        <Notice tone="careful" title="An import that is not applied yet names them">
          It is dropped, with its file. Whoever brought it can bring it again.
        </Notice>
      ) : null}
    </div>
  )
}

function isSomething({ value }: Fact): boolean {
  return value !== 0
}

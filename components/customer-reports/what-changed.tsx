import type { ReportContent } from '#lib/domain/customer-reports/report-content.ts'

/** Named to whoever reviews, whether or not the page shows it. */
export function WhatChanged({ content }: { content: ReportContent | null }) {
  if (!content) return null
  const { changes } = content
  if (changes === null)
    return <p>It is the first report of this site, so there is nothing to compare it with.</p>
  const count = (kind: string) => changes.list.filter((change) => change.kind === kind).length
  const lost = changes.list.filter(({ kind }) => kind === 'lost')
  return (
    <div className="flex flex-col gap-2">
      <p>
        Since the last report: {count('new')} new, {count('lost')} lost, {count('changed')} changed
        {changes.more > 0 ? `, and ${changes.more} more` : ''}. The page below names them.
      </p>
      {lost.length > 0 ? (
        <ul className="list-disc pl-6">
          {lost.map(({ url, title, outlet }) => (
            <li key={url} className="wrap-anywhere">
              Lost: <bdi>{title || outlet}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

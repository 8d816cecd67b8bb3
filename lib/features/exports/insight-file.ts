import { dayText } from '#lib/domain/calendar-day.ts'
import { csvLine } from '#lib/domain/exports/csv-line.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import type { ExportChoice } from './export-choice.ts'
import { oneAhead } from './one-ahead.ts'
import { listed } from './own-columns.ts'
import { insightsToExport } from './work-export-queries.ts'

export const INSIGHT_HEADERS = [
  'Rapport insight',
  'Title',
  'Page',
  'Site',
  'Published',
  'What is new',
  'Also cited as',
  'Cited by',
] as const

/** Insights as CSV, a line each. */
export async function* insightCsv(scope: WorkspaceScope, choice: ExportChoice): AsyncGenerator<string> {
  authorizeToSee(scope, 'exports.run')
  yield csvLine(INSIGHT_HEADERS)
  for await (const rows of oneAhead(insightsToExport(scope, choice))) {
    yield rows
      .map(({ id, title, url, site, publishedOn, whatsNew, citedAs, mentions }) => {
        const pages = mentions.map(({ mention }) => mention.url)
        return csvLine([
          id,
          title,
          url,
          site.name,
          dayText(publishedOn),
          whatsNew,
          listed(citedAs),
          listed(pages),
        ])
      })
      .join('')
  }
}

/** Insights as one JSON document: `{"insights": [...]}`, each with the pages that cite it. */
export async function* insightJson(scope: WorkspaceScope, choice: ExportChoice): AsyncGenerator<string> {
  authorizeToSee(scope, 'exports.run')
  yield '{"insights": ['
  let isFirst = true
  for await (const rows of oneAhead(insightsToExport(scope, choice))) {
    let lines = ''
    for (const { id, title, url, site, publishedOn, whatsNew, citedAs, mentions } of rows) {
      const citedBy = mentions.map(({ how, mention }) => ({ how, ...mention }))
      const told = {
        id,
        title,
        url,
        site: site.name,
        publishedOn: dayText(publishedOn),
        whatsNew,
        citedAs,
        citedBy,
      }
      lines += `${isFirst ? '' : ','}\n${JSON.stringify(told)}`
      isFirst = false
    }
    yield lines
  }
  yield '\n]}\n'
}

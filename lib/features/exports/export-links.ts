type ExportedList = 'prospects' | 'mentions' | 'samples' | 'requests' | 'contributions' | 'insights'

/** What the "Export" menu of a list offers. `query` is what the list is narrowed to, as it stands behind its "?". */
export function exportLinksOf(workspace: string, list: ExportedList, query: string) {
  const base = `/w/${workspace}`
  const csv = (noun: string, excel: boolean) => address(`${base}/${noun}/export.csv`, query, excel)
  if (list === 'mentions') {
    return [
      { label: 'CSV', href: csv('mentions', false) },
      { label: 'CSV for Excel', href: csv('mentions', true), hint: 'The same, marked as UTF-8' },
    ]
  }
  if (list !== 'prospects') {
    return [
      { label: 'CSV', href: csv(list, false) },
      { label: 'CSV for Excel', href: csv(list, true), hint: 'The same, marked as UTF-8' },
      { label: 'JSON', href: address(`${base}/${list}/export.json`, query, false) },
    ]
  }
  return [
    { label: 'Prospects as CSV', href: csv('prospects', false) },
    { label: 'Prospects as CSV for Excel', href: csv('prospects', true), hint: 'The same, marked as UTF-8' },
    { label: 'Prospects as JSON', href: address(`${base}/prospects/export.json`, query, false) },
    { label: 'Their people as CSV', href: csv('contacts', false) },
    {
      label: 'Their people as contact cards',
      href: address(`${base}/contacts/export.vcf`, query, false),
      hint: 'vCard 4.0',
    },
  ]
}

function address(path: string, query: string, excel: boolean): string {
  const parameters = new URLSearchParams(query)
  if (excel) parameters.set('excel', '1')
  const text = parameters.toString()
  return text ? `${path}?${text}` : path
}
